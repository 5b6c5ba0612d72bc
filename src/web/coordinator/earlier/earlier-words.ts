import type { Difference } from '../../../assessment/earlier/imported-result.js';
import type { StatedFlaw } from '../../../assessment/earlier/result-form.js';
import type { Language } from '../../language.js';

type Reason = 'differs' | 'replaces';

const id = {
  title: 'Hasil tahun-tahun lalu',
  intro:
    'Hasil evaluasi dari tahun-tahun sebelum Siklus dipakai, lengkap dengan tingkat tiap indikator. Tahun yang diimpor tertutup: tidak ada tugas, tahap, atau surel, dan isinya tidak dapat diubah. Hasilnya tampil dalam tren.',
  trend: 'Lihat tren',
  none: 'Belum ada tahun yang diimpor.',
  list: 'Tahun yang sudah diimpor',
  year: 'Tahun',
  instrument: 'Instrumen',
  announced: 'Diumumkan',
  computed: 'Dihitung dari tingkat',
  brought: 'Diimpor',
  by: (who: string, when: string): string => `${when}, oleh ${who}`,
  file: 'Berkas',
  trace: 'Keutuhan',
  holds: 'utuh: sama dengan yang dicatat jurnal',
  broken: 'TIDAK utuh: isinya bukan yang dicatat jurnal',
  form: 'Impor satu tahun',
  template: 'Unduh templat berisi nama indikator:',
  index: 'Indeks yang diumumkan',
  indexHint: 'Dari 1,00 sampai 5,00, seperti tertulis dalam keputusan.',
  yearHint: 'Empat angka, misalnya 2024.',
  predikat: 'Predikat yang diumumkan',
  choose: 'Pilih',
  chooseFile: 'Tabel tingkat (XLSX atau CSV)',
  fileHint:
    'Kolom No dan Tingkat terverifikasi wajib ada, satu baris untuk setiap indikator. Kolom Tingkat klaim dan Catatan boleh ada.',
  noFile: 'Pilih berkasnya.',
  show: 'Periksa',
  problems: 'Yang harus diperbaiki dalam berkas',
  problemsHint: (count: number): string =>
    `Berkas belum dapat diterima: ada ${count} masalah. Tidak ada yang disimpan.`,
  preview: (code: string): string => `Yang akan disimpan sebagai ${code}`,
  notYet: 'Belum ada yang disimpan.',
  stale: 'Ada yang berubah sejak ditampilkan. Periksa sekali lagi.',
  same: 'Tingkat tiap indikator menghasilkan indeks dan predikat yang diumumkan.',
  differences: {
    index: (announced: string, computed: string): string =>
      `Indeks yang diumumkan ${announced}, tetapi tingkat dalam tabel menghasilkan ${computed}.`,
    predikat: (announced: string, computed: string): string =>
      `Predikat yang diumumkan ${announced}, tetapi menurut ambang instrumen indeks itu ${computed}.`,
  } satisfies Record<Difference, (announced: string, computed: string) => string>,
  reasons: {
    differs: 'Mengapa berbeda? Alasan ini disimpan bersama hasilnya.',
    replaces: 'Mengapa diganti? Alasan ini disimpan bersama hasilnya.',
  } satisfies Record<Reason, string>,
  missing: 'Alasan wajib diisi.',
  replacing: (year: number, when: string, who: string): string =>
    `Tahun ${year} sudah diimpor pada ${when} oleh ${who}. Hasil itu akan diganti, dan tetap tersimpan.`,
  take: 'Simpan hasil ini',
  back: 'Kembali tanpa menyimpan',
  all: 'Semua tahun',
  done: 'Hasil sudah disimpan.',
  part: 'Bagian',
  figure: 'Indeks',
  parts: 'Indeks per domain dan aspek, dihitung dari tingkat',
  levels: 'Tingkat per indikator',
  no: 'No.',
  indicator: 'Indikator',
  level: 'Terverifikasi',
  claimed: 'Klaim',
  note: 'Catatan',
  why: 'Alasan perbedaan',
  whyReplaced: 'Alasan penggantian',
  flaws: {
    no_year: 'Tuliskan tahun dengan empat angka, mulai 2000.',
    not_earlier: 'Hanya tahun sebelum tahun siklus ini yang dapat diimpor.',
    published_here: 'Hasil tahun ini sudah diumumkan melalui Siklus, jadi tidak dapat diganti.',
    unknown_instrument: 'Pilih instrumennya.',
    no_index: 'Tuliskan indeks dari 1,00 sampai 5,00.',
    unknown_predikat: 'Pilih predikat yang ada dalam instrumen itu.',
  } satisfies Record<StatedFlaw, string>,
};

const en: typeof id = {
  title: 'Results of earlier years',
  intro:
    'Results of evaluations from years before Siklus was used, with the level of each indicator. An imported year is closed: it has no tasks, phases or mails, and cannot be changed. It shows in the trend.',
  trend: 'See the trend',
  none: 'No year has been imported.',
  list: 'Imported years',
  year: 'Year',
  instrument: 'Instrument',
  announced: 'Announced',
  computed: 'Computed from levels',
  brought: 'Imported',
  by: (who, when) => `${when}, by ${who}`,
  file: 'File',
  trace: 'Integrity',
  holds: 'intact: as the journal recorded it',
  broken: 'NOT intact: not what the journal recorded',
  form: 'Import a year',
  template: 'Download a template with the names of the indicators:',
  index: 'Announced index',
  indexHint: 'From 1.00 to 5.00, as the decree has it.',
  yearHint: 'Four digits, such as 2024.',
  predikat: 'Announced predikat',
  choose: 'Choose',
  chooseFile: 'Table of levels (XLSX or CSV)',
  fileHint:
    'The columns No and Tingkat terverifikasi have to be there, with one row for each indicator. Tingkat klaim and Catatan may be.',
  noFile: 'Choose the file.',
  show: 'Check',
  problems: 'What has to be mended in the file',
  problemsHint: (count) =>
    `The file cannot be taken: there are ${count} problems. Nothing is kept.`,
  preview: (code) => `What would be kept as ${code}`,
  notYet: 'Nothing is kept yet.',
  stale: 'Something has changed since this was shown. Please check once more.',
  same: 'The levels come to the index and the predikat that were announced.',
  differences: {
    index: (announced, computed) =>
      `The announced index is ${announced}, but the levels of the table come to ${computed}.`,
    predikat: (announced, computed) =>
      `The announced predikat is ${announced}, but by the thresholds of the instrument that index is ${computed}.`,
  },
  reasons: {
    differs: 'Why do they differ? The reason is kept with the result.',
    replaces: 'Why is it replaced? The reason is kept with the result.',
  },
  missing: 'A reason is needed.',
  replacing: (year, when, who) =>
    `${year} was imported ${when} by ${who}. That result will be replaced, and stays on record.`,
  take: 'Keep this result',
  back: 'Back without keeping it',
  all: 'All years',
  done: 'The result is kept.',
  part: 'Part',
  figure: 'Index',
  parts: 'Index by domain and aspect, computed from the levels',
  levels: 'Level by indicator',
  no: 'No.',
  indicator: 'Indicator',
  level: 'Verified',
  claimed: 'Claimed',
  note: 'Note',
  why: 'Why it differs',
  whyReplaced: 'Why it was replaced',
  flaws: {
    no_year: 'Write the year in four digits, from 2000 on.',
    not_earlier: 'Only a year before the one of this cycle can be imported.',
    published_here: 'Siklus has published the result of this year, so it cannot be replaced.',
    unknown_instrument: 'Choose the instrument.',
    no_index: 'Write an index from 1.00 to 5.00.',
    unknown_predikat: 'Choose a predikat that this instrument has.',
  },
};

export const earlierWords: Readonly<Record<Language, typeof id>> = { id, en };
