import { reasonLength } from '../../../api/change-bodies.js';
import type {
  SeenRequest,
  ShownGrant,
} from '../../../assessment/extension/extension-requests.service.js';
import type { Facts } from '../../../domain/cycle.js';
import type { ReviewTime } from '../../../domain/extension/review-time.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { longDate, longDeadline, longMoment, longUntil } from '../../words/dates.js';
import { requestStates } from '../../words/extension.js';
import { consequencesView } from '../changes/consequences.view.js';
import { requestWords } from './request-words.js';

/** What was typed, and what is wrong with it. */
export interface TypedDecision {
  /** Until when; as it stands in the two fields. */
  readonly date: string;
  readonly time: string;
  readonly dateFlaw: string | null;
  readonly note: string;
  readonly reason: string;
  readonly reasonFlaw: string | null;
}

export interface RequestShown {
  readonly request: SeenRequest;
  readonly facts: Facts;
  /** What would come of it until that moment; null where it cannot be granted until then. */
  readonly grant: (ShownGrant & { readonly granted: string }) | null;
  /** The request of the reader's own unit. */
  readonly isOwn: boolean;
  readonly typed: TypedDecision;
  readonly message: Html | null;
  readonly language: Language;
  readonly proof: Html;
  /** `/koordinator/spbe-2025/keputusan` */
  readonly path: string;
}

/** One request: what is asked, what would come of it, and the three ways to decide. */
export function requestView(shown: RequestShown): Html {
  const { request, isOwn, message, language, path } = shown;
  const t = requestWords[language];
  return html`<section>
      <h1>${t.title}</h1>
      ${message} ${factsList(shown)}
      <p><a href="${path}#dispensasi">${t.back}</a></p>
    </section>
    ${isOwn && request.asks && html`<p class="problem" role="note">${t.own}</p>`}
    ${
      !isOwn &&
      request.asks &&
      html`${grantSection(shown)}
        <section>${shorterForm(shown)} ${refusalForm(shown)}</section>`
    }`;
}

function factsList(shown: RequestShown): Html {
  const { request, facts, language } = shown;
  const t = requestWords[language];
  const { unit, phase, state, asks, wish, reason, granted, note } = request;
  const { zone, code } = facts.cycle;
  const until = (moment: string): string => longUntil(moment, zone, language);
  const task = facts.tasks.find(
    (each) => each.phase === phase && each.unit === unit && each.assessor === null,
  );
  const letter = `/opd/${encodeURIComponent(code)}/${encodeURIComponent(unit)}/dispensasi/${request.id}/surat`;
  const rows: (readonly [string, Html | string | null])[] = [
    [t.unit, facts.people.units.find((each) => each.code === unit)?.name ?? unit],
    [t.phase, facts.phases.find((each) => each.code === phase)?.title ?? phase],
    [t.state, requestStates[language][state === 'waiting' && !asks ? 'moot' : state]],
    [t.deadline, task ? longDeadline(task.deadline, zone, language) : null],
    [t.wish, until(wish)],
    [t.reason, reason],
    [
      t.letter,
      html`<a href="${letter}"><bdi>${request.letter}</bdi> (<bdi>${request.file.name}</bdi>)</a>`,
    ],
    [t.asked, t.by(request.askedBy, longMoment(request.askedAt, zone, language))],
    [t.granted, granted === null ? null : until(granted)],
    [t.decided, decidedBy(shown)],
    [t.note, note],
  ];
  return html`<dl>
    ${rows
      .filter(([, value]) => value !== null && value !== '')
      .map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd><bdi>${value}</bdi></dd>`,
      )}
  </dl>`;
}

function decidedBy({ request, facts, language }: RequestShown): string | null {
  const { decidedBy: who, decidedAt } = request;
  if (who === null || decidedAt === null) return null;
  return requestWords[language].by(who, longMoment(decidedAt, facts.cycle.zone, language));
}

function grantSection(shown: RequestShown): Html | null {
  const { grant, request, facts, language, path, proof, typed } = shown;
  if (!grant) return null;
  const t = requestWords[language];
  const until = longUntil(grant.granted, facts.cycle.zone, language);
  const button = grant.granted === request.wish ? t.approve : t.shorten;
  return html`<section>
    <h2>${t.consequence(until)}</h2>
    ${assessorsTable(grant.assessors, shown)}
    ${consequencesView(grant.consequences, { facts, language })}
    <form method="post" action="${path}/dispensasi/${request.id}/setujui">
      ${proof}
      <input type="hidden" name="closes" value="${grant.granted}" />
      <input type="hidden" name="shown" value="${grant.shown}" />
      <div class="field">
        <label for="note">${t.note}</label>
        <p class="hint" id="note-hint">${t.noteHint}</p>
        <input
          id="note"
          name="note"
          maxlength="${reasonLength}"
          value="${typed.note}"
          aria-describedby="note-hint"
        />
      </div>
      <p class="buttons"><button>${button(until)}</button></p>
    </form>
  </section>`;
}

function assessorsTable(assessors: readonly ReviewTime[], { facts, language }: RequestShown): Html {
  const t = requestWords[language];
  if (assessors.length === 0) return html`<p class="hint">${t.noAssessors}</p>`;
  const titles = new Map(facts.phases.map(({ code, title }) => [code, title]));
  const columns = [t.assessor, t.phase, t.until, t.now, t.then, t.warning];
  const rows = assessors.map(
    ({ assessor, phase, until, now, then, passes }) =>
      html`<tr>
        <th scope="row"><bdi>${assessor.name}</bdi></th>
        <td><bdi>${titles.get(phase) ?? phase}</bdi></td>
        <td>${longDate(until, language)}</td>
        <td class="number">${now}</td>
        <td class="number">${then}</td>
        <td>${passes && html`<strong class="soon">${t.passes[passes]}</strong>`}</td>
      </tr>`,
  );
  return html`<h3>${t.assessors}</h3>
    ${scrolledTable(t.assessors, columns, rows)}`;
}

/** Asks for the same page with another date: what is shorter is shown before it is decided, too. */
function shorterForm({ request, language, path, typed }: RequestShown): Html {
  const t = requestWords[language];
  const { date, time, dateFlaw } = typed;
  return html`<h2>${t.shorter}</h2>
    <form method="get" action="${path}/dispensasi/${request.id}">
      <p class="hint">${t.shorterHint}</p>
      <div class="field dates">
        ${dateFlaw !== null && html`<p class="error" id="sampai-error">${dateFlaw}</p>`}
        <label for="sampai">${t.closes}</label>
        <input
          id="sampai"
          type="date"
          name="sampai"
          value="${date}"
          ${dateFlaw !== null && html`aria-invalid="true" aria-describedby="sampai-error"`}
        />
        <label for="jam">${t.time}</label>
        <input id="jam" type="time" name="jam" value="${time}" />
      </div>
      <p class="buttons"><button>${t.show}</button></p>
    </form>`;
}

function refusalForm({ request, language, path, proof, typed }: RequestShown): Html {
  const t = requestWords[language];
  const { reason, reasonFlaw } = typed;
  const notes = reasonFlaw === null ? 'reason-hint' : 'reason-hint reason-error';
  return html`<h2>${t.refusing}</h2>
    <form method="post" action="${path}/dispensasi/${request.id}/tolak">
      ${proof}
      <div class="field">
        <label for="reason">${t.reason}</label>
        <p class="hint" id="reason-hint">${t.refusalHint}</p>
        ${reasonFlaw !== null && html`<p class="error" id="reason-error">${reasonFlaw}</p>`}
        <input
          id="reason"
          name="reason"
          maxlength="${reasonLength}"
          value="${reason}"
          aria-describedby="${notes}"
          ${reasonFlaw !== null && html`aria-invalid="true"`}
        />
      </div>
      <p class="buttons"><button class="quiet">${t.refuse}</button></p>
    </form>`;
}
