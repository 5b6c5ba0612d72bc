import type { SeenRequest } from '../../assessment/extension/extension-requests.service.js';
import type { Nihil } from '../../domain/assessment/nihil.js';
import { levelOfItem } from '../../domain/assessment/review.js';
import { verifiedBy, type Verified } from '../../domain/assessment/verified.js';
import { html, type Html } from '../../platform/html.js';
import type { Overview } from '../../report/overview.service.js';
import { unfinished, type TaskProgress } from '../../report/progress.js';
import type { Language } from '../language.js';
import { dateWithDays } from '../words/dates.js';
import { publicPageWords } from './public-page/public-page-words.js';
import { publicPagePath } from './public-page/public-page-path.js';
import { requestList } from './extension/request-list.view.js';

const words = {
  id: {
    title: 'Keputusan',
    tasks: 'Tugas koordinator',
    noTasks: 'Tidak ada tugas koordinator yang menunggu.',
    assign:
      'Setelah diselesaikan, penetapan dianggap lengkap; penanggung jawab dan asesor masih dapat diganti.',
    publish: (people: number) =>
      `Setelah diterbitkan, hasil dibekukan dan tidak ada nilai yang berubah lagi. ${people} koordinator dan pimpinan OPD diberi tahu melalui surel.`,
    finishAssign: 'Selesaikan penetapan',
    finishReport: 'Terbitkan hasil',
    nihil: 'Pengajuan nihil',
    noNihil: 'Tidak ada pengajuan nihil yang menunggu.',
    note: 'Catatan',
    approve: 'Setujui',
    refuse: 'Tolak',
    differences: 'Perbedaan nilai asesor',
    noDifferences: 'Tidak ada perbedaan yang perlu diputuskan.',
    level: 'Tingkat yang ditetapkan',
    settle: 'Tetapkan',
    indicator: 'Indikator',
    incomplete: 'Belum dapat diselesaikan, karena masih ada yang kurang:',
  },
  en: {
    title: 'Decisions',
    tasks: "The coordinators' tasks",
    noTasks: 'No task of the coordinators waits.',
    assign:
      'Once finished, the assignment counts as complete; leads and assessors can still be changed.',
    publish: (people: number) =>
      `Once published, the result is frozen and no level changes any more. ${people} coordinators and heads are told by mail.`,
    finishAssign: 'Finish the assignment',
    finishReport: 'Publish the result',
    nihil: 'Requests for nihil',
    noNihil: 'No request for nihil waits.',
    note: 'Note',
    approve: 'Approve',
    refuse: 'Refuse',
    differences: 'Assessors who differ',
    noDifferences: 'No difference waits to be settled.',
    level: 'Level settled',
    settle: 'Settle',
    indicator: 'Indicator',
    incomplete: 'This cannot be finished yet, because something is missing:',
  },
};

export interface DecisionsShown {
  readonly language: Language;
  /** `/koordinator/spbe-2025/keputusan` */
  readonly path: string;
  readonly proof: Html;
  readonly message: Html | null;
  readonly requests: readonly SeenRequest[];
}

/** What waits for a coordinator, each with its consequence. */
export function decisionsView(overview: Overview, shown: DecisionsShown): Html {
  const t = words[shown.language];
  return html`<section>
      <h1>${t.title}</h1>
      ${shown.message}
      <h2>${t.tasks}</h2>
      ${taskList(overview, shown)}
      <p>
        <a href="${publicPagePath(overview.facts.cycle.code)}"
          >${publicPageWords[shown.language].title}</a
        >
      </p>
    </section>
    ${requestList(shown.requests, overview.facts, shown)}
    <section>
      <h2>${t.nihil}</h2>
      ${nihilList(overview, shown)}
    </section>
    <section>
      <h2>${t.differences}</h2>
      ${differenceList(overview, shown)}
    </section>`;
}

function taskList({ facts, progress }: Overview, shown: DecisionsShown): Html {
  const t = words[shown.language];
  const tasks = unfinished(progress.shared);
  if (tasks.length === 0) return html`<p class="empty">${t.noTasks}</p>`;
  const told =
    facts.people.coordinators.length +
    facts.people.units.filter(({ head, retired }) => head && !retired).length;
  return html`<ul class="due">
    ${tasks.map((task) => {
      const phase = facts.phases.find(({ code }) => code === task.phase);
      const isReport = phase?.kind === 'report';
      return html`<li>
        ${taskForm(task, phase?.title ?? task.phase, {
          ...shown,
          hint: isReport ? t.publish(told) : t.assign,
          button: isReport ? t.finishReport : t.finishAssign,
        })}
      </li>`;
    })}
  </ul>`;
}

function taskForm(
  { phase, deadlineDate, daysLeft }: TaskProgress,
  title: string,
  { language, path, proof, hint, button }: DecisionsShown & { hint: string; button: string },
): Html {
  return html`<strong>${title}</strong> ${dateWithDays(deadlineDate, daysLeft, language)}
    <form method="post" action="${path}/selesai">
      ${proof}<input type="hidden" name="phase" value="${phase}" />
      <p class="hint">${hint}</p>
      <button>${button}</button>
    </form>`;
}

function nihilList({ dossier, facts }: Overview, shown: DecisionsShown): Html {
  const t = words[shown.language];
  const asked = dossier.nihil.filter(({ state }) => state === 'asked');
  if (asked.length === 0) return html`<p class="empty">${t.noNihil}</p>`;
  const names = new Map(facts.people.units.map(({ code, name }) => [code, name]));
  return html`<ul>
    ${asked.map((each) => html`<li>${nihilForm(each, names.get(each.unit) ?? each.unit, shown)}</li>`)}
  </ul>`;
}

function nihilForm(
  { indicator, reason }: Nihil,
  unit: string,
  { language, path, proof }: DecisionsShown,
): Html {
  const t = words[language];
  return html`<p>${t.indicator} ${indicator} · <bdi>${unit}</bdi>: <bdi>${reason}</bdi></p>
    <form method="post" action="${path}/nihil/${indicator}">
      ${proof}
      <label>${t.note} <input name="note" maxlength="2000" /></label>
      <button name="approved" value="yes">${t.approve}</button>
      <button name="approved" value="no">${t.refuse}</button>
    </form>`;
}

function differenceList({ facts, dossier }: Overview, shown: DecisionsShown): Html {
  const t = words[shown.language];
  const open = verifiedBy(facts, dossier).filter(({ level }) => level === null);
  if (open.length === 0) return html`<p class="empty">${t.noDifferences}</p>`;
  return html`<ul>
    ${open.map((each) => html`<li>${differenceForm(each, shown)}</li>`)}
  </ul>`;
}

function differenceForm(
  { indicator, phase, items }: Verified,
  { language, path, proof }: DecisionsShown,
): Html {
  const t = words[language];
  const said = items.map((each) => `${each.assessor}: ${levelOfItem(each) ?? ''}`).join(', ');
  return html`<p>${t.indicator} ${indicator} · ${said}</p>
    <form method="post" action="${path}/beda/${phase}/${indicator}">
      ${proof}
      <label>${t.level} <input name="level" required maxlength="4" inputmode="decimal" /></label>
      <label>${t.note} <input name="note" maxlength="2000" /></label>
      <button>${t.settle}</button>
    </form>`;
}

/** Why it could not be finished. */
export function decisionGaps(texts: readonly string[], language: Language): Html {
  return html`<div class="problem" role="alert">
    <p>${words[language].incomplete}</p>
    <ul>
      ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>
  </div>`;
}

export function decisionsTitle(language: Language): string {
  return words[language].title;
}
