import type { Language } from './language.js';

const id = {
  target: 'target indeks',
  phases: 'Tahap',
  phase: 'Tahap',
  state: 'Status',
  opens: 'Dibuka',
  due: 'Paling lambat',
  finished: 'Selesai',
  unfinished: 'Belum',
  lapsed: 'Terlambat',
  coming: 'Jadwal berikutnya',
  nothing: 'Tidak ada lagi yang dijadwalkan.',
  paused: 'Siklus sedang dijeda: tidak ada yang berjalan sampai dilanjutkan.',
  about: (phase: string) => `untuk ${phase}`,
  mails: 'Surel',
  mailCount: (count: number) => `${count} surel`,
  noMails: 'Belum ada surel.',
  noCycle: 'Belum ada siklus',
  load: 'Muat berkas siklus dan daftar OPD lebih dahulu:',
};

const en: typeof id = {
  target: 'target index',
  phases: 'Phases',
  phase: 'Phase',
  state: 'State',
  opens: 'Opens',
  due: 'Due',
  finished: 'Finished',
  unfinished: 'Open',
  lapsed: 'Lapsed',
  coming: 'What comes next',
  nothing: 'Nothing more is scheduled.',
  paused: 'The cycle is paused: nothing runs until it is resumed.',
  about: (phase) => `for ${phase}`,
  mails: 'Mails',
  mailCount: (count) => (count === 1 ? '1 mail' : `${count} mails`),
  noMails: 'No mails yet.',
  noCycle: 'No cycle yet',
  load: 'Load a cycle and its list of units first:',
};

export const statusWords: Readonly<Record<Language, typeof id>> = { id, en };
