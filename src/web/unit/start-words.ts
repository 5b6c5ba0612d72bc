import type { Language } from '../language.js';

const id = {
  heading: 'Mulai dari tahun sebelumnya',
  copyHint: (cycle: string) =>
    `Jawaban pada ${cycle} dapat disalin sebagai draf: tingkat, fakta, analisis, dan bukti dukungnya. Hanya indikator yang belum dimulai yang terisi. Periksalah setiap draf sebelum dikirim.`,
  carryHint: (cycle: string) =>
    `Bukti dukung pada ${cycle} dapat dibawa ke indikator yang dipetakan. Tingkat, fakta, dan analisis tidak ikut, karena instrumen tahun itu berbeda. Hanya indikator yang belum dimulai yang terisi. Periksalah setiap bukti sebelum dikirim.`,
  answer: (no: number, from: string, pieces: number) =>
    `Indikator ${no}: jawaban ${pieces === 0 ? 'tanpa' : `dan ${pieces}`} bukti dukung dari indikator ${from}`,
  evidence: (no: number, from: string, pieces: number) =>
    `Indikator ${no}: ${pieces} bukti dukung dari indikator ${from}`,
  copy: 'Salin jawaban',
  carry: 'Bawa bukti dukung',
  taken: (cycle: string) => `Telah diambil dari ${cycle}:`,
  nothing: 'Tidak ada yang diambil: semua indikator yang tersedia sudah dimulai.',
};

const en: typeof id = {
  heading: 'Start from the year before',
  copyHint: (cycle) =>
    `The answers of ${cycle} can be copied as drafts: level, facts, analysis and evidence. Only indicators that nobody has begun are filled in. Look at each draft before it is sent.`,
  carryHint: (cycle) =>
    `The evidence of ${cycle} can be carried over to the indicators that are mapped. Levels, facts and analyses do not come along, as the instrument of that year was another one. Only indicators that nobody has begun are filled in. Look at each piece before it is sent.`,
  answer: (no, from, pieces) =>
    `Indicator ${no}: the answer of indicator ${from}, ${pieces === 0 ? 'without evidence' : `with evidence (${pieces})`}`,
  evidence: (no, from, pieces) => `Indicator ${no}: evidence (${pieces}) of indicator ${from}`,
  copy: 'Copy the answers',
  carry: 'Carry the evidence over',
  taken: (cycle) => `Taken from ${cycle}:`,
  nothing: 'Nothing was taken: all indicators that it has something for have been begun.',
};

export const startWords: Readonly<Record<Language, typeof id>> = { id, en };
