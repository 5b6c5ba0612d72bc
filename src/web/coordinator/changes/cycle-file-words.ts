import type { Language } from '../../language.js';

const id = {
  title: 'Berkas siklus',
  intro:
    'Inilah siklus sebagaimana berlaku sekarang, sebagai berkas YAML. Ubahlah di sini, atau tempelkan berkas lain yang kodenya sama. Akibatnya ditunjukkan lebih dahulu; belum ada yang berubah sebelum Bapak/Ibu menerapkannya.',
  people: 'Orang dan OPD tidak termasuk dalam berkas ini; keduanya diatur di halaman Peserta.',
  file: 'Isi berkas',
  reason: 'Alasan',
  letter: 'Nomor surat',
  ifAny: 'Boleh dikosongkan.',
  show: 'Tunjukkan akibatnya',
  again: 'Perbaiki berkasnya',
  problems: 'Yang perlu diperbaiki',
  problemsHint: (count: number) =>
    count === 1
      ? 'Ada satu hal yang perlu diperbaiki. Belum ada yang berubah.'
      : `Ada ${count} hal yang perlu diperbaiki. Belum ada yang berubah.`,
  line: 'Baris',
  field: 'Bagian',
  problem: 'Masalah',
  changes: 'Yang berubah dalam berkas',
  none: 'Berkas ini sama dengan yang berlaku: tidak ada yang berubah.',
  previewTitle: 'Akibat berkas siklus',
  take: 'Terapkan berkas ini',
  back: 'Kembali tanpa mengubah',
  taken: 'Berkas siklus telah diterapkan.',
  stale:
    'Keadaan siklus telah berubah sejak pratinjau ini dibuat. Berikut akibatnya sekarang; periksa kembali sebelum menerapkan.',
  fixed: {
    timezone: 'Zona waktu siklus yang berjalan tidak dapat diubah.',
    instrument: 'Instrumen tidak dapat diganti setelah penilaian mandiri dibuka.',
  },
};

const en: typeof id = {
  title: 'Cycle file',
  intro:
    'This is the cycle as it stands, as a YAML file. Change it here, or paste another file of the same code. Its consequences are shown first; nothing has changed until you take it.',
  people: 'People and units are not part of this file; they have a page of their own.',
  file: 'Content of the file',
  reason: 'Reason',
  letter: 'Letter number',
  ifAny: 'This can stay empty.',
  show: 'Show the consequences',
  again: 'Correct the file',
  problems: 'What needs to be corrected',
  problemsHint: (count) =>
    count === 1
      ? 'One thing needs to be corrected. Nothing has changed.'
      : `${count} things need to be corrected. Nothing has changed.`,
  line: 'Line',
  field: 'Field',
  problem: 'Problem',
  changes: 'What the file changes',
  none: 'The file says what holds already: nothing changes.',
  previewTitle: 'Consequences of the cycle file',
  take: 'Take this file',
  back: 'Back without changing',
  taken: 'The cycle file has been taken.',
  stale:
    'The cycle has changed since this preview was made. These are the consequences now; check them before you take them.',
  fixed: {
    timezone: 'The time zone of a running cycle cannot change.',
    instrument: 'The instrument cannot change once the self-assessment has opened.',
  },
};

export const cycleFileWords: Readonly<Record<Language, typeof id>> = { id, en };
