import type { Language } from '../language.js';
import type { DateProblem, FilterKey } from './journal-query.js';

interface Words {
  readonly title: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<FilterKey, string>>;
  readonly filterBy: string;
  readonly whoHint: string;
  readonly calendar: string;
  readonly any: string;
  readonly search: string;
  readonly apply: string;
  readonly export: string;
  readonly active: string;
  readonly clear: string;
  readonly problems: Readonly<Record<DateProblem, string>>;
  readonly correct: string;
  readonly empty: string;
  readonly nothing: string;
  readonly pages: string;
  readonly page: (no: number, of: number) => string;
  readonly newer: string;
  readonly older: string;
}

const id: Words = {
  title: 'Jurnal',
  columns: {
    no: 'No',
    waktu: 'Waktu',
    siapa: 'Siapa',
    apa: 'Apa',
    tahap: 'Tahap',
    opd: 'OPD',
    dari: 'Dari',
    menjadi: 'Menjadi',
    alasan: 'Alasan',
  },
  filters: {
    tahap: 'Tahap',
    opd: 'OPD',
    jenis: 'Jenis catatan',
    siapa: 'Siapa',
    dari: 'Dari tanggal',
    sampai: 'Sampai tanggal',
  },
  filterBy: 'Saring jurnal',
  whoHint: 'Sebagian nama atau alamat surel; siklus untuk yang dilakukan kalender.',
  calendar: 'Kalender siklus',
  any: 'Semua',
  search: 'Cari',
  apply: 'Saring',
  export: 'Unduh CSV',
  active: 'Saringan aktif:',
  clear: 'Hapus semua',
  problems: {
    'no-date': 'Tanggal ini tidak ada. Tulis seperti 2025-09-30.',
    reversed: 'Tanggal akhir mendahului tanggal awal.',
  },
  correct: 'Perbaiki tanggalnya, lalu tekan Saring.',
  empty: 'Belum ada catatan. Catatan pertama muncul begitu ada yang berubah dalam siklus ini.',
  nothing: 'Tidak ada catatan yang cocok. Longgarkan saringan, perluas rentang tanggal, atau',
  pages: 'Halaman jurnal',
  page: (no, of) => `Halaman ${no} dari ${of}`,
  newer: 'Halaman sebelumnya',
  older: 'Halaman berikutnya',
};

const en: Words = {
  title: 'Journal',
  columns: {
    no: 'No',
    waktu: 'Time',
    siapa: 'Who',
    apa: 'What',
    tahap: 'Phase',
    opd: 'Unit',
    dari: 'From',
    menjadi: 'To',
    alasan: 'Why',
  },
  filters: {
    tahap: 'Phase',
    opd: 'Unit',
    jenis: 'Kind of entry',
    siapa: 'Who',
    dari: 'From (date)',
    sampai: 'To (date)',
  },
  filterBy: 'Filter the journal',
  whoHint: 'A part of a name or mail address; siklus for what the calendar did.',
  calendar: 'The calendar itself',
  any: 'All',
  search: 'Search',
  apply: 'Filter',
  export: 'Download CSV',
  active: 'Active filters:',
  clear: 'Clear all',
  problems: {
    'no-date': 'There is no such date. Write it like 2025-09-30.',
    reversed: 'The last date is before the first one.',
  },
  correct: 'Correct the date, then press Filter.',
  empty:
    'Nothing has been recorded yet. The first entry comes with the first change in this cycle.',
  nothing: 'No entry matches. Loosen the filters, widen the period, or',
  pages: 'Pages of the journal',
  page: (no, of) => `Page ${no} of ${of}`,
  newer: 'Previous page',
  older: 'Next page',
};

export const journalWords: Readonly<Record<Language, Words>> = { id, en };
