import { html, type Html } from '../../../platform/html.js';
import type { ListedDocument } from '../../../report/document/report-documents.store.js';
import { formats } from '../../../report/document/report-format.js';
import type { Language } from '../../language.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import type { Visit } from '../../visit.js';
import { longMoment } from '../../words/dates.js';
import { reportWords } from './report-words.js';

export interface ReportsShown {
  readonly path: string;
  readonly zone: string;
  readonly isPublished: boolean;
  readonly documents: readonly ListedDocument[];
}

/** To ask for a document, and to see how far it is. */
export function reportsView(shown: ReportsShown, { language, proof }: Visit): Html {
  const t = reportWords[language];
  return html`<section>
      <h1>${t.title}</h1>
      <p class="hint">${t.intro}</p>
      ${!shown.isPublished && html`<p class="hint">${t.draftIntro}</p>`}
      <form method="post" action="${shown.path}">
        ${proof}
        ${formats.map(
          (format) => html`<button name="format" value="${format}">${t.make[format]}</button> `,
        )}
      </form>
    </section>
    ${documentsView(shown, language)}`;
}

/** Comes again by itself every two seconds while something is made; without script by the link. */
function documentsView(shown: ReportsShown, language: Language): Html {
  const { path, documents } = shown;
  const t = reportWords[language];
  const isMaking = documents.some(({ state }) => state === 'queued' || state === 'running');
  const content = html`<h2>${t.list}</h2>
    ${isMaking && html`<p><a href="${path}">${t.refresh}</a></p>`}
    ${documents.length === 0 ? html`<p class="empty">${t.none}</p>` : table(shown, language)}`;
  return isMaking
    ? html`<section
        id="dokumen"
        aria-live="polite"
        hx-get="${path}"
        hx-trigger="every 2s"
        hx-select="#dokumen"
        hx-swap="outerHTML"
      >
        ${content}
      </section>`
    : html`<section id="dokumen" aria-live="polite">${content}</section>`;
}

function table({ documents, path, zone }: ReportsShown, language: Language): Html {
  const t = reportWords[language];
  const rows = documents.map(
    (each) =>
      html`<tr>
        <th scope="row">${t.formats[each.format]}, ${t.kinds[each.kind]}</th>
        <td>${t.position(each.entries, each.hash.slice(0, 12))}</td>
        <td>${longMoment(each.askedAt, zone, language)} ${t.by(each.askedBy)}</td>
        <td>${stateView(each, path, language)}</td>
      </tr>`,
  );
  const { document, position, asked, state } = t.columns;
  return scrolledTable(t.list, [document, position, asked, state], rows);
}

function stateView(each: ListedDocument, path: string, language: Language): Html {
  const t = reportWords[language];
  const { id, state, progress, format } = each;
  const name = t.states[state];
  if (state === 'done') {
    const label = `${t.download}: ${t.formats[format]}, ${t.position(each.entries, '')}`;
    return html`${name}. <a href="${path}/${id}" download aria-label="${label}">${t.download}</a>`;
  }
  if (state === 'failed') return html`<strong>${name}.</strong> ${t.failed}`;
  return html`${name}
    <progress max="100" value="${progress}" aria-label="${name}">${progress}%</progress>
    ${progress}%`;
}
