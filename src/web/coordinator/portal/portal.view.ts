import { html, type Html } from '../../../platform/html.js';
import { noteLine } from '../../../report/portal/pack-texts.js';
import type {
  PortalEvidence,
  PortalFilter,
  PortalIndicator,
} from '../../../report/portal/portal.js';
import type { ReadPack } from '../../../report/portal/portal.service.js';
import type { Language } from '../../language.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { judgementText } from '../../words/verdicts.js';
import { figure } from '../../words/work.js';
import { option } from '../assignments-parts.view.js';
import { packPath, portalPath } from './portal-path.js';
import { portalWords, sizeText } from './portal-words.js';

/** Everything that is typed over into the portal, in its order. */
export function portalView(read: ReadPack, filter: PortalFilter, language: Language): Html {
  const { pack } = read;
  const { code } = pack.cycle;
  const t = portalWords[language];
  return html`<section>
      <h1>${t.title}</h1>
      <p>${t.intro}</p>
      ${filterForm(read, filter, language)}
      <p><a href="${packPath(code, filter)}" download>${t.pack}</a></p>
      <p class="hint">${t.packHint}</p>
    </section>
    ${pack.indicators.length === 0 && html`<p class="empty">${t.none}</p>`}
    ${pack.indicators.map((indicator) => indicatorView(indicator, code, language))}`;
}

function filterForm(
  { facts, instrument }: ReadPack,
  { domain, unit }: PortalFilter,
  language: Language,
): Html {
  const t = portalWords[language];
  const { domains } = instrument;
  return html`<form method="get" action="${portalPath(facts.cycle.code)}" class="find">
    ${
      domains.length > 0 &&
      html`<label
        >${t.domain}
        <select name="domain">
          ${option('', t.all, domain)}
          ${domains.map(({ code, name }) => option(code, `${code} ${name}`, domain))}
        </select></label
      >`
    }
    <label
      >${t.unit}
      <select name="opd">
        ${option('', t.all, unit)}
        ${facts.people.units.map(({ code, name }) => option(code, name, unit))}
      </select></label
    >
    <button>${t.filter}</button>
  </form>`;
}

function indicatorView(indicator: PortalIndicator, cycle: string, language: Language): Html {
  const { no, key, title, name, lead, state, claimed, verified } = indicator;
  const { fact, analysis, notes } = indicator;
  const t = portalWords[language];
  const facts: readonly (readonly [string, string])[] = [
    ...(title === name ? [] : [[t.officialName, name] as const]),
    [t.lead, lead?.name ?? '–'],
    [t.state, t.states[state]],
    [t.claimed, claimed === null ? '–' : figure(claimed, language)],
    [t.verified, verified === null ? '–' : figure(verified, language)],
  ];
  return html`<section id="indikator-${no}">
    <h2>${no}. <bdi>${title}</bdi></h2>
    <p class="hint">${placeOf(indicator)} · ${key}</p>
    <dl>
      ${facts.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd><bdi>${value}</bdi></dd>`,
      )}
    </dl>
    ${copied({ id: `fakta-${no}`, label: t.fact, text: fact }, language)}
    ${copied({ id: `analisis-${no}`, label: t.analysis, text: analysis }, language)}
    ${evidenceTable(indicator, cycle, language)}
    ${copied(
      { id: `catatan-${no}`, label: t.notes, text: notes.map(noteLine).join('\n') },
      language,
    )}
  </section>`;
}

function placeOf({ domain, aspect }: PortalIndicator): string {
  const parts = [domain, aspect].flatMap((part) => part ?? []);
  return parts.map(({ code, name }) => `${code} ${name}`).join(' · ');
}

interface Copied {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** A text to be taken along: by the button where there is script, else by hand. Nothing where there is none. */
function copied({ id, label, text }: Copied, language: Language): Html | false {
  const t = portalWords[language];
  return (
    text !== '' &&
    html`<div class="field">
      <label for="${id}">${label}</label>
      <textarea id="${id}" rows="4" readonly>${text}</textarea>
      <p>
        <button
          type="button"
          class="quiet"
          hidden
          data-copies="${id}"
          data-done="${t.copied}"
          data-failed="${t.copyByHand}"
        >
          ${t.copy}: ${label} ${id.slice(id.indexOf('-') + 1)}
        </button>
        <output></output>
      </p>
    </div>`
  );
}

function evidenceTable({ evidence, no }: PortalIndicator, cycle: string, language: Language): Html {
  const t = portalWords[language];
  const label = `${t.evidence} ${no}`;
  if (evidence.length === 0) {
    return html`<h3>${t.evidence}</h3>
      <p class="hint">${t.noEvidence}</p>`;
  }
  const columns = [t.fileName, t.original, t.level, t.size, t.verdict];
  return html`<h3>${t.evidence}</h3>
    ${scrolledTable(
      label,
      columns,
      evidence.map((each) => evidenceRow(each, cycle, language)),
    )}`;
}

function evidenceRow(each: PortalEvidence, cycle: string, language: Language): Html {
  const { id, unit, name, original, level, file, url, judgement, note } = each;
  const stored = `/opd/${encodeURIComponent(cycle)}/${encodeURIComponent(unit)}/bukti/${id}`;
  const said = [judgementText(judgement, language), note].filter((part) => part !== '');
  return html`<tr>
    <th scope="row"><bdi>${file === null ? portalWords[language].link : name}</bdi></th>
    <td>
      ${
        url === null
          ? html`<a href="${stored}" download="${name}"><bdi>${original}</bdi></a>`
          : html`<a href="${url}" rel="noreferrer"><bdi>${original}</bdi></a> <bdi>${url}</bdi>`
      }
    </td>
    <td class="number">${level}</td>
    <td class="number">${file === null ? '–' : sizeText(file.size, language)}</td>
    <td><bdi>${said.join(' – ')}</bdi></td>
  </tr>`;
}
