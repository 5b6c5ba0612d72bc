import type { AskedField, AskedFlaws, AskedForm } from '../../api/asked-form.js';
import { letterLength, reasonLength } from '../../api/change-bodies.js';
import type { SeenRequest } from '../../assessment/extension/extension-requests.service.js';
import type { Facts, Phase, Task } from '../../domain/cycle.js';
import { isToExtend } from '../../domain/extension/request.js';
import { isPublished } from '../../domain/published.js';
import type { SignedIn } from '../../people/sign-in/visitors.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { problemView } from '../parts/problem.view.js';
import { provenPath } from '../proof.view.js';
import { longDeadline, longUntil } from '../words/dates.js';
import { requestStates } from '../words/extension.js';
import { extensionWords } from './extension-words.js';

/** A request that was not taken: what was typed, and what is wrong with it. */
export interface TriedRequest {
  readonly typed: AskedForm;
  readonly flaws: AskedFlaws;
  /** Of the letter; null when it only has to be chosen anew. */
  readonly file: string | null;
  /** What a rule says of the whole. */
  readonly refusal: string | null;
}

export interface ExtensionsShown {
  readonly facts: Facts;
  readonly unit: string;
  readonly requests: readonly SeenRequest[];
  readonly language: Language;
  /** `/opd/spbe-2025/DINKES` */
  readonly path: string;
  readonly proof: Html;
  readonly visitor: SignedIn;
  readonly mayWrite: boolean;
  readonly mayOpenLetter: boolean;
  readonly tried: TriedRequest | null;
}

/** Asking for more time, and what became of it. Nothing where there is neither. */
export function extensionsView(shown: ExtensionsShown): Html | false {
  const { facts, requests, unit, language, mayWrite, tried } = shown;
  const own = requests.filter((request) => request.unit === unit);
  const tasks = isPublished(facts) || !mayWrite ? [] : facts.tasks.filter(canBeAsked(shown, own));
  if (own.length === 0 && tasks.length === 0 && !tried) return false;
  const t = extensionWords[language];
  // Somebody else was quicker, or the task is done: there is no form any more to say it in.
  const isLost = tried !== null && !tasks.some((task) => triedIn(task, shown));
  return html`<section id="dispensasi">
    <h2>${t.title}</h2>
    <p class="hint">${t.intro}</p>
    ${isLost && triedView(tried, language)}
    ${
      own.length > 0 &&
      html`<ul>
        ${own.map((request) => requestItem(request, shown))}
      </ul>`
    }
    ${tasks.map((task) => askForm(task, shown))}
  </section>`;
}

/** A second request of a phase would only be refused. */
function canBeAsked({ facts, unit }: ExtensionsShown, own: readonly SeenRequest[]) {
  const asking = new Set(own.filter(({ asks }) => asks).map(({ phase }) => phase));
  const known = new Set(facts.phases.map(({ code }) => code));
  return (task: Task): boolean =>
    known.has(task.phase) && isToExtend(task, task.phase, unit) && !asking.has(task.phase);
}

function requestItem(request: SeenRequest, shown: ExtensionsShown): Html {
  const { language, path, proof, facts, mayWrite, mayOpenLetter } = shown;
  const t = extensionWords[language];
  const { id, state, asks, wish, granted, letter, file, reason, note } = request;
  const { zone } = facts.cycle;
  const isOver = state === 'waiting' && !asks;
  return html`<li>
    <strong><bdi>${titleOf(facts.phases, request.phase)}</bdi></strong>
    <span class="badge">${requestStates[language][isOver ? 'moot' : state]}</span>
    ${t.wished(longUntil(wish, zone, language))}${
      granted !== null && html`, ${t.granted(longUntil(granted, zone, language))}`
    }
    <p class="hint">
      <bdi>${reason}</bdi> ·
      ${
        mayOpenLetter
          ? html`<a href="${path}/dispensasi/${id}/surat"
              >${t.letterNo(letter)}: <bdi>${file.name}</bdi></a
            >`
          : t.letterNo(letter)
      }
    </p>
    ${note !== '' && html`<p><bdi>${note}</bdi></p>`}
    ${
      state === 'waiting' &&
      mayWrite &&
      html`<form method="post" action="${path}/dispensasi/${id}/tarik">
        ${proof}<button class="quiet">${t.withdraw}</button>
      </form>`
    }
  </li>`;
}

function askForm(task: Task, shown: ExtensionsShown): Html {
  const { facts, language, path, visitor } = shown;
  const t = extensionWords[language];
  const tried = triedIn(task, shown);
  const deadline = longDeadline(task.deadline, facts.cycle.zone, language);
  return html`<details class="change" ${tried && html`open`}>
    <summary>${t.ask}: <bdi>${titleOf(facts.phases, task.phase)}</bdi></summary>
    <p class="hint">${t.deadline(deadline)}</p>
    ${tried && triedView(tried, language)}
    <form
      method="post"
      enctype="multipart/form-data"
      action="${provenPath(`${path}/dispensasi`, visitor)}"
    >
      <input type="hidden" name="phase" value="${task.phase}" />
      ${dateField(task, shown)} ${reasonField(task, shown)} ${letterField(task, shown)}
      ${fileField(task, shown)}
      <p class="buttons"><button>${t.send}</button></p>
    </form>
  </details>`;
}

function triedView({ refusal }: TriedRequest, language: Language): Html {
  return problemView(refusal ?? extensionWords[language].problem);
}

function dateField(task: Task, shown: ExtensionsShown): Html {
  const t = extensionWords[shown.language];
  const typed = triedIn(task, shown)?.typed;
  const id = `${task.phase}-closes`;
  return html`<div class="field dates">
    ${flawOf(task, shown, 'closes')}
    <label for="${id}">${t.closes}</label>
    <input
      id="${id}"
      type="date"
      name="closes"
      value="${typed?.closes ?? ''}"
      required
      ${describedBy(task, shown, 'closes')}
    />
    <label for="${id}-time">${t.time}</label>
    <input id="${id}-time" type="time" name="closesTime" value="${typed?.closesTime ?? ''}" />
  </div>`;
}

function reasonField(task: Task, shown: ExtensionsShown): Html {
  const t = extensionWords[shown.language];
  const id = `${task.phase}-reason`;
  return html`<div class="field">
    <label for="${id}">${t.reason}</label>
    ${flawOf(task, shown, 'reason')}
    <textarea
      id="${id}"
      name="reason"
      rows="4"
      maxlength="${reasonLength}"
      required
      ${describedBy(task, shown, 'reason')}
    >
${triedIn(task, shown)?.typed.reason ?? ''}</textarea>
  </div>`;
}

function letterField(task: Task, shown: ExtensionsShown): Html {
  const t = extensionWords[shown.language];
  const id = `${task.phase}-letter`;
  return html`<div class="field">
    <label for="${id}">${t.letter}</label>
    <p class="hint">${t.letterHint}</p>
    ${flawOf(task, shown, 'letter')}
    <input
      id="${id}"
      name="letter"
      maxlength="${letterLength}"
      value="${triedIn(task, shown)?.typed.letter ?? ''}"
      required
      ${describedBy(task, shown, 'letter')}
    />
  </div>`;
}

/** The last one: what was typed before it is known although the file is not taken. */
function fileField(task: Task, shown: ExtensionsShown): Html {
  const t = extensionWords[shown.language];
  const tried = triedIn(task, shown);
  const id = `${task.phase}-file`;
  return html`<div class="field">
    <label for="${id}">${t.file}</label>
    ${tried && html`<p class="error" id="${id}-error">${tried.file ?? t.fileAgain}</p>`}
    <input
      id="${id}"
      type="file"
      name="file"
      required
      ${tried && html`aria-describedby="${id}-error"`}
    />
  </div>`;
}

function triedIn({ phase }: Task, { tried }: ExtensionsShown): TriedRequest | null {
  return tried?.typed.phase === phase ? tried : null;
}

function flawOf(task: Task, shown: ExtensionsShown, field: AskedField): Html | null {
  const flaw = triedIn(task, shown)?.flaws[field];
  if (!flaw) return null;
  const text = extensionWords[shown.language].flaws[flaw];
  return html`<p class="error" id="${task.phase}-${field}-error">${text}</p>`;
}

function describedBy(task: Task, shown: ExtensionsShown, field: AskedField): Html | null {
  if (!triedIn(task, shown)?.flaws[field]) return null;
  return html`aria-invalid="true" aria-describedby="${task.phase}-${field}-error"`;
}

function titleOf(phases: readonly Phase[], code: string): string {
  return phases.find((phase) => phase.code === code)?.title ?? code;
}
