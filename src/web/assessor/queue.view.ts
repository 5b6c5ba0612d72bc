import type { SheetReview } from '../../domain/assessment/reading.js';
import { claimOf } from '../../domain/assessment/answer.js';
import { html, type Html } from '../../platform/html.js';
import type { ReviewInQueue } from '../../report/review-queue.js';
import type { Language } from '../language.js';
import { dateWithDays } from '../words/dates.js';
import { indicatorStates, taskStates } from '../words/work.js';
import { words } from './words.js';

export interface QueueShown {
  readonly language: Language;
  /** `/asesor/spbe-2025` */
  readonly path: string;
  readonly proof: Html;
  readonly message: Html | null;
  readonly titles: ReadonlyMap<string, string>;
  readonly unitNames: ReadonlyMap<string, string>;
}

/** All reviews of an assessor, each with its answers. */
export function queueView(reviews: readonly ReviewInQueue[], shown: QueueShown): Html {
  const t = words[shown.language];
  return html`<section>
      <h1>${t.queue}</h1>
      ${shown.message} ${reviews.length === 0 && html`<p class="empty">${t.empty}</p>`}
    </section>
    ${reviews.map((review) => reviewSection(review, shown))}`;
}

function reviewSection(review: ReviewInQueue, shown: QueueShown): Html {
  const { language, titles, unitNames } = shown;
  const { task, daysLeft, answers } = review;
  const t = words[language];
  const unit = task.unit ?? '';
  return html`<section id="${task.phase}/${unit}" aria-labelledby="${task.id}">
    <h2 id="${task.id}">${unitNames.get(unit) ?? unit}</h2>
    <p>
      <bdi>${titles.get(task.phase) ?? task.phase}</bdi> ·
      <span class="badge ${task.state}">${taskStates[language][task.state]}</span>
      ${dateWithDays(task.deadlineDate, daysLeft, language)}
    </p>
    ${answers.length === 0 ? html`<p class="hint">${t.noAnswers}</p>` : answersForm(review, shown)}
    ${task.state !== 'finished' && finishForm(review, shown)}
  </section>`;
}

function answersForm({ task, answers }: ReviewInQueue, shown: QueueShown): Html {
  const { path, proof, language } = shown;
  const t = words[language];
  const base = `${path}/${task.phase}/${task.unit ?? ''}`;
  const isOpen = task.state !== 'finished';
  return html`<form method="post" action="${base}/setuju">
    ${proof}
    <div class="scroll" tabindex="0" role="region" aria-label="${t.answers}">
      <table>
        <thead>
          <tr>
            ${isOpen && html`<th scope="col">${t.select}</th>`}
            <th scope="col">${t.indicator}</th>
            <th scope="col">${t.state}</th>
            <th scope="col">${t.claim}</th>
            <th scope="col">${t.verified}</th>
          </tr>
        </thead>
        <tbody>
          ${answers.map((each) => answerRow(each, base, isOpen, language))}
        </tbody>
      </table>
    </div>
    ${
      isOpen &&
      html`<p class="hint">${t.agreeHint}</p>
        <button class="quiet">${t.agree}</button>`
    }
  </form>`;
}

type Answer = ReviewInQueue['answers'][number];

function answerRow(
  { sheet, review }: Answer,
  base: string,
  isOpen: boolean,
  language: Language,
): Html {
  const { indicator, answer, responsibility } = sheet;
  const name = responsibility.title ?? indicator.name;
  const t = words[language];
  return html`<tr>
    ${
      isOpen &&
      html`<td>
        <input type="checkbox" name="indicator" value="${indicator.no}" aria-label="${name}" />
      </td>`
    }
    <th scope="row"><a href="${base}/${indicator.no}">${indicator.no}. ${name}</a></th>
    <td>
      ${answer && html`<span class="badge ${answer.state}">${indicatorStates[language][answer.state]}</span>`}
      ${review?.changed === true && html`<span class="badge late">${t.changed}</span>`}
    </td>
    <td class="number">${answer && claimOf(answer)}</td>
    <td class="number">${levelOf(review)}</td>
  </tr>`;
}

function levelOf(review: SheetReview | null): string {
  return review?.item?.finalLevel ?? review?.item?.level ?? '–';
}

function finishForm({ task, answers }: ReviewInQueue, { path, proof, language }: QueueShown): Html {
  const t = words[language];
  const returned = answers.filter(({ review }) => review?.item?.finding === true).length;
  return html`<form method="post" action="${path}/${task.phase}/${task.unit ?? ''}/selesai">
    ${proof}
    <p class="hint">${t.finishHint(returned)}</p>
    <button>${t.finish}</button>
  </form>`;
}
