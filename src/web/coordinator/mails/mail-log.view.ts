import type { LoggedMail, MailFilter } from '../../../notice/mail-log.store.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { rowView, type Column } from '../../parts/table.js';
import { mailStates, noticeKinds } from '../../words/status.js';
import { aboutOf, mailColumns, type Told } from './mail-columns.js';
import { address, kindChoices, stateChoices } from './mail-filter.js';
import { mailWords } from './mail-words.js';

export interface MailsShown extends Told {
  /** `/koordinator/spbe-2025/surat` */
  readonly path: string;
  readonly proof: Html;
  readonly filter: MailFilter;
  readonly mails: readonly LoggedMail[];
  readonly count: number;
  /** Of them, those that can be sent again. */
  readonly unreached: number;
  readonly page: number;
  readonly pages: number;
  /** Whose page it is. */
  readonly email: string;
  /** What was done, or why it was not. */
  readonly message: Html | null;
}

/** Every mail, what became of it, and what can be done about it. */
export function mailsView(shown: MailsShown): Html {
  const { language, message, mails, unreached, filter, path } = shown;
  const t = mailWords[language];
  return html`<section class="wide">
      <h1>${t.title}</h1>
      ${message}
      <p class="hint">${t.hint}</p>
      ${filterForm(shown)}
      ${
        unreached > 0 &&
        html`<p>
          <a href="${address(`${path}/kirim-ulang`, filter)}">${t.resendAll(unreached)}</a>
        </p>`
      }
      ${mails.length === 0 ? html`<div class="empty">${emptyText(shown)}</div>` : tableOf(shown)}
      ${turning(shown)}
    </section>
    ${testSection(shown)}`;
}

function emptyText({ filter, language }: MailsShown): string {
  const isFiltered = filter.state !== null || filter.kind !== null || filter.recipient !== '';
  const { none, noneFound } = mailWords[language];
  return isFiltered ? noneFound : none;
}

function filterForm({ path, filter, language }: MailsShown): Html {
  const t = mailWords[language];
  const states = { unreached: t.unreached, ...mailStates[language] };
  return html`<form
    class="find"
    action="${path}"
    method="get"
    role="search"
    aria-label="${t.filter}"
  >
    <label
      >${t.state}
      <select name="status">
        <option value="">${t.anyState}</option>
        ${stateChoices.map((each) => option(each, states[each], filter.state))}
      </select></label
    >
    <label
      >${t.kind}
      <select name="jenis">
        <option value="">${t.anyKind}</option>
        ${kindChoices.map((each) => option(each, noticeKinds[language][each], filter.kind))}
      </select></label
    >
    <label
      >${t.recipient}
      <input type="search" name="kepada" maxlength="100" value="${filter.recipient}"
    /></label>
    <button>${t.show}</button>
    <a href="${path}">${t.clear}</a>
    <a href="${address(path, filter, { format: 'csv' })}">${t.export}</a>
  </form>`;
}

function option(value: string, text: string, chosen: string | null): Html {
  return html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`;
}

function tableOf(shown: MailsShown): Html {
  const { language, mails, count } = shown;
  const { title } = mailWords[language];
  const columns = [...mailColumns(shown), resendColumn(shown)];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
    <table>
      <caption>
        ${title} (${count})
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column.title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${mails.map((mail) => rowView(columns, mail))}
      </tbody>
    </table>
  </div>`;
}

function resendColumn(shown: MailsShown): Column<LoggedMail> {
  const { path, filter, proof, language } = shown;
  const t = mailWords[language];
  return {
    key: 'tindakan',
    title: t.act,
    value: () => '',
    cell: (mail) =>
      mail.unreached &&
      html`<form method="post" action="${address(`${path}/${mail.id}/kirim-ulang`, filter)}">
        ${proof}<button
          class="quiet"
          aria-label="${t.resendTo(mail.to.name, aboutOf(mail, shown))}"
        >
          ${t.resend}
        </button>
      </form>`,
  };
}

function turning({ path, filter, page, pages, language }: MailsShown): Html | null {
  if (pages <= 1) return null;
  const t = mailWords[language];
  const link = (to: number, rel: string, text: string): Html =>
    html`<a rel="${rel}" href="${address(path, filter, { halaman: String(to) })}">${text}</a>`;
  return html`<nav class="turn" aria-label="${t.pages}">
    ${page > 1 && link(page - 1, 'prev', t.newer)} <span>${t.page(page, pages)}</span>
    ${page < pages && link(page + 1, 'next', t.older)}
  </nav>`;
}

function testSection({ path, proof, email, language }: MailsShown): Html {
  const t = mailWords[language];
  return html`<section>
    <h2>${t.test}</h2>
    <p class="hint">${t.testHint(email)}</p>
    <form method="post" action="${path}/uji">${proof}<button>${t.sendTest}</button></form>
  </section>`;
}

/** What was done or answered, above everything. */
export function said(text: string, kind: 'good' | 'problem', detail: string | null = null): Html {
  return html`<p class="${kind}" role="${kind === 'good' ? 'status' : 'alert'}">
    ${text} ${detail !== null && html`<span class="told">${detail}</span>`}
  </p>`;
}

export function mailsTitle(language: Language): string {
  return mailWords[language].title;
}
