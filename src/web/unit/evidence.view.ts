import { isPresent, type Evidence } from '../../domain/assessment/evidence.js';
import { wholeLevels } from '../../domain/assessment/levels.js';
import type { Sheet } from '../../domain/assessment/reading.js';
import { provenPath } from '../proof.view.js';
import { html, type Html } from '../../platform/html.js';
import type { AnswerShown } from './answer.view.js';
import { carriedText } from '../words/carried.js';
import { words } from './words.js';

/** By level, each with what is there and a way to add more. */
export function evidenceView(sheet: Sheet, shown: AnswerShown): Html {
  const t = words[shown.language];
  return html`<h2>${t.evidence}</h2>
    ${wholeLevels().map((level) => levelView(sheet, level, shown))}`;
}

function levelView(sheet: Sheet, level: number, shown: AnswerShown): Html {
  const { language, mayAttach } = shown;
  const t = words[language];
  const present = sheet.evidence.filter((each) => each.level === level && isPresent(each));
  return html`<section class="evidence" aria-labelledby="evidence-${level}">
    <h3 id="evidence-${level}">${t.evidenceAt(level)}</h3>
    ${
      present.length === 0
        ? html`<p class="hint">${t.noEvidence}</p>`
        : html`<ul>
            ${present.map((each) => html`<li>${pieceView(each, shown)}</li>`)}
          </ul>`
    }
    ${mayAttach && attachForms(sheet, level, shown)}
  </section>`;
}

function pieceView(each: Evidence, { language, desk, proof, unit, mayAttach }: AnswerShown): Html {
  const t = words[language];
  const isOwn = mayAttach && each.unit === unit;
  const carried = carriedText(each, language);
  return html`${attachmentLink(each, desk)}
    <span class="hint"
      >${each.unit}${each.version > 1 && html` · v${each.version}`}${carried !== null && ` · ${carried}`}</span
    >
    ${
      isOwn &&
      html`<form class="inline" method="post" action="${desk}/bukti/${each.id}/hapus">
        ${proof}<button class="quiet" aria-label="${t.remove}: ${each.attachment.name}">
          ${t.remove}
        </button>
      </form>`
    }`;
}

/** Links are checked for their scheme when they are attached; `noreferrer` keeps our addresses to ourselves. */
export function attachmentLink({ id, attachment }: Evidence, desk: string): Html {
  return attachment.kind === 'file'
    ? html`<a href="${desk}/bukti/${id}">${attachment.name}</a>`
    : html`<a href="${attachment.url}" rel="noreferrer noopener" target="_blank"
        >${attachment.name}</a
      >`;
}

function attachForms({ indicator }: Sheet, level: number, shown: AnswerShown): Html {
  const { language, desk, proof, unit, untaken } = shown;
  const t = words[language];
  const path = `${desk}/indikator/${indicator.no}`;
  const kept = untaken?.level === level ? untaken : null;
  const common = html`${proof}<input type="hidden" name="level" value="${level}" /><input
      type="hidden"
      name="unit"
      value="${unit}"
    />`;
  return html`<details ${kept && 'open'}>
    <summary>${t.upload}</summary>
    ${kept && html`<p class="error" role="alert">${kept.text}</p>`}
    ${uploadForm(common, `${path}/berkas?tingkat=${level}`, shown)}
    <form method="post" action="${path}/tautan">
      ${common}
      <p>${t.orLink}</p>
      <label
        >${t.linkName} <input name="name" value="${kept?.name ?? ''}" required maxlength="200"
      /></label>
      <label
        >${t.link}
        <input type="url" name="url" value="${kept?.url ?? ''}" required maxlength="2000"
      /></label>
      <button>${t.attachLink}</button>
    </form>
  </details>`;
}

function uploadForm(common: Html, path: string, shown: AnswerShown): Html {
  const { language, visitor, mayAnswer } = shown;
  const t = words[language];
  const proven = provenPath(path, visitor);
  return html`<form
    class="upload${mayAnswer ? ' beside-draft' : ''}"
    method="post"
    enctype="multipart/form-data"
    action="${proven}"
    hx-post="${proven}"
    hx-encoding="multipart/form-data"
    hx-swap="none"
  >
    ${common}
    <label>${t.file} <input type="file" name="file" required /></label>
    <button>${t.attachFile}</button>
    <progress max="100" value="0" hidden></progress>
    <output class="error" data-failed="${t.notUploaded}"></output>
  </form>`;
}
