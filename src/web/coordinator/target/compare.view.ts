import type { Variant } from '../../../assessment/target/target.store.js';
import type { Prospect } from '../../../assessment/target/targets.service.js';
import { hundredthsOf } from '../../../domain/hundredths.js';
import { differing } from '../../../domain/target/differing.js';
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

/** Side by side: what they come to, and where their levels differ. */
export function comparedView(shown: ComparedShown, language: Language): Html {
  const { path, prospect, variants } = shown;
  const { instrument, facts } = prospect;
  const t = whatIfWords[language];
  const columns = variants.map(({ standing: base, changes }) => {
    return whatIf(instrument, facts.cycle.target, { base, changes });
  });
  const names = variants.map(({ name }) => name);
  const kind = instrument.domains.length > 0 ? 'domains' : 'aspects';
  const parts = instrument[kind].map(({ code, name }) =>
    row(
      `${code} ${name}`,
      columns.map(({ after }) => figure(after[kind][code] ?? '', language)),
    ),
  );
  const rows = differingRows(shown, language);
  return html`<section>
      <h1>${t.compared}</h1>
      ${scrolledTable(t.compared, ['', ...names], [...summary(columns, language), ...parts])}
    </section>
    <section>
      <h2>${t.differing}</h2>
      <p class="hint">${t.changedMark}</p>
      ${rows.length === 0 ? html`<p>${t.same}</p>` : scrolledTable(t.differing, [t.indicator, ...names], rows)}
      <p><a href="${path}">${t.back}</a></p>
    </section>`;
}

function summary(columns: readonly WhatIf[], language: Language): Html[] {
  const t = whatIfWords[language];
  const missing = ({ after: { toTarget } }: WhatIf): string => {
    if (toTarget === null) return '–';
    return toTarget === '0.00' ? t.reachedShort : figure(toTarget, language);
  };
  return [
    row(
      t.index,
      columns.map(({ after }) => html`<b>${figure(after.index, language)}</b>`),
    ),
    row(
      'Predikat',
      columns.map(({ after }) => after.predikat),
    ),
    row(t.toTarget, columns.map(missing)),
  ];
}

function differingRows({ prospect, named, variants }: ComparedShown, language: Language): Html[] {
  return differing(prospect.instrument, variants).map(({ indicator, levels }) => {
    const cells = levels.map(({ from, to }) => {
      if (hundredthsOf(from) === hundredthsOf(to)) return figure(to, language);
      return html`<b>${figure(from, language)} → ${figure(to, language)}</b>`;
    });
    return row(`${indicator}. ${named.indicator(indicator)}`, cells);
  });
}

function row(name: string, cells: readonly (string | Html)[]): Html {
  return html`<tr>
    <th scope="row"><bdi>${name}</bdi></th>
    ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
  </tr>`;
}
