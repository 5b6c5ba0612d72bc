import type { Variant } from '../../../assessment/target/target.store.js';
import { whatIf } from '../../../domain/target/what-if.js';
import { html, type Html } from '../../../platform/html.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import type { Visit } from '../../visit.js';
import { longMoment } from '../../words/dates.js';
import { figure } from '../../words/work.js';
import { basisName } from './basis.view.js';
import { triedAt } from './target-paths.js';
import type { WhatIfShown } from './what-if.view.js';
import { whatIfWords } from './what-if-words.js';

const compareForm = 'banding';

/** All that are kept, to open, compare and remove. */
export function variantsView(shown: WhatIfShown, { language, proof }: Visit): Html {
  const { variants, path, prospect } = shown;
  const t = whatIfWords[language];
  if (variants.length === 0) {
    return html`<h2>${t.variants}</h2>
      <p class="hint">${t.noVariants}</p>`;
  }
  const rows = variants.map((each) => variantRow(each, shown, { language, proof }));
  const columns = [
    ...[t.pick, t.name, t.index, t.basis, t.made],
    ...(prospect.actor.coordinator ? [t.act] : []),
  ];
  return html`<h2>${t.variants}</h2>
    ${scrolledTable(t.variants, columns, rows)}
    <form id="${compareForm}" action="${path}/banding" method="get">
      <p class="hint">${t.compareHint}</p>
      <button>${t.compare}</button>
    </form>`;
}

function variantRow(
  variant: Variant,
  { path, prospect }: WhatIfShown,
  { language, proof }: Pick<Visit, 'language' | 'proof'>,
): Html {
  const { id, name, basis, standing, changes, madeAt, madeBy } = variant;
  const { facts, instrument, actor, bases } = prospect;
  const t = whatIfWords[language];
  const { after } = whatIf(instrument, facts.cycle.target, { base: standing, changes });
  const known = bases.find(({ code }) => code === basis);
  return html`<tr>
    <td>
      <input
        type="checkbox"
        form="${compareForm}"
        name="varian"
        value="${id}"
        aria-label="${t.pick}: ${name}"
      />
    </td>
    <th scope="row">
      <a href="${triedAt(path, basis, changes)}"><bdi>${name}</bdi></a>
    </th>
    <td>${figure(after.index, language)} ${after.predikat}</td>
    <td>${known ? basisName(known, language) : basis}</td>
    <td>
      ${longMoment(madeAt, facts.cycle.zone, language)}
      ${actor.coordinator && html`${t.by} <bdi>${madeBy}</bdi>`}
    </td>
    ${
      actor.coordinator &&
      html`<td>
        <form class="inline" action="${path}/varian/${id}/hapus" method="post">
          ${proof}
          <button class="quiet" aria-label="${t.remove} ${name}">${t.remove}</button>
        </form>
      </td>`
    }
  </tr>`;
}
