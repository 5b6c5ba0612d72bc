import { responsibilityIn } from '../../assessment/import/present.js';
import type { Reader } from '../../assessment/reading.service.js';
import { html, type Html } from '../../platform/html.js';
import type { Column } from '../parts/table.js';
import { assignmentWords } from './assignment-words.js';
import {
  chosenIn,
  listing,
  option,
  unitOptions,
  type Listing,
  type ListingShown,
} from './assignments-parts.view.js';
import type { AssignmentsShown } from './assignments.view.js';

interface Led {
  readonly no: number;
  readonly title: string;
  /** The name of a unit. */
  readonly lead: string | null;
  readonly isRetired: boolean;
  readonly supports: string;
  readonly isExternal: boolean;
}

/** Who leads what, with the form to change it. */
export function leadsSection(reader: Reader, shown: AssignmentsShown): Html {
  const t = assignmentWords[shown.language];
  return html`<section>
    <h2 id="penanggung-jawab">${t.leads}</h2>
    ${leadForm(reader, shown)} ${leadListing(reader, shown).view(shown)}
  </section>`;
}

export function leadListing(reader: Reader, shown: ListingShown): Listing {
  return listing({
    name: 'penanggung',
    anchor: '#penanggung-jawab',
    caption: assignmentWords[shown.language].leads,
    columns: columns(shown),
    rows: ledIn(reader),
  });
}

function columns(shown: ListingShown): Column<Led>[] {
  const t = assignmentWords[shown.language];
  return [
    { key: 'indikator', title: t.indicator, value: ({ no, title }) => `${no}. ${title}` },
    {
      key: 'penanggung',
      title: t.lead,
      value: ({ lead, isRetired, isExternal }) => {
        if (lead !== null) return isRetired ? `${lead} (${t.retired})` : lead;
        return isExternal ? t.external : t.nobody;
      },
      cell: (led) => leadCell(led, shown),
    },
    { key: 'pendukung', title: t.supports, value: ({ supports }) => supports },
  ];
}

function leadCell({ no, lead, isRetired, isExternal }: Led, shown: ListingShown): Html {
  const t = assignmentWords[shown.language];
  if (lead === null && isExternal) return html`${t.external}`;
  return html`${lead === null ? html`<strong class="error">${t.nobody}</strong>` : html`<bdi>${lead}</bdi>`}
  ${isRetired && html`<strong class="error">(${t.retired})</strong>`}
  ${
    !isExternal &&
    html`<a
      href="${chosenIn(shown, { indikator: String(no) })}"
      aria-label="${t.change}: ${t.indicator} ${no}"
      >${t.change}</a
    >`
  }`;
}

function ledIn({ facts, dossier, instrument }: Reader): Led[] {
  const units = new Map(facts.people.units.map((unit) => [unit.code, unit]));
  const nameOf = (code: string): string => units.get(code)?.name ?? code;
  return instrument.indicators.map(({ no, name, valueSource }) => {
    const { lead, supports, title } = responsibilityIn(dossier, no);
    return {
      no,
      title: title ?? name,
      lead: lead === null ? null : nameOf(lead),
      isRetired: units.get(lead ?? '')?.retired ?? false,
      supports: supports.map(nameOf).join(', '),
      isExternal: valueSource === 'external',
    };
  });
}

function leadForm(
  { facts, instrument }: Reader,
  { language, path, proof, chosen }: AssignmentsShown,
): Html {
  const t = assignmentWords[language];
  const indicators = instrument.indicators
    .filter(({ valueSource }) => valueSource !== 'external')
    .map(({ no, name }) => option(String(no), `${no}. ${name}`, chosen.indikator));
  return html`<form method="post" action="${path}/penanggung-jawab">
    ${proof}
    <p>
      <label
        >${t.indicator}
        <select name="indicator">
          ${indicators}
        </select></label
      >
    </p>
    <p>
      <label
        >${t.lead}
        <select name="lead">
          ${unitOptions(facts.people.units, '')}
          <option value="">${t.noLeadOption}</option>
        </select></label
      >
    </p>
    <p class="hint">${t.leadHint}</p>
    <button>${t.setLead}</button>
  </form>`;
}
