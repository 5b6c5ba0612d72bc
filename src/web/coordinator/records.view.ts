import { html } from '../../platform/html.js';
import type { LoggedMail } from '../../notice/outbox.store.js';
import type { Language } from '../language.js';
import type { Column } from '../parts/table.js';
import { longMoment } from '../words/dates.js';
import { mailStates } from '../words/status.js';
import { tablePage, type TablePage } from './table-page.js';

const words = {
  id: {
    mails: 'Surel',
    noMails: 'Belum ada surel. Surel pertama berangkat begitu sebuah tahap dibuka.',
    at: 'Waktu',
    to: 'Kepada',
    about: 'Tentang',
    version: 'Jadwal versi',
    state: 'Status',
    newest: (count: number) => `${count} catatan terbaru. Gunakan pencarian untuk menyaring.`,
  },
  en: {
    mails: 'Mails',
    noMails: 'No mails yet. The first ones go when a phase opens.',
    at: 'Time',
    to: 'To',
    about: 'About',
    version: 'Timeline version',
    state: 'State',
    newest: (count: number) => `The newest ${count} entries. Search to filter them.`,
  },
};

function mailColumns(zone: string, language: Language): Column<LoggedMail>[] {
  const t = words[language];
  return [
    {
      key: 'waktu',
      title: t.at,
      value: ({ at }) => at.toString(),
      cell: ({ id, at }) => html`<a href="/surel/${id}">${longMoment(at, zone, language)}</a>`,
    },
    {
      key: 'kepada',
      title: t.to,
      value: ({ name, to }) => `${name} <${to}>`,
      cell: ({ name, to }) => html`<bdi>${name}</bdi> ${`<${to}>`}`,
    },
    { key: 'tentang', title: t.about, value: ({ notices }) => notices.join('; ') },
    { key: 'versi', title: t.version, value: ({ version }) => version ?? '' },
    {
      key: 'status',
      title: t.state,
      value: ({ state, error }) =>
        `${mailStates[language][state]}${error === null ? '' : `: ${error}`}`,
    },
  ];
}

/** What went to whom. */
export function mailsPage(
  rows: readonly LoggedMail[],
  zone: string,
  language: Language,
): TablePage {
  const { mails, noMails } = words[language];
  return recordsPage(
    mails,
    { rows, columns: mailColumns(zone, language), empty: noMails },
    language,
  );
}

function recordsPage<Row>(
  title: string,
  table: { rows: readonly Row[]; columns: readonly Column<Row>[]; empty: string },
  language: Language,
): TablePage {
  return tablePage({
    ...table,
    title,
    caption: title,
    around: (shown) =>
      html`<section class="wide">
        <h1>${title}</h1>
        <p class="hint">${words[language].newest(table.rows.length)}</p>
        ${shown}
      </section>`,
  });
}
