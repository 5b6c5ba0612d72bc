import { html, type Html } from '../platform/html.js';
import type { Coming, PhaseStatus, Status } from '../report/status.service.js';
import type { Language } from './language.js';
import { publicLink } from './public/public-link.view.js';
import { scrolledTable } from './parts/scrolled-table.view.js';
import { statusWords } from './status-words.js';
import { longDate, longMoment } from './words/dates.js';
import { cycleStates, mailStates, noticeName, phaseMoves, phaseStates } from './words/status.js';
import { figure } from './words/work.js';

/** @param isOpen whether anybody may read the result */
export function statusView(
  { cycle, now, phases, coming, mails }: Status,
  isOpen: boolean,
  language: Language,
): Html {
  const { zone } = cycle;
  const t = statusWords[language];
  const columns = [t.phase, t.state, t.opens, t.due, t.finished, t.unfinished, t.lapsed];
  return html`<section>
    <h1>${cycle.title}</h1>
    <p class="now">
      <strong>${longMoment(now, zone, language)}</strong> · ${cycleStates[language][cycle.state]}
      ${cycle.target && html` · ${t.target} ${figure(cycle.target, language)}`}
    </p>
    ${isOpen && publicLink(cycle.code, language)}
    <h2>${t.phases}</h2>
    ${scrolledTable(
      t.phases,
      columns,
      phases.map((phase) => phaseRow(phase, zone, language)),
    )}
    <h2>${t.coming}</h2>
    ${comingList(coming, cycle, language)}
    <h2>${t.mails}</h2>
    <p>${mailCounts(mails, language)}</p>
  </section>`;
}

export function emptyView(language: Language): Html {
  const t = statusWords[language];
  return html`<section>
    <h1>${t.noCycle}</h1>
    <p>${t.load}</p>
    <pre>npm run -s siklus -- load --cycle spbe-2025 --people pekalongan</pre>
  </section>`;
}

function phaseRow(phase: PhaseStatus, zone: string, language: Language): Html {
  const opens = phase.opensAt.toZonedDateTimeISO(zone).toPlainDate();
  return html`<tr>
    <th scope="row">${phase.title}</th>
    <td><span class="badge ${phase.state}">${phaseStates[language][phase.state]}</span></td>
    <td>${longDate(opens, language)}</td>
    <td>${longDate(phase.closesOn, language)}</td>
    <td class="number">${phase.finished}</td>
    <td class="number">${phase.unfinished}</td>
    <td class="number ${phase.lapsed > 0 && 'late'}">${phase.lapsed}</td>
  </tr>`;
}

function comingList(
  coming: readonly Coming[],
  { state, zone }: Status['cycle'],
  language: Language,
): Html {
  const t = statusWords[language];
  if (coming.length === 0) return html`<p>${state === 'paused' ? t.paused : t.nothing}</p>`;
  return html`<ol class="coming">
    ${coming.map((each) => comingItem(each, zone, language))}
  </ol>`;
}

function comingItem({ at, moves, mails, notices }: Coming, zone: string, language: Language): Html {
  const t = statusWords[language];
  const lines = [
    ...moves.map(({ phase, to }) => `${phase.title} ${phaseMoves[language][to]}`),
    ...notices.map((each) => `${noticeName(each, language)} ${t.about(each.phase.title)}`),
  ];
  return html`<li>
    <time datetime="${at.toString()}">${longMoment(at, zone, language)}</time>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    ${mails > 0 && html`<p class="hint">${t.mailCount(mails)}</p>`}
  </li>`;
}

function mailCounts(mails: Status['mails'], language: Language): string {
  const names = mailStates[language];
  const states = Object.keys(names) as (keyof typeof names)[];
  const parts = states.filter((state) => mails[state] > 0);
  if (parts.length === 0) return statusWords[language].noMails;
  return parts.map((state) => `${mails[state]} ${names[state]}`).join(' · ');
}
