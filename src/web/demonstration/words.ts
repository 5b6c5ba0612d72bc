import type { Stride } from '../../engine/demonstration/time-machine.js';
import type { Language } from '../language.js';

const strides: Readonly<Record<Stride, string>> = {
  next: 'Ke jadwal berikutnya',
  day: 'Maju 1 hari',
  week: 'Maju 1 minggu',
  month: 'Maju 1 bulan',
};

const id = {
  demonstration: 'Peragaan.',
  movable:
    'Jam ini dapat dimajukan; semua surel ditangkap dan tidak ada yang keluar dari komputer ini.',
  strides,
  clock: 'Jam peragaan',
  slide: 'Geser jam',
  date: 'Majukan sampai tanggal',
  go: 'Majukan jam',
  dateHint: (from: string, until: string) => `Antara ${from} dan ${until}, pukul 12.00.`,
  outOfReach: (from: string, until: string) =>
    `Jam hanya dapat dimajukan: pilihlah tanggal antara ${from} dan ${until}.`,
  noDate: 'Tuliskan tanggal sebagai tahun-bulan-hari, misalnya 2025-09-30.',
  over: 'Siklus sudah lewat: tidak ada tanggal lagi untuk dituju.',
  inbox: 'Kotak surat tangkapan',
  noMails: 'Belum ada surel. Majukan jam ke jadwal berikutnya.',
  older: 'Surel yang lebih lama',
  newer: 'Surel yang lebih baru',
  sentAt: 'Tanggal',
  to: 'Kepada',
  cc: 'Tembusan',
  attached: 'Lampiran',
  copy: (to: string) => `tembusan ${to}`,
  content: 'Isi surel',
  plain: 'Sebagai teks biasa',
  back: 'Kembali',
  roles: {
    title: 'Pilih peran',
    intro:
      'Ini peragaan: Anda dapat masuk sebagai siapa pun yang ikut dalam siklus ini, tanpa kata sandi. Halaman ini tidak ada pada pemakaian yang sebenarnya.',
    search: 'Cari nama, OPD, atau alamat surel',
    find: 'Cari',
    coordinators: 'Koordinator',
    units: 'OPD',
    assessors: 'Asesor',
    admin: 'Admin',
    head: 'Pimpinan',
    nobody: 'Tidak ada yang cocok.',
    noCycle: 'Belum ada siklus yang dimuat.',
  },
};

const en: typeof id = {
  demonstration: 'Demonstration.',
  movable: 'This clock can be moved on; all mails are caught and none leaves this computer.',
  strides: {
    next: 'On to what comes next',
    day: 'On by 1 day',
    week: 'On by 1 week',
    month: 'On by 1 month',
  },
  clock: "The demonstration's clock",
  slide: 'Slide the clock',
  date: 'Move on to a date',
  go: 'Move the clock',
  dateHint: (from, until) => `Between ${from} and ${until}, at noon.`,
  outOfReach: (from, until) =>
    `The clock can only be moved on: choose a date between ${from} and ${until}.`,
  noDate: 'Write the date as year-month-day, for example 2025-09-30.',
  over: 'The cycle is over: there is no further date to go to.',
  inbox: 'Inbox of caught mails',
  noMails: 'No mails yet. Move the clock on to what comes next.',
  older: 'Older mails',
  newer: 'Newer mails',
  sentAt: 'Date',
  to: 'To',
  cc: 'Copy',
  attached: 'Attached',
  copy: (to) => `copy to ${to}`,
  content: 'What the mail says',
  plain: 'As plain text',
  back: 'Back',
  roles: {
    title: 'Choose a role',
    intro:
      'This is a demonstration: you can sign in as anybody who takes part in this cycle, without a password. This page does not exist in real use.',
    search: 'Search a name, unit or e-mail address',
    find: 'Search',
    coordinators: 'Coordinators',
    units: 'Units',
    assessors: 'Assessors',
    admin: 'Admin',
    head: 'Head',
    nobody: 'Nobody matches.',
    noCycle: 'No cycle has been loaded.',
  },
};

export const demonstrationWords: Readonly<Record<Language, typeof id>> = { id, en };
