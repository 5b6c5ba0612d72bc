import type { PhaseState } from '../../../domain/machines.js';
import type { OutcomeKind } from '../../../report/minutes/minutes.js';
import type { Language } from '../../language.js';

interface MinutesWords {
  readonly title: string;
  readonly intro: string;
  readonly of: (phase: string) => string;
  readonly download: string;
  readonly hint: string;
  readonly number: string;
  readonly numberHint: string;
  readonly date: string;
  readonly dateHint: string;
  readonly place: string;
  readonly placeHint: string;
  readonly noDate: string;
  readonly tooEarly: (date: string) => string;
  readonly contents: string;
  readonly state: string;
  readonly count: string;
  readonly without: string;
  readonly changes: (count: number) => string;
  readonly refused: (count: number) => string;
  /** Of a phase that is not over, after its title. */
  readonly notYet: Readonly<Record<Exclude<PhaseState, 'closed'>, (moment: string) => string>>;
  readonly back: string;
  readonly outcomes: Readonly<Record<OutcomeKind, string>>;
}

const id: MinutesWords = {
  title: 'Berita acara',
  intro:
    'Berita acara dapat dibuat untuk setiap tahap yang sudah ditutup, sebagai PDF yang siap ditandatangani.',
  of: (phase) => `Berita acara: ${phase}`,
  download: 'Unduh PDF',
  hint: 'Isian yang dikosongkan dicetak sebagai titik-titik, untuk ditulis dengan tangan.',
  number: 'Nomor berita acara',
  numberHint: 'Menurut buku agenda surat, misalnya 060/040/IX/2025.',
  date: 'Tanggal penandatanganan',
  dateHint: 'Dicetak dengan huruf: Selasa tanggal tiga puluh bulan September …',
  place: 'Tempat',
  placeHint: 'Misalnya Pekalongan.',
  noDate: 'Tanggal itu tidak ada.',
  tooEarly: (date) => `Tanggal tidak boleh sebelum tahap ini ditutup, yaitu ${date}.`,
  contents: 'Isi',
  state: 'Keadaan',
  count: 'Jumlah',
  without: 'Tanpa tugas pada tahap ini',
  refused: (count) => `Permohonan perpanjangan yang ditolak: ${count}.`,
  changes: (count) =>
    count === 0
      ? 'Jadwal tahap ini tidak pernah diubah.'
      : `${count} perubahan jadwal dicantumkan beserta nomor suratnya.`,
  notYet: {
    scheduled: (moment) => `Tahap ini belum dibuka. Menurut jadwal, tahap ini ditutup ${moment}.`,
    blocked: (moment) =>
      `Tahap ini tertahan dan belum dibuka, sehingga tidak ditutup dengan sendirinya. Menurut jadwal, tahap ini ditutup ${moment}.`,
    open: (moment) =>
      `Tahap ini masih berjalan dan ditutup ${moment}. Berita acaranya dapat dibuat sesudah itu.`,
  },
  back: 'Kembali ke daftar berita acara',
  outcomes: {
    'in-time': 'Selesai tepat waktu',
    extended: 'Selesai dalam masa perpanjangan',
    reopened: 'Terlewat, dibuka kembali, lalu selesai',
    running: 'Masih berjalan dalam masa perpanjangan',
    late: 'Terlambat, tidak selesai',
    nihil: 'Nihil',
    cancelled: 'Dibatalkan',
  },
};

const en: MinutesWords = {
  title: 'Minutes of phases',
  intro:
    'Minutes (berita acara) can be made of every phase that is closed, as a PDF ready to sign. They are in Indonesian.',
  of: (phase) => `Minutes: ${phase}`,
  download: 'Download the PDF',
  hint: 'What is left empty is printed as a line of dots, to be written by hand.',
  number: 'Number of the minutes',
  numberHint: "As the office's register gives it, such as 060/040/IX/2025.",
  date: 'Date of signing',
  dateHint: 'Printed in words: Selasa tanggal tiga puluh bulan September …',
  place: 'Place',
  placeHint: 'Such as Pekalongan.',
  noDate: 'There is no such date.',
  tooEarly: (date) => `The date cannot be before the phase was closed, on ${date}.`,
  contents: 'Contents',
  state: 'State',
  count: 'Count',
  without: 'Without a task in this phase',
  refused: (count) => `Requests for more time that were refused: ${count}.`,
  changes: (count) =>
    count === 0
      ? 'The dates of this phase were never changed.'
      : `Changes of its dates, with their letter numbers: ${count}.`,
  notYet: {
    scheduled: (moment) => `This phase is not open yet. By its timeline it closes on ${moment}.`,
    blocked: (moment) =>
      `This phase is blocked and not open yet, so it does not close by itself. By its timeline it closes on ${moment}.`,
    open: (moment) =>
      `This phase is still open and closes on ${moment}. Its minutes can be made after that.`,
  },
  back: 'Back to all minutes',
  outcomes: {
    'in-time': 'Finished in time',
    extended: 'Finished within an extension',
    reopened: 'Missed, opened again, then finished',
    running: 'Still running within an extension',
    late: 'Late, not finished',
    nihil: 'Nihil',
    cancelled: 'Cancelled',
  },
};

export const minutesWords: Readonly<Record<Language, MinutesWords>> = { id, en };
