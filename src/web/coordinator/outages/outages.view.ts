import { Temporal } from 'temporal-polyfill';
import type { JournalRow } from '../../../cycle/journal.entity.js';
import type { Facts } from '../../../domain/cycle.js';
import type { MissedMail, MissedMove, OutageFacts } from '../../../domain/outage.js';
import type { MailDelay } from '../../../notice/mail-delays.store.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { longMoment } from '../../words/dates.js';
import { phaseStates } from '../../words/status.js';
import { taskStates } from '../../words/work.js';
import { delaysTable } from './mail-delays.view.js';
import { outageWords } from './outage-words.js';

/** Of each kind. */
export const mostShown = 20;

export interface Shown {
  readonly facts: Facts;
  readonly language: Language;
}

type Outage = Pick<JournalRow, 'due' | 'recorded' | 'facts'>;

export interface Troubles {
  readonly outages: readonly Outage[];
  readonly delays: readonly MailDelay[];
}

/** What came late, by outage, the newest first: of the system itself, and of the mail server. */
export function outagesView({ outages, delays }: Troubles, shown: Shown): Html {
  const t = outageWords[shown.language];
  return html`<section>
      <h1>${t.title}</h1>
      <h2>${t.system}</h2>
      <p class="hint">${t.intro} ${outages.length === mostShown && t.newest(mostShown)}</p>
      ${outages.length === 0 && html`<p class="empty">${t.none}</p>`}
      ${outages.map((each) => outageView(each, shown))}
    </section>
    <section>
      <h2>${t.mailServer}</h2>
      <p class="hint">${t.mailIntro} ${delays.length === mostShown && t.newest(mostShown)}</p>
      ${delays.length === 0 ? html`<p class="empty">${t.noDelays}</p>` : delaysTable(delays, shown)}
    </section>`;
}

function outageView(outage: Outage, shown: Shown): Html {
  const t = outageWords[shown.language];
  const { due, recorded, facts } = outage;
  const { lastTick, moves, mails } = facts as unknown as OutageFacts;
  const spent = due.until(recorded).round({ largestUnit: 'hour', smallestUnit: 'minute' });
  const lasted = t.duration(Math.floor(spent.hours / 24), spent.hours % 24, spent.minutes);
  return html`<article>
    <h3>${moment(due, shown)} – ${moment(recorded, shown)}</h3>
    <p>${t.lasted}: <strong>${lasted}</strong>. ${t.lastTick}: ${moment(lastTick, shown)}.</p>
    <h4>${t.moves}</h4>
    ${moves.length === 0 ? html`<p class="empty">${t.noMoves}</p>` : movesTable(moves, outage, shown)}
    <h4>${t.mails}</h4>
    ${mails.length === 0 ? html`<p class="empty">${t.noMails}</p>` : mailsTable(mails, outage, shown)}
  </article>`;
}

function movesTable(moves: readonly MissedMove[], { due, recorded }: Outage, shown: Shown): Html {
  const { columns, moves: title, wholePhase } = outageWords[shown.language];
  const rows = moves.map((move) =>
    row([
      titleOf(move, shown),
      move.what === 'phase' ? wholePhase : bearerOf(move, shown),
      stateOf(move, shown.language),
      moment(move.due, shown),
      moment(recorded, shown),
    ]),
  );
  const heads = [columns.phase, columns.who, columns.to, columns.due, columns.recorded];
  return scrolledTable(`${title}: ${moment(due, shown)}`, heads, rows);
}

function mailsTable(mails: readonly MissedMail[], { due }: Outage, shown: Shown): Html {
  const t = outageWords[shown.language];
  const { columns } = t;
  const rows = mails.map((mail) =>
    row([
      titleOf(mail, shown),
      bearerOf(mail, shown),
      mail.offset ?? t.opened,
      moment(mail.due, shown),
      mail.fate === 'merged' ? t.merged(mail.into ?? t.opened) : t.fates[mail.fate],
    ]),
  );
  const heads = [columns.phase, columns.who, columns.mail, columns.due, columns.fate];
  return scrolledTable(`${t.mails}: ${moment(due, shown)}`, heads, rows);
}

function row(cells: readonly string[]): Html {
  return html`<tr>
    ${cells.map((cell) => html`<td><bdi>${cell}</bdi></td>`)}
  </tr>`;
}

function moment(at: Temporal.Instant | string, { facts, language }: Shown): string {
  return longMoment(Temporal.Instant.from(at), facts.cycle.zone, language);
}

function stateOf({ what, to }: MissedMove, language: Language): string {
  const words: Readonly<Record<string, string>> =
    what === 'phase' ? phaseStates[language] : taskStates[language];
  return words[to] ?? to;
}

function titleOf({ phase }: { readonly phase: string }, { facts }: Shown): string {
  return facts.phases.find(({ code }) => code === phase)?.title ?? phase;
}

function bearerOf(
  { unit, assessor }: Pick<MissedMove, 'unit' | 'assessor'>,
  { facts: { people } }: Shown,
): string {
  const named = [
    people.units.find(({ code }) => code === unit)?.name ?? unit,
    people.assessors.find(({ code }) => code === assessor)?.name ?? assessor,
  ];
  return named.filter(Boolean).join(' / ') || '–';
}
