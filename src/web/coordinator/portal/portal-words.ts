import type { PortalState } from '../../../report/portal/portal.js';
import type { Language } from '../../language.js';

interface PortalWords {
  readonly title: string;
  readonly intro: string;
  readonly domain: string;
  readonly unit: string;
  readonly all: string;
  readonly filter: string;
  readonly pack: string;
  readonly packHint: string;
  readonly none: string;
  readonly officialName: string;
  readonly lead: string;
  readonly state: string;
  readonly claimed: string;
  readonly verified: string;
  readonly fact: string;
  readonly analysis: string;
  readonly notes: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly fileName: string;
  readonly original: string;
  readonly level: string;
  readonly size: string;
  readonly verdict: string;
  readonly link: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly states: Readonly<Record<PortalState, string>>;
}

const id: PortalWords = {
  title: 'Paket portal',
  intro:
    'Isian setiap indikator menurut urutan portal evaluasi, untuk disalin bagian demi bagian. Yang ditampilkan adalah jawaban yang terakhir diajukan, bukan draf.',
  domain: 'Domain',
  unit: 'Penanggung jawab',
  all: 'Semua',
  filter: 'Tampilkan',
  pack: 'Unduh sebagai satu berkas (ZIP)',
  packHint:
    'Berisi satu folder untuk setiap indikator dengan jawaban dan bukti dukungnya, serta daftar isinya (daftar.csv dan daftar.xlsx). Bukti yang tidak dapat dibaca disebut dalam daftar itu.',
  none: 'Tidak ada indikator yang cocok.',
  officialName: 'Nama indikator',
  lead: 'Penanggung jawab',
  state: 'Keadaan',
  claimed: 'Tingkat klaim',
  verified: 'Tingkat terverifikasi',
  fact: 'Fakta',
  analysis: 'Analisis',
  notes: 'Catatan asesor',
  evidence: 'Bukti dukung',
  noEvidence: 'Tidak ada bukti dukung.',
  fileName: 'Nama berkas',
  original: 'Nama asal',
  level: 'Tingkat',
  size: 'Ukuran',
  verdict: 'Putusan asesor',
  link: 'tautan',
  copy: 'Salin',
  copied: 'Tersalin.',
  copyByHand: 'Teks sudah dipilih; salin dengan Ctrl+C.',
  states: {
    sent: 'Diajukan',
    revising: 'Sedang diperbaiki; yang ditampilkan adalah yang terakhir diajukan',
    'not-sent': 'Belum diajukan',
    nihil: 'Nihil',
    external: 'Nilai dari instansi lain',
    'no-lead': 'Belum ada penanggung jawab',
  },
};

const en: PortalWords = {
  title: 'Portal pack',
  intro:
    'What goes into the evaluation portal for each indicator, in its order, to be copied part by part. Answers stand as they were sent last, not as drafts.',
  domain: 'Domain',
  unit: 'Lead unit',
  all: 'All',
  filter: 'Show',
  pack: 'Download as one file (ZIP)',
  packHint:
    'Holds a folder for each indicator with its answer and evidence, and a list of all of it (daftar.csv and daftar.xlsx). Evidence that cannot be read is named in that list.',
  none: 'No indicator fits.',
  officialName: 'Name of the indicator',
  lead: 'Lead unit',
  state: 'State',
  claimed: 'Level claimed',
  verified: 'Level verified',
  fact: 'Facts',
  analysis: 'Analysis',
  notes: "Assessors' notes",
  evidence: 'Evidence',
  noEvidence: 'No evidence.',
  fileName: 'File name',
  original: 'Original name',
  level: 'Level',
  size: 'Size',
  verdict: 'Verdict',
  link: 'link',
  copy: 'Copy',
  copied: 'Copied.',
  copyByHand: 'The text is selected; copy it with Ctrl+C.',
  states: {
    sent: 'Sent',
    revising: 'Being revised; what was sent last is shown',
    'not-sent': 'Not sent yet',
    nihil: 'Nihil',
    external: "Another agency's value",
    'no-lead': 'No lead unit yet',
  },
};

export const portalWords: Readonly<Record<Language, PortalWords>> = { id, en };

/** `1,2 MB` in Indonesian, `1.2 MB` in English; three figures are enough to recognise a file. */
export function sizeText(bytes: number, language: Language): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** power;
  const text = power === 0 ? String(bytes) : value.toFixed(1);
  return `${language === 'id' ? text.replace('.', ',') : text} ${units[power] ?? ''}`;
}
