import type { DifferenceLine, LineKind } from '../../assessment/import/difference-lines.js';
import type { LeftUnit } from '../../domain/assessment/propose-assignments.js';
import type { Language } from '../language.js';

const about: Record<DifferenceLine['about'], string> = {
  lead: 'Penanggung jawab',
  supports: 'OPD pendukung',
  title: 'Judul',
  assessor: 'Asesor',
};

const kinds: Record<LineKind, string> = {
  added: 'Ditambahkan',
  changed: 'Diubah',
  removed: 'Dihapus',
};

const left: Record<LeftUnit['why'], string> = {
  no_assessors: 'belum ada asesor dalam siklus ini',
  conflict_of_interest: 'semua asesor berasal dari OPD ini',
  too_few_assessors: 'asesor tidak cukup',
};

const done = {
  lead: 'Penanggung jawab telah ditetapkan.',
  assigned: 'Asesor telah ditugaskan.',
  released: 'Asesor telah dilepas.',
  proposal: 'Usulan telah diterapkan.',
  import: 'Perubahan dari berkas telah diterapkan.',
};

const id = {
  about,
  kinds,
  left,
  done,
  title: 'Penugasan',
  missing: 'Yang masih kurang',
  nothingMissing: 'Setiap indikator punya penanggung jawab, dan setiap OPD punya asesor.',
  noLead: (count: number) =>
    `${count} indikator belum punya OPD penanggung jawab. Tetapkan satu per satu di bawah, atau impor berkas.`,
  noAssessor: (count: number) =>
    `${count} OPD belum punya asesor. Tugaskan satu per satu, terapkan usulan, atau impor berkas.`,
  find: 'Cari dalam kedua tabel',
  leads: 'Penanggung jawab indikator',
  indicator: 'Indikator',
  unit: 'OPD',
  lead: 'Penanggung jawab',
  supports: 'Pendukung',
  nobody: 'belum ada',
  retired: 'dihentikan',
  external: 'nilai dari instansi lain',
  noLeadOption: '– tanpa penanggung jawab –',
  leadHint:
    'Jawaban yang sudah ditulis tetap ada, dan berpindah ke OPD yang ditetapkan. Tidak ada surel yang dikirim.',
  setLead: 'Tetapkan penanggung jawab',
  change: 'Ganti',
  assessors: 'Asesor OPD',
  assessor: 'Asesor',
  replaces: 'Menggantikan',
  replacesNobody: '– tidak ada, sebagai tambahan –',
  assignHint:
    'Asesor yang menggantikan meneruskan pekerjaan yang digantikan. Bila tahap penilaian sedang dibuka, keduanya menerima surel.',
  assign: 'Tugaskan asesor',
  release: 'Lepas',
  releasedFrom: (assessor: string, unit: string) => `${assessor} tidak lagi menilai ${unit}`,
  releaseHint:
    'Penilaian yang sudah selesai tetap tersimpan atas namanya. Penilaian yang belum selesai ditutup; bila akan diteruskan asesor lain, tugaskan asesor itu sebagai pengganti.',
  doRelease: 'Lepas asesor',
  noUnits: 'Belum ada OPD. Tambahkan atau impor di halaman Peserta.',
  proposal: 'Usulan asesor',
  proposalHint:
    'Usulan membagi beban secara merata dan tidak memberi asesor OPD asalnya. Tidak ada yang berubah sebelum diterapkan.',
  perUnit: 'Asesor per OPD',
  showProposal: 'Lihat usulan',
  nothingProposed: 'Tidak ada yang perlu diusulkan: setiap OPD sudah punya asesor.',
  willAssign: (count: number) => `${count} penugasan akan ditambahkan`,
  take: 'Terapkan',
  back: 'Kembali tanpa mengubah',
  load: 'Beban',
  loadBefore: 'Semula',
  loadAfter: 'Menjadi',
  leftUnits: 'OPD yang tetap tanpa asesor yang cukup',
  file: 'Impor dan ekspor berkas',
  fileHint:
    'Unduh berkas, ubah dengan program lembar kerja, lalu unggah kembali. Perubahannya ditunjukkan dahulu. Yang tidak tercantum dalam berkas tetap seperti semula.',
  download: 'Unduh penugasan (XLSX)',
  choose: 'Berkas XLSX atau CSV (paling besar 2 MB)',
  showChanges: 'Lihat perubahan',
  notUploaded: 'Berkas tidak terunggah. Silakan mencoba kembali.',
  changes: 'Perubahan',
  changesOf: (file: string) => `Perubahan dari ${file}`,
  counts: (count: Record<LineKind, number>) =>
    `${count.added} penugasan akan ditambahkan, ${count.changed} diubah, ${count.removed} dihapus`,
  removes: 'Penilaian yang belum selesai dari asesor yang dihapus dibatalkan.',
  noChanges: 'Berkas ini tidak mengubah apa pun: isinya sama dengan penugasan sekarang.',
  kind: 'Jenis',
  matter: 'Hal',
  from: 'Semula',
  to: 'Menjadi',
  notYet: 'Belum ada yang berubah.',
  stale:
    'Penugasan telah berubah sejak ditunjukkan. Tidak ada yang diterapkan; berikut keadaan yang baru.',
  problemsOf: (file: string) => `Berkas ${file} belum dapat diterapkan`,
  problemsHint: (count: number) =>
    `${count} hal perlu diperbaiki. Tidak ada yang berubah; perbaiki berkasnya, lalu unggah kembali.`,
  problems: 'Yang perlu diperbaiki',
  sheet: 'Lembar',
  row: 'Baris',
  column: 'Kolom',
  problem: 'Masalah',
};

const en: typeof id = {
  about: {
    lead: 'Lead unit',
    supports: 'Supporting units',
    title: 'Title',
    assessor: 'Assessor',
  },
  kinds: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  left: {
    no_assessors: 'there are no assessors in this cycle yet',
    conflict_of_interest: 'it is the home unit of every assessor',
    too_few_assessors: 'there are not enough assessors',
  },
  done: {
    lead: 'The lead unit has been set.',
    assigned: 'The assessor has been assigned.',
    released: 'The assessor has been taken off.',
    proposal: 'The proposal has been taken over.',
    import: 'The changes of the file have been applied.',
  },
  title: 'Assignments',
  missing: 'What is missing',
  nothingMissing: 'Every indicator has a lead unit, and every unit has an assessor.',
  noLead: (count) =>
    `${count} indicators have no lead unit yet. Set them one by one below, or import a file.`,
  noAssessor: (count) =>
    `${count} units have no assessor yet. Assign them one by one, take the proposal over, or import a file.`,
  find: 'Search both tables',
  leads: 'Lead units of indicators',
  indicator: 'Indicator',
  unit: 'Unit',
  lead: 'Lead unit',
  supports: 'Supporting units',
  nobody: 'nobody yet',
  retired: 'retired',
  external: "another agency's value",
  noLeadOption: '– no lead unit –',
  leadHint: 'What was answered stays, and goes to the unit that is set. No mail is sent.',
  setLead: 'Set the lead unit',
  change: 'Change',
  assessors: 'Assessors of units',
  assessor: 'Assessor',
  replaces: 'Instead of',
  replacesNobody: '– nobody, in addition –',
  assignHint:
    'Whoever comes instead of somebody goes on with their work. While a review is open, both get a mail.',
  assign: 'Assign the assessor',
  release: 'Take off',
  releasedFrom: (assessor, unit) => `${assessor} does not assess ${unit} any more`,
  releaseHint:
    'Finished reviews are kept in their name. An unfinished one is closed; for another assessor to go on with it, assign that one instead of this one.',
  doRelease: 'Take the assessor off',
  noUnits: 'No units yet. Add or import them on the page of people.',
  proposal: 'Proposal of assessors',
  proposalHint:
    'The proposal shares the load evenly and gives no assessor their home unit. Nothing changes until it is taken over.',
  perUnit: 'Assessors for each unit',
  showProposal: 'Show the proposal',
  nothingProposed: 'There is nothing to propose: every unit has its assessors.',
  willAssign: (count) => `${count} assignments will be added`,
  take: 'Apply',
  back: 'Back without a change',
  load: 'Load',
  loadBefore: 'Before',
  loadAfter: 'After',
  leftUnits: 'Units that stay without enough assessors',
  file: 'Import and export of a file',
  fileHint:
    'Download the file, change it in a spreadsheet program, and upload it again. What changes is shown first. What the file does not list stays as it is.',
  download: 'Download the assignments (XLSX)',
  choose: 'XLSX or CSV file (2 MB at most)',
  showChanges: 'Show the changes',
  notUploaded: 'The file was not uploaded. Please try again.',
  changes: 'Changes',
  changesOf: (file) => `Changes of ${file}`,
  counts: (count) =>
    `${count.added} assignments will be added, ${count.changed} changed, ${count.removed} removed`,
  removes: 'Unfinished reviews of assessors who are removed are cancelled.',
  noChanges: 'This file changes nothing: it says what is so already.',
  kind: 'Kind',
  matter: 'Matter',
  from: 'Before',
  to: 'After',
  notYet: 'Nothing has changed yet.',
  stale:
    'The assignments have changed since they were shown. Nothing was applied; this is how it stands now.',
  problemsOf: (file) => `The file ${file} cannot be applied yet`,
  problemsHint: (count) =>
    `${count} things have to be mended. Nothing has changed; mend the file and upload it again.`,
  problems: 'What has to be mended',
  sheet: 'Sheet',
  row: 'Row',
  column: 'Column',
  problem: 'Problem',
};

export const assignmentWords: Readonly<Record<Language, typeof id>> = { id, en };

export type Done = keyof typeof done;

export function isDone(text: unknown): text is Done {
  return typeof text === 'string' && Object.hasOwn(done, text);
}
