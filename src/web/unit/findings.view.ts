import type { Finding } from '../../domain/assessment/verdict.js';
import type { Sheet, SheetReview } from '../../domain/assessment/reading.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import type { SheetWithThread } from '../../assessment/reading.service.js';
import type { AnswerShown } from './answer.view.js';
import { judgementText } from '../words/verdicts.js';
import { words } from './words.js';

/** What assessors say, beside the answer that it concerns. */
export function findingsView({ reviews, verified, evidence }: Sheet, language: Language): Html {
  const t = words[language];
  const spoken = reviews.filter(({ item }) => item !== null);
  const names = new Map(evidence.map(({ id, attachment }) => [id, attachment.name]));
  return html`<h2>${t.findings}</h2>
    ${verified !== null && html`<p><strong>${t.verified(verified)}</strong></p>`}
    ${
      spoken.length === 0
        ? html`<p class="hint">${t.noFindings}</p>`
        : spoken.map((review) => reviewView(review, names, language))
    }`;
}

function reviewView(
  { item, findings, finished }: SheetReview,
  names: ReadonlyMap<string, string>,
  language: Language,
): Html {
  return html`<article class="${item?.finding === true && finished && 'returned'}">
    ${
      item
        ? html`<p>${item.note}</p>
            <p>${item.finalNote}</p>`
        : null
    }
    <ul>
      ${findings.map((finding) => html`<li>${findingText(finding, names, language)}</li>`)}
    </ul>
  </article>`;
}

function findingText(
  { level, evidence, judgement, note }: Finding,
  names: ReadonlyMap<string, string>,
  language: Language,
): Html {
  const name = evidence !== null && html` <bdi>${names.get(evidence) ?? ''}</bdi>`;
  const said = judgementText(judgement, language);
  const why = note !== '' && html` – <bdi>${note}</bdi>`;
  return html`${words[language].evidenceAt(level)}${name}: ${said}${why}`;
}

type ThreadShown = Pick<AnswerShown, 'language' | 'proof' | 'desk'> & {
  /** Hidden fields that say where it was written, and so where to go on. */
  readonly from?: Html | null;
};

/** Questions and answers between the unit and its assessors. */
export function threadView(
  { comments, indicator, relations }: SheetWithThread,
  { language, proof, desk, from = null }: ThreadShown,
): Html {
  const t = words[language];
  const mayWrite = relations.some((relation) => relation !== 'head');
  return html`<h2 id="thread">${t.thread}</h2>
    <ol class="thread">
      ${comments.map(
        ({ text, author, objection }) =>
          html`<li class="${objection && 'objection'}">
            <strong>${author}</strong>
            <p>${text}</p>
          </li>`,
      )}
    </ol>
    ${
      mayWrite &&
      html`<form method="post" action="${desk}/indikator/${indicator.no}/pesan">
        ${proof} ${from}
        <label for="text">${t.write}</label>
        <textarea id="text" name="text" rows="3" required maxlength="20000"></textarea>
        ${
          relations.includes('lead') &&
          html`<label><input type="checkbox" name="objection" value="yes" /> ${t.objection}</label>`
        }
        <button>${t.post}</button>
      </form>`
    }`;
}
