import type { Way } from '../../../domain/rehearsal.js';
import type { Language } from '../../language.js';

const waysId: Readonly<Record<Way, string>> = {
  nobody: 'tidak ada yang berbuat apa-apa',
  everybody: 'semua menyelesaikan tugasnya pada menit terakhir',
};

const id = {
  title: 'Coba sisa tahun ini',
  intro:
    'Menjalankan sisa siklus, dari sekarang sampai akhirnya, pada salinan data. Tidak ada surel yang dikirim dan tidak ada yang diubah.',
  assumed: 'Seandainya',
  run: 'Coba sisa tahun ini',
  ways: waysId,
  asIf: {
    nobody: 'Tugas yang tidak diselesaikan terlewat pada tenggatnya.',
    everybody:
      'Setiap tugas selesai satu menit sebelum tenggatnya, seolah-olah isinya lengkap, tanpa temuan baru, dan dengan asesor sebagaimana ditetapkan sekarang.',
  } satisfies Readonly<Record<Way, string>>,
  paused: 'Siklus sedang dijeda: yang ditunjukkan ialah seandainya dilanjutkan sekarang.',
  waiting: 'Surel yang sudah menunggu pengiriman tidak termasuk.',
  counts: (mails: number, lapsed: number) => `${mails} surel, ${lapsed} tugas terlewat.`,
  download: 'Unduh log (JSONL)',
  caption: 'Yang akan terjadi',
  at: 'Waktu',
  what: 'Kejadian',
  phase: 'Tahap',
  who: 'Untuk',
  types: { phase: 'Tahap', task: 'Tugas', mail: 'Surel' },
  made: 'dibuat',
  search: 'Cari',
  show: 'Tampilkan',
  nothing: 'Tidak ada lagi yang akan terjadi: siklus ini sudah sampai akhirnya.',
  none: 'Tidak ada yang cocok.',
  more: (shown: number, all: number) =>
    `${shown} dari ${all} baris ditampilkan. Persempit dengan pencarian, atau unduh seluruhnya.`,
};

const en: typeof id = {
  title: 'Try the rest of this year',
  intro:
    'Runs the rest of the cycle, from now to its end, on a copy of the data. No mail is sent, and nothing is changed.',
  assumed: 'Suppose that',
  run: 'Try the rest of this year',
  ways: {
    nobody: 'nobody does anything',
    everybody: 'everybody finishes in the last minute',
  },
  asIf: {
    nobody: 'Tasks that are not finished are missed at their deadline.',
    everybody:
      'Every task is finished a minute before its deadline, as if nothing were missing in it, without new findings, and with the assessors as they are assigned now.',
  },
  paused: 'The cycle is paused: this is what would come if it were resumed now.',
  waiting: 'Mails that wait to be sent already are not among these.',
  counts: (mails, lapsed) => `${mails} mails, ${lapsed} tasks missed.`,
  download: 'Download the log (JSONL)',
  caption: 'What will happen',
  at: 'When',
  what: 'What',
  phase: 'Phase',
  who: 'For',
  types: { phase: 'Phase', task: 'Task', mail: 'Mail' },
  made: 'made',
  search: 'Search',
  show: 'Show',
  nothing: 'Nothing more will happen: this cycle has come to its end.',
  none: 'Nothing matches.',
  more: (shown, all) =>
    `${shown} of ${all} rows are shown. Search for fewer, or download them all.`,
};

export const rehearsalWords: Readonly<Record<Language, typeof id>> = { id, en };
