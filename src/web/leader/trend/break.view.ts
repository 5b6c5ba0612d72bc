import type { InstrumentMapping } from '../../../domain/instrument-mapping.js';
import { html, type Html } from '../../../platform/html.js';
import type { Stretch } from '../../../report/year-by-year.js';
import type { Language } from '../../language.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { trendWords } from './trend-words.js';

/** Between two instruments: what cannot be compared, and how the office sees the old one in the new. */
export function breakView(
  before: Stretch,
  after: Stretch,
  mapping: InstrumentMapping | null,
  language: Language,
): Html {
  const t = trendWords[language];
  return html`<section class="between">
    <h2>${t.breaks(after.years[0] ?? 0)}</h2>
    <p>${t.apart(before.instrument.title, after.instrument.title)}</p>
    ${
      mapping &&
      html`<details>
        <summary>${t.mapping}</summary>
        ${mapping.status === 'proposal' && html`<p><strong>${t.proposal}</strong></p>`}
        <p class="hint">${t.forEvidence}</p>
        ${mappingTable(before, after, mapping, language)}
      </details>`
    }
  </section>`;
}

function mappingTable(
  before: Stretch,
  after: Stretch,
  { rows }: InstrumentMapping,
  language: Language,
): Html {
  const t = trendWords[language];
  const nameOf = ({ instrument }: Stretch, no: number): string =>
    `${no}. ${instrument.indicators.find((each) => each.no === no)?.name ?? ''}`;
  const pairs = rows.flatMap((row) => row.from.map((old) => ({ ...row, old })));
  const sorted = pairs.sort((a, b) => a.old - b.old || a.to - b.to);
  return scrolledTable(
    t.mapping,
    [t.indicator, t.mappedTo, t.note],
    sorted.map(
      ({ old, to, carries, note }) =>
        html`<tr>
          <th scope="row">${nameOf(before, old)}</th>
          <td>${nameOf(after, to)}</td>
          <td>
            ${note}
            <span class="hint">${carries === 'evidence' ? t.carries : t.informs}</span>
          </td>
        </tr>`,
    ),
  );
}
