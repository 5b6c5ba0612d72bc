import type { Nudges } from '../../cycle/nudge.service.js';
import { html, type Html } from '../../platform/html.js';
import type { Overview } from '../../report/overview.service.js';
import type { TaskProgress } from '../../report/progress.js';
import type { Language } from '../language.js';
import { dateWithDays, longMoment } from '../words/dates.js';
import { nudgeText, whatsAppLink } from './nudge-text.js';
import { words } from './words.js';

export interface LateShown {
  readonly language: Language;
  readonly proof: Html;
  /** When somebody was reminded last, by the task. */
  readonly nudges: Nudges;
  /** Where the pages are found, for links that others open. */
  readonly site: string;
}

/** Who is late, and who will be: with what a coordinator can do about it. */
export function lateSections(overview: Overview, shown: LateShown): Html {
  const { late, close } = overview.progress;
  const t = words[shown.language];
  return html`<section id="terlambat">
      <h2>${t.late}</h2>
      ${late.length === 0 ? html`<p>${t.nobodyLate}</p>` : list(late, overview, shown)}
    </section>
    ${
      close.length > 0 &&
      html`<section id="mendekati-tenggat">
        <h2>${t.close}</h2>
        ${list(close, overview, shown)}
      </section>`
    }`;
}

function list(tasks: readonly TaskProgress[], overview: Overview, shown: LateShown): Html {
  const isNudged = tasks.some(({ unit }) => unit !== null);
  return html`${isNudged && html`<p class="hint">${words[shown.language].nudgeHint}</p>`}
    <ul class="late">
      ${tasks.map(
        (task) =>
          html`<li>
            ${lateText(task, overview, shown.language)}
            ${task.unit !== null && nudge(task, overview, shown)}
            ${task.state === 'lapsed' && task.assessor === null && notaDinas(task, overview, shown)}
          </li>`,
      )}
    </ul>`;
}

function nudge(task: TaskProgress, overview: Overview, shown: LateShown): Html {
  const { language, proof, nudges, site } = shown;
  const { cycle } = overview.facts;
  const t = words[language];
  const { title, who, name } = namesOf(task, overview);
  const about = { cycle, site, phaseTitle: title, unitName: name ?? '', assessor: who ?? null };
  const link = whatsAppLink(nudgeText({ task, ...about }));
  const whose = [title, who, name].filter(Boolean).join(' · ');
  const last = nudges.get(task.id);
  return html`<div>
    <a href="${link}" target="_blank" rel="noopener noreferrer" aria-label="${t.nudge}: ${whose}"
      >${t.nudge}</a
    >
    <form
      class="inline"
      method="post"
      action="/koordinator/${encodeURIComponent(cycle.code)}/diingatkan"
    >
      ${proof}<input type="hidden" name="task" value="${task.id}" /><button
        class="quiet"
        aria-label="${t.nudged}: ${whose}"
      >
        ${t.nudged}
      </button>
    </form>
    ${last !== undefined && html`<span class="hint">${t.lastNudge(last.who, longMoment(last.at, cycle.zone, language))}</span>`}
  </div>`;
}

/** A letter about the unit, to its head or to the Sekda. */
function notaDinas({ unit: code }: TaskProgress, { facts }: Overview, { language }: LateShown) {
  const unit = facts.people.units.find((each) => each.code === code);
  if (!unit) return false;
  const t = words[language];
  const path = ['koordinator', facts.cycle.code, 'nota-dinas', unit.code]
    .map(encodeURIComponent)
    .join('/');
  return html`<div>
    <a href="/${path}" download>${t.notaDinasToHead} <bdi>${unit.name}</bdi></a>
    <a href="/${path}?kepada=sekda" download>${t.notaDinasToSekda} <bdi>${unit.name}</bdi></a>
  </div>`;
}

function lateText(task: TaskProgress, overview: Overview, language: Language): Html {
  const { title, who, name } = namesOf(task, overview);
  const parts = [title, who, name].filter((part) => part !== undefined);
  const named = parts.map((part, index) => html`${index > 0 && ' · '}<bdi>${part}</bdi>`);
  const date = dateWithDays(task.deadlineDate, task.daysLeft, language);
  return html`${named}: ${words[language].lateIs} ${date}`;
}

function namesOf({ phase, unit, assessor }: TaskProgress, { facts }: Overview) {
  const { phases, people } = facts;
  return {
    title: phases.find(({ code }) => code === phase)?.title ?? phase,
    name: people.units.find(({ code }) => code === unit)?.name,
    who: people.assessors.find(({ code }) => code === assessor)?.name,
  };
}
