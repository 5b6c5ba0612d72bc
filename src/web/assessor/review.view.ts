import { claimOf } from '../../domain/assessment/answer.js';
import { isPresent, type Evidence } from '../../domain/assessment/evidence.js';
import type { SheetReview } from '../../domain/assessment/reading.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { attachmentLink } from '../unit/evidence.view.js';
import type { SheetWithThread } from '../../assessment/reading.service.js';
import { threadView } from '../unit/findings.view.js';
import { carriedText } from '../words/carried.js';
import { revisionReasonNames } from '../words/verdicts.js';
import type { Said, SaidOfPiece } from './read-review.js';
import { words } from './words.js';

export interface ReviewShown {
  readonly language: Language;
  /** `/asesor/spbe-2025` */
  readonly desk: string;
  /** `/asesor/spbe-2025/penilaian-dokumen/DINKES` */
  readonly base: string;
  readonly review: { readonly phase: string; readonly unit: string };
  readonly proof: Html;
  readonly message: Html | null;
  /** Stands beside the level; empty when nothing is wrong with it. */
  readonly levelError: string;
  readonly said: Said;
  readonly previous: number | null;
  readonly next: number | null;
}

/** What can be shown in the page itself. */
const shownInPage: Readonly<Record<string, 'image' | 'page'>> = {
  'application/pdf': 'page',
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/webp': 'image',
};

/** The answer, each piece of evidence with its verdict beside it, and the level. */
export function reviewView(sheet: SheetWithThread, review: SheetReview, shown: ReviewShown): Html {
  const { indicator, responsibility, answer } = sheet;
  const { language, base, proof, message, desk } = shown;
  const t = words[language];
  return html`<section>
      ${turning(shown)}
      <h1>${indicator.no}. ${responsibility.title ?? indicator.name}</h1>
      ${message}
      <p>${t.claim}: <strong>${answer && claimOf(answer)}</strong></p>
      <h2>${t.fact}</h2>
      <p class="told">${answer?.fact ?? ''}</p>
      <h2>${t.analysis}</h2>
      <p class="told">${answer?.analysis ?? ''}</p>
    </section>
    <form class="review" method="post" action="${base}/${indicator.no}">
      ${proof}
      <section>
        <h2>${t.verdict}</h2>
        ${evidenceList(sheet, shown)}
      </section>
      <section>${levelForm(review, shown)}</section>
    </form>
    <section>${threadView(sheet, { language, proof, desk, from: fromView(shown) })}</section>`;
}

function fromView({ review: { phase, unit } }: ReviewShown): Html {
  return html`<input type="hidden" name="phase" value="${phase}" /><input
      type="hidden"
      name="unit"
      value="${unit}"
    />`;
}

function turning({ desk, base, previous, next, language }: ReviewShown): Html {
  const t = words[language];
  const to = (no: number | null, text: string, rel: string): Html | null =>
    no === null ? null : html`<a rel="${rel}" href="${base}/${no}">${text}</a>`;
  return html`<nav class="turn">
    <a href="${desk}">${t.back}</a> ${to(previous, t.previous, 'prev')} ${to(next, t.next, 'next')}
  </nav>`;
}

function evidenceList(sheet: SheetWithThread, shown: ReviewShown): Html {
  const present = sheet.evidence.filter(isPresent);
  const t = words[shown.language];
  if (present.length === 0) return html`<p class="hint">${t.noEvidence}</p>`;
  return html`${present.map((each) => pieceView(each, shown))}`;
}

function pieceView(each: Evidence, { language, desk, said }: ReviewShown): Html {
  const { id, level, attachment } = each;
  const kind = attachment.kind === 'file' ? shownInPage[attachment.type] : undefined;
  const source = `${desk}/bukti/${id}/lihat`;
  const carried = carriedText(each, language);
  return html`<fieldset class="piece">
    <legend>${level} · ${attachmentLink(each, desk)}</legend>
    ${carried !== null && html`<p class="hint">${carried}</p>`}
    ${kind === 'image' && html`<img src="${source}" alt="${attachment.name}" loading="lazy" />`}
    ${
      kind === 'page' &&
      html`<iframe src="${source}" title="${attachment.name}" loading="lazy"></iframe>`
    }
    ${verdictChoice(id, said.verdicts.get(id), language)}
  </fieldset>`;
}

function verdictChoice(
  id: string,
  { judgement, note }: SaidOfPiece = { judgement: null, note: '' },
  language: Language,
): Html {
  const t = words[language];
  const reason = judgement?.kind === 'revisi' ? judgement.reason : null;
  const choice = (value: string, text: string, isChosen: boolean): Html =>
    html`<label
      ><input type="radio" name="verdict-${id}" value="${value}" ${isChosen ? 'checked' : ''} />
      ${text}</label
    >`;
  return html`<p>
      ${choice('diterima', t.accepted, judgement?.kind === 'diterima')}
      ${choice('revisi', t.revise, judgement?.kind === 'revisi')}
    </p>
    <label
      >${t.reason}
      <select name="reason-${id}">
        ${Object.entries(revisionReasonNames[language]).map(
          ([value, text]) =>
            html`<option value="${value}" ${value === reason ? 'selected' : ''}>${text}</option>`,
        )}
      </select></label
    >
    <label>${t.note} <input name="note-${id}" value="${note}" maxlength="20000" /></label>`;
}

function levelForm(
  { item, reached, finished }: SheetReview,
  { language, said: { level: chosen, note, finding }, levelError }: ReviewShown,
): Html {
  const t = words[language];
  return html`<input type="hidden" name="version" value="${item?.version ?? 0}" />
    <fieldset aria-describedby="reached ${levelError && 'level-error'}">
      <legend>${t.level}</legend>
      ${levelError && html`<p class="error" id="level-error" role="alert">${levelError}</p>`}
      ${[1, 2, 3, 4, 5].map(
        (level) =>
          html`<label
            ><input
              type="radio"
              name="level"
              value="${level}"
              ${chosen === String(level) ? 'checked' : ''}
            />
            ${level}</label
          >`,
      )}
      <p class="hint" id="reached">${t.reached(reached)}</p>
    </fieldset>
    <label for="note">${t.note}</label>
    <textarea id="note" name="note" rows="4" maxlength="20000">${note}</textarea>
    ${
      !finished &&
      html`<label
        ><input type="checkbox" name="finding" value="yes" ${finding ? 'checked' : ''} />
        ${t.finding}</label
      >`
    }
    <p>
      <button name="then" value="stay">${t.save}</button>
      <button name="then" value="next">${t.saveNext}</button>
    </p>`;
}
