import type { JournalRow } from '../../cycle/journal.entity.js';
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
    journal: 'Jurnal',
    noJournal: 'Belum ada catatan.',
    at: 'Waktu',
    to: 'Kepada',
    about: 'Tentang',
    state: 'Status',
    who: 'Siapa',
    what: 'Apa',
    phase: 'Tahap',
    unit: 'OPD',
    from: 'Dari',
    becomes: 'Menjadi',
    why: 'Alasan',
    newest: (count: number) => `${count} catatan terbaru. Gunakan pencarian untuk menyaring.`,
  },
  en: {
    mails: 'Mails',
    noMails: 'No mails yet. The first ones go when a phase opens.',
    journal: 'Journal',
    noJournal: 'Nothing has been recorded yet.',
    at: 'Time',
    to: 'To',
    about: 'About',
    state: 'State',
    who: 'Who',
    what: 'What',
    phase: 'Phase',
    unit: 'Unit',
    from: 'From',
    becomes: 'To',
    why: 'Why',
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
      cell: ({ at }) => longMoment(at, zone, language),
    },
    { key: 'kepada', title: t.to, value: ({ name, to }) => `${name} <${to}>` },
    { key: 'tentang', title: t.about, value: ({ notices }) => notices.join('; ') },
    {
      key: 'status',
      title: t.state,
      value: ({ state, error }) =>
        `${mailStates[language][state]}${error === null ? '' : `: ${error}`}`,
    },
  ];
}

function journalColumns(zone: string, language: Language): Column<JournalRow>[] {
  const t = words[language];
  return [
    { key: 'no', title: 'No', value: ({ number }) => number },
    {
      key: 'waktu',
      title: t.at,
      value: ({ recorded }) => recorded.toString(),
      cell: ({ recorded }) => longMoment(recorded, zone, language),
    },
    { key: 'siapa', title: t.who, value: ({ who }) => who },
    {
      key: 'apa',
      title: t.what,
      value: ({ what, facts: { indicator } }) =>
        typeof indicator === 'number' ? `${what} ${indicator}` : what,
    },
    { key: 'tahap', title: t.phase, value: ({ phase }) => phase ?? '' },
    {
      key: 'opd',
      title: t.unit,
      value: ({ unit, assessor }) => [unit, assessor].filter(Boolean).join(' / '),
    },
    { key: 'dari', title: t.from, value: ({ from }) => from ?? '' },
    { key: 'menjadi', title: t.becomes, value: ({ to }) => to ?? '' },
    { key: 'alasan', title: t.why, value: ({ why }) => why ?? '' },
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

/** Everything that happened, and who did it. */
export function journalPage(
  rows: readonly JournalRow[],
  zone: string,
  language: Language,
): TablePage {
  const { journal, noJournal } = words[language];
  const columns = journalColumns(zone, language);
  return recordsPage(journal, { rows, columns, empty: noJournal }, language);
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
