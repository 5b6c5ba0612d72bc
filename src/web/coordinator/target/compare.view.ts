import type { Variant } from '../../../assessment/target/target.store.js';
import type { Prospect } from '../../../assessment/target/targets.service.js';
import { publishedLevels } from '../../../domain/scoring.js';
import { whatIf, type WhatIf } from '../../../domain/target/what-if.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { figure } from '../../words/work.js';
import type { Named } from './named.js';
import { whatIfWords } from './what-if-words.js';

export interface ComparedShown {
  readonly path: string;
  readonly prospect: Prospect;
  readonly named: Named;
  readonly variants: readonly Variant[];
}

interface Column {
  readonly variant: Variant;
  readonly tried: WhatIf;
  /** In the instrument's order, before and after. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Side by side: what they come to, and where their levels differ. */
export function comparedView(shown: ComparedShown, language: Language): Html {
  const { path, prospect, variants } = shown;
  const { instrument, facts } = prospect;
  const t = whatIfWords[language];
  const columns = variants.map((variant): Column => {
    const { standing: base, changes } = variant;
    return {
      ...{ variant, tried: whatIf(instrument, facts.cycle.target, { base, changes }) },
      from: publishedLevels(instrument, base),
      to: publishedLevels(instrument, { ...base, ...changes }),
    };
  });
  const names = variants.map(({ name }) => name);
  const kind = instrument.domains.length > 0 ? 'domains' : 'aspects';
  const parts = instrument[kind].map(({ code, name }) =>
    row(
      `${code} ${name}`,
      columns.map(({ tried }) => figure(tried.after[kind][code] ?? '', language)),
    ),
  );
  const differing = differingRows(shown, columns, language);
  return html`<section>
      <h1>${t.compared}</h1>
      ${scrolledTable(t.compared, ['', ...names], [...summary(columns, language), ...parts])}
    </section>
    <section>
      <h2>${t.differing}</h2>
      <p class="hint">${t.changedMark}</p>
      ${differing.length === 0 ? html`<p>${t.same}</p>` : scrolledTable(t.differing, [t.indicator, ...names], differing)}
      <p><a href="${path}">${t.back}</a></p>
    </section>`;
}

function summary(columns: readonly Column[], language: Language): Html[] {
  const t = whatIfWords[language];
  const missing = ({ tried }: Column): string => {
    const { toTarget } = tried.after;
    if (toTarget === null) return '–';
    return toTarget === '0.00' ? t.reachedShort : figure(toTarget, language);
  };
  return [
    row(
      t.index,
      columns.map(({ tried }) => html`<b>${figure(tried.after.index, language)}</b>`),
    ),
    row(
      'Predikat',
      columns.map(({ tried }) => tried.after.predikat),
    ),
    row(t.toTarget, columns.map(missing)),
  ];
}

/** Those at which not all end at the same level. */
function differingRows(
  { prospect, named }: ComparedShown,
  columns: readonly Column[],
  language: Language,
): Html[] {
  return prospect.instrument.indicators.flatMap(({ no }, index) => {
    if (new Set(columns.map(({ to }) => Number(to[index]))).size < 2) return [];
    const cells = columns.map(({ from, to }) => {
      const [before = '', after = ''] = [from[index], to[index]];
      if (Number(before) === Number(after)) return figure(after, language);
      return html`<b>${figure(before, language)} → ${figure(after, language)}</b>`;
    });
    return [row(`${no}. ${named.indicator(no)}`, cells)];
  });
}

function row(name: string, cells: readonly (string | Html)[]): Html {
  return html`<tr>
    <th scope="row"><bdi>${name}</bdi></th>
    ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
  </tr>`;
}
