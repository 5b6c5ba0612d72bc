import type { Fate } from '../../../domain/send-plan.js';
import type { Language } from '../../language.js';

const fatesId: Readonly<Record<Fate, string>> = {
  goes: 'akan dikirim',
  'held-back': 'ditahan: siklus sedang dijeda',
  finished: 'tidak dikirim: sudah selesai',
  excused: 'tidak dikirim: nihil',
  merged: 'tidak dikirim: digabung dengan pengingat lain pada hari yang sama',
  'before-opening': 'tidak dikirim: tugas belum dibuka pada hari itu',
  'before-change': 'tidak dikirim: tenggat bergeser sesudah saat itu',
  'opening-day': 'tidak dikirim: bertepatan dengan hari pemberitahuan pembukaan',
  'after-deadline': 'tidak dikirim: tenggat sudah lewat pada saat itu',
};

const id = {
  title: 'Surat Jadwal',
  intro:
    'Setiap surel yang akan datang, dihitung oleh perencana yang mengirimkannya, seandainya tidak ada yang berbuat apa-apa; juga yang tidak akan dikirim, beserta sebabnya.',
  days: 'Jangka waktu',
  within: (days: number) => `${days} hari ke depan`,
  all: 'sampai akhir siklus',
  which: 'Yang ditampilkan',
  everything: 'semua',
  going: 'yang akan dikirim',
  staying: 'yang tidak akan dikirim',
  search: 'Cari',
  show: 'Tampilkan',
  exportCsv: 'Unduh CSV',
  exportXlsx: 'Unduh XLSX',
  caption: 'Surel yang akan datang',
  at: 'Waktu',
  kind: 'Jenis',
  to: 'Penerima',
  unit: 'OPD',
  deadline: 'Tenggat',
  fate: 'Keterangan',
  movedFrom: (date: string) => `libur, digeser dari ${date}`,
  copy: (name: string) => `tembusan ${name}`,
  empty: 'Tidak ada surel dalam jangka waktu itu. Pilih jangka waktu yang lebih panjang.',
  more: (shown: number, all: number) =>
    `${shown} dari ${all} baris ditampilkan. Persempit dengan pencarian, atau unduh seluruhnya.`,
  fates: fatesId,
};

const en: typeof id = {
  title: 'Send plan',
  intro:
    'Every mail that is to come if nobody does anything, worked out by the planner that sends them; and those that will not go, with the reason.',
  days: 'Period',
  within: (days) => `the next ${days} days`,
  all: 'until the end of the cycle',
  which: 'Which',
  everything: 'all',
  going: 'that will go',
  staying: 'that will not go',
  search: 'Search',
  show: 'Show',
  exportCsv: 'Download CSV',
  exportXlsx: 'Download XLSX',
  caption: 'Mails to come',
  at: 'When',
  kind: 'Kind',
  to: 'Recipient',
  unit: 'Unit',
  deadline: 'Due',
  fate: 'Remark',
  movedFrom: (date) => `no working day, moved from ${date}`,
  copy: (name) => `copy to ${name}`,
  empty: 'No mail in that period. Choose a longer one.',
  more: (shown, all) =>
    `${shown} of ${all} rows are shown. Search for fewer, or download them all.`,
  fates: {
    goes: 'will go',
    'held-back': 'held back: the cycle is paused',
    finished: 'will not go: finished',
    excused: 'will not go: nihil',
    merged: 'will not go: becomes one with another reminder of that day',
    'before-opening': 'will not go: the task is not open on that day',
    'before-change': 'will not go: the deadline moved after that moment',
    'opening-day': 'will not go: it is the day of the notice of opening',
    'after-deadline': 'will not go: the deadline is over by then',
  },
};

export const planWords: Readonly<Record<Language, typeof id>> = { id, en };
