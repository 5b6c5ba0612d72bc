import type { PhaseKind } from '../../domain/cycle.js';
import { html, type Html } from '../../platform/html.js';
import type { Overview } from '../../report/overview.service.js';
import {
  unfinished,
  type IndicatorProgress,
  type TaskProgress,
  type UnitProgress,
} from '../../report/progress.js';
import type { Language } from '../language.js';
import { dateWithDays } from '../words/dates.js';
import { gapText, indicatorStates } from '../words/work.js';
import { words } from './words.js';

export interface DeskShown {
  readonly language: Language;
  /** `/opd/spbe-2025/DINKES` */
  readonly path: string;
  /** A hidden input that proves where the form comes from. */
  readonly proof: Html;
  readonly message: Html | null;
  /** Whether the reader may change anything here. */
  readonly mayWrite: boolean;
  /** Asking for more time, and what became of it. */
  readonly extensions: Html | false;
  /** Starting from what an earlier cycle has. */
  readonly offer: Html | false;
}

/** What is due, how many days are left, and what is missing. */
export function deskView(overview: Overview, own: UnitProgress, shown: DeskShown): Html {
  const { language, message } = shown;
  const t = words[language];
  const supported = overview.progress.indicators.filter(({ supports }) =>
    supports.includes(own.unit.code),
  );
  return html`<section>
      <h1>${own.unit.name}</h1>
      <p class="hint">${t.desk} · ${overview.facts.cycle.title}</p>
      ${message}
      <h2>${t.due}</h2>
      ${dueList(overview, own, shown)}
    </section>
    ${shown.extensions} ${shown.offer}
    <section>
      <h2>${t.leads}</h2>
      ${
        own.indicators.length === 0
          ? html`<p class="empty">${t.noLeads}</p>`
          : indicatorTable(own.indicators, shown)
      }
      ${
        supported.length > 0 &&
        html`<h2>${t.supports}</h2>
          ${indicatorTable(supported, shown)}`
      }
    </section>`;
}

function dueList(overview: Overview, own: UnitProgress, shown: DeskShown): Html {
  const tasks = unfinished(own.tasks);
  if (tasks.length === 0) return html`<p class="empty">${words[shown.language].nothingDue}</p>`;
  return html`<ul class="due">
    ${tasks.map((task) => dueItem(overview, own, task, shown))}
  </ul>`;
}

function dueItem(
  overview: Overview,
  own: UnitProgress,
  task: TaskProgress,
  shown: DeskShown,
): Html {
  const phase = overview.facts.phases.find(({ code }) => code === task.phase);
  const { language, path, proof, mayWrite } = shown;
  const t = words[language];
  return html`<li>
    <strong>${phase?.title ?? task.phase}</strong>
    <span class="${task.daysLeft <= 3 && 'soon'}"
      >${dateWithDays(task.deadlineDate, task.daysLeft, language)}</span
    >
    ${
      mayWrite &&
      html`<form method="post" action="${path}/kirim">
        ${proof}<input type="hidden" name="phase" value="${task.phase}" />
        <p class="hint">${hintFor(phase?.kind ?? null, own, language)}</p>
        <button>${phase?.kind === 'briefing' ? t.confirmBriefing : t.send}</button>
      </form>`
    }
  </li>`;
}

/** The consequence, before it is taken. */
function hintFor(kind: PhaseKind | null, own: UnitProgress, language: Language): string | null {
  if (kind !== 'self-assessment' && kind !== 'revision') return null;
  const open = own.indicators.filter(({ state }) =>
    kind === 'revision'
      ? state === 'returned' || state === 'revising'
      : state === 'unanswered' || state === 'draft',
  );
  return words[language].sendHint(open.length);
}

function indicatorTable(indicators: readonly IndicatorProgress[], shown: DeskShown): Html {
  const { language } = shown;
  const t = words[language];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t.leads}">
    <table>
      <thead>
        <tr>
          <th scope="col">No</th>
          <th scope="col">${t.indicator}</th>
          <th scope="col">${t.state}</th>
          <th scope="col">${t.claim}</th>
          <th scope="col">${t.supported}</th>
          <th scope="col">${t.missing}</th>
        </tr>
      </thead>
      <tbody>
        ${indicators.map((each) => indicatorRow(each, shown))}
      </tbody>
    </table>
  </div>`;
}

function indicatorRow(
  { indicator, title, state, claim, supported, gaps }: IndicatorProgress,
  { language, path }: DeskShown,
): Html {
  const t = words[language];
  return html`<tr>
    <td class="number">${indicator.no}</td>
    <th scope="row">
      <a href="${path}/indikator/${indicator.no}">${title ?? indicator.name}</a>
    </th>
    <td><span class="badge ${state}">${indicatorStates[language][state]}</span></td>
    <td class="number">${claim ?? '–'}</td>
    <td class="number">${supported}</td>
    <td>
      ${gaps.length === 0 ? t.complete : gaps.map((gap) => gapText(gap, language)).join('; ')}
    </td>
  </tr>`;
}

/** Why it could not be sent, each with a way to where it is mended. */
export function gapsView(
  gaps: readonly { readonly indicator: number | null; readonly text: string }[],
  path: string,
  language: Language,
): Html {
  return html`<div class="problem" role="alert">
    <p>${words[language].incomplete}</p>
    <ul>
      ${gaps.map(({ indicator, text }) =>
        indicator === null
          ? html`<li>${text}</li>`
          : html`<li><a href="${path}/indikator/${indicator}">${indicator}: ${text}</a></li>`,
      )}
    </ul>
  </div>`;
}
