import type { SheetWithThread } from '../../assessment/reading.service.js';
import { wholeLevels } from '../../domain/assessment/levels.js';
import type { Sheet } from '../../domain/assessment/reading.js';
import type { SignedIn } from '../../people/sign-in/visitors.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { provenPath } from '../proof.view.js';
import { evidenceView } from './evidence.view.js';
import { findingsView, threadView } from './findings.view.js';
import { words } from './words.js';

/** What was typed: kept when it could not be saved. */
export interface Typed {
  readonly level: string | null;
  readonly fact: string;
  readonly analysis: string;
}

/** An attachment that was not taken: said where it was tried, with what was typed. */
export interface Untaken {
  readonly level: number;
  readonly text: string;
  readonly name: string;
  readonly url: string;
}

export interface AnswerShown {
  readonly language: Language;
  readonly unit: string;
  /** `/opd/spbe-2025/DINKES` */
  readonly desk: string;
  readonly proof: Html;
  readonly visitor: SignedIn;
  readonly message: Html | null;
  /** Whether the reader may write the answer, and attach evidence. */
  readonly mayAnswer: boolean;
  readonly mayAttach: boolean;
  readonly typed: Typed | null;
  readonly untaken: Untaken | null;
  /** The numbers before and after, of those that the unit leads. */
  readonly previous: number | null;
  readonly next: number | null;
}

/** The answer with the criteria beside it, its evidence, and what assessors say of it. */
export function answerView(sheet: SheetWithThread, shown: AnswerShown): Html {
  const { indicator, responsibility } = sheet;
  const { language, message } = shown;
  return html`<section>
      ${turning(shown)}
      <h1>${indicator.no}. ${responsibility.title ?? indicator.name}</h1>
      ${message} ${answerForm(sheet, shown)}
    </section>
    <section>${evidenceView(sheet, shown)}</section>
    <section>${findingsView(sheet, language)}</section>
    <section>${threadView(sheet, shown)} ${nihilView(sheet, shown)}</section>`;
}

function turning({ desk, previous, next, language }: AnswerShown): Html {
  const t = words[language];
  const to = (no: number | null, text: string, rel: string): Html | null =>
    no === null ? null : html`<a rel="${rel}" href="${desk}/indikator/${no}">${text}</a>`;
  return html`<nav class="turn">
    <a href="${desk}">${t.back}</a> ${to(previous, t.previous, 'prev')} ${to(next, t.next, 'next')}
  </nav>`;
}

function answerForm(sheet: SheetWithThread, shown: AnswerShown): Html {
  const { language, proof, desk, mayAnswer, typed } = shown;
  const { indicator, answer, supported } = sheet;
  const t = words[language];
  const content = typed ?? answer ?? { level: null, fact: '', analysis: '' };
  const disabled = mayAnswer ? '' : 'disabled';
  const path = `${desk}/indikator/${indicator.no}`;
  return html`<form
    class="answer"
    method="post"
    action="${path}"
    hx-post="${path}/simpan"
    hx-trigger="input delay:1s"
    hx-target="#saved"
    hx-swap="outerHTML"
  >
    ${proof}
    <input type="hidden" name="version" id="version" value="${answer?.version ?? 0}" />
    <fieldset ${disabled}>
      <legend>${t.level}</legend>
      ${[1, 2, 3, 4, 5].map((level) => levelChoice(sheet, level, content.level, language))}
      <p class="hint">${t.supportedNow(supported)}</p>
    </fieldset>
    <label for="fact">${t.fact}</label>
    <p class="hint" id="fact-hint">${t.factHint}</p>
    <textarea id="fact" name="fact" rows="5" aria-describedby="fact-hint" ${disabled}>
${content.fact}</textarea>
    <label for="analysis">${t.analysis}</label>
    <p class="hint" id="analysis-hint">${t.analysisHint}</p>
    <textarea id="analysis" name="analysis" rows="5" aria-describedby="analysis-hint" ${disabled}>
${content.analysis}</textarea>
    ${
      mayAnswer
        ? html`<p><button>${t.save}</button> ${savedView('', language)}</p>
            ${withoutScript(path, content.level, shown)}`
        : html`<p class="hint">${t.locked}</p>`
    }
  </form>`;
}

/** No draft saves itself then, so that the file goes with what was typed, and not by a form of its own. */
function withoutScript(path: string, claimed: string | null, shown: AnswerShown): Html {
  const { language, visitor } = shown;
  const t = words[language];
  const proven = provenPath(`${path}/berkas-dan-draf`, visitor);
  return html`<noscript>
    <link rel="stylesheet" href="/assets/without-script.css" />
    <p class="hint">${t.saveFirst}</p>
    <fieldset>
      <legend>${t.upload}</legend>
      <label
        >${t.forLevel}
        <select name="evidenceLevel">
          ${wholeLevels().map(
            (level) => html`<option ${String(level) === claimed && 'selected'}>${level}</option>`,
          )}
        </select></label
      >
      <label>${t.file} <input type="file" name="file" /></label>
      <button formaction="${proven}" formenctype="multipart/form-data">${t.saveAndAttach}</button>
    </fieldset>
  </noscript>`;
}

/** Says how the draft fares; a script puts a newer one in its place. */
export function savedView(text: string, language: Language): Html {
  return html`<output id="saved" role="status" data-failed="${words[language].noConnection}"
    >${text}</output
  >`;
}

function levelChoice(
  { indicator }: Sheet,
  level: number,
  chosen: string | null,
  language: Language,
): Html {
  const t = words[language];
  const known = indicator.levels.find((each) => each.level === level);
  const checked = chosen === String(level) ? 'checked' : '';
  return html`<div class="level">
    <label
      ><input type="radio" name="level" value="${level}" ${checked} /> ${t.evidenceAt(level)}</label
    >
    <details>
      <summary>${t.criteria}</summary>
      <p>${known?.criterion ?? t.noCriteria}</p>
      ${known ? html`<p>${known.fulfilment}</p>` : null}
      ${known ? html`<p class="hint">${known.evidence}</p>` : null}
    </details>
  </div>`;
}

function nihilView(
  { indicator, nihil }: Sheet,
  { language, proof, desk, mayAnswer }: AnswerShown,
): Html | null {
  if (!mayAnswer && !nihil) return null;
  const t = words[language];
  const path = `${desk}/indikator/${indicator.no}/nihil`;
  const isAsked = nihil?.state === 'asked' || nihil?.state === 'approved';
  return html`<h2>${t.nihil}</h2>
    <p class="hint">${nihil ? `${nihil.state}: ${nihil.reason}` : t.nihilHint}</p>
    ${
      mayAnswer &&
      (isAsked
        ? html`<form method="post" action="${path}/tarik">
            ${proof}<button>${t.withdrawNihil}</button>
          </form>`
        : html`<form method="post" action="${path}">
            ${proof}
            <label>${t.reason} <input name="reason" required maxlength="2000" /></label>
            <button>${t.askNihil}</button>
          </form>`)
    }`;
}
