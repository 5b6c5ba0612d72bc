import type { OutcomeKind } from './minutes.js';
import type { PhaseKind } from '../../domain/cycle.js';
import type { What } from '../../domain/journal.js';

/** Minutes are a letter of the office: they are Indonesian whatever language pages are read in. */
export const words = {
  title: 'Berita Acara',
  number: 'Nomor',
  blank: '………………………………',
  shortBlank: '……………………',
  coordinator: 'Koordinator',
  assessor: 'Asesor Internal',
  sekda: 'Sekretaris Daerah',
  head: 'Kepala Dinas Komunikasi dan Informatika',
  witness: 'Mengetahui,',
  opening: (day: string, place: string, phase: string, cycle: string) =>
    `Pada hari ini, ${day}, bertempat di ${place}, kami yang bertanda tangan di bawah ini menerangkan bahwa tahap ${phase} dalam rangka ${cycle} telah dilaksanakan dan ditutup, dengan keadaan sebagai berikut.`,
  closing:
    'Demikian berita acara ini dibuat dengan sebenarnya untuk dapat dipergunakan sebagaimana mestinya.',
  schedule: 'Jadwal',
  opened: 'Dibuka',
  closed: 'Ditutup',
  asOf: 'Keadaan menurut',
  position: (entries: number, moment: string) => `jurnal nomor ${entries}, ${moment}`,
  changes: 'Perubahan jadwal dan dasarnya',
  noChanges: 'Jadwal tahap ini tidak pernah diubah.',
  version: 'Versi',
  at: 'Tanggal',
  change: 'Perubahan',
  letter: 'Nomor surat',
  reason: 'Alasan',
  noLetter: 'tanpa nomor surat',
  becomes: 'menjadi',
  summary: 'Rekapitulasi',
  state: 'Keadaan',
  count: 'Jumlah',
  total: 'Jumlah seluruhnya',
  without: 'Tanpa tugas pada tahap ini',
  details: 'Rincian',
  noTasks: 'Tidak ada tugas pada tahap ini.',
  no: 'No.',
  unit: 'Perangkat daerah',
  by: (assessor: string) => `asesor ${assessor}`,
  until: (moment: string) => `s.d. ${moment}`,
  finished: 'Selesai pada',
  deadline: 'Tenggat',
  basis: 'Perpanjangan, nomor surat, alasan',
  indicators: 'Indikator',
  owed: 'Indikator yang belum',
  verdicts: 'Bukti diterima / direvisi',
  findings: 'Temuan',
  shared: 'Koordinator',
  refused: 'Permohonan perpanjangan yang ditolak',
  askedUntil: 'Dimohon s.d.',
  askedReason: 'Nomor surat, alasan',
  refusal: 'Ditolak oleh, alasan',
  nihil: 'Indikator nihil yang disetujui',
  indicator: 'Indikator',
  nihilReason: 'Alasan',
  decidedBy: 'Disetujui oleh',
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  foot: (cycle: string, entries: number, hash: string) =>
    `${cycle} · jurnal nomor ${entries} · ${hash}`,
} as const;

/** What the column of those that finished says, by what a phase is about. */
export const finishedWords: Readonly<Record<PhaseKind, string>> = {
  assignment: 'Ditetapkan pada',
  briefing: 'Dikonfirmasi pada',
  'self-assessment': 'Diajukan pada',
  review: 'Selesai pada',
  revision: 'Diajukan pada',
  report: 'Diterbitkan pada',
};

type Outcomes = Readonly<Record<OutcomeKind, string>>;

const shared: Outcomes = {
  'in-time': 'Selesai tepat waktu',
  extended: 'Selesai dalam masa perpanjangan',
  reopened: 'Terlewat, dibuka kembali dengan perpanjangan, lalu selesai',
  running: 'Masih berjalan dalam masa perpanjangan',
  late: 'Terlambat: tidak selesai sampai tenggat',
  nihil: 'Nihil: seluruh indikatornya disetujui nihil',
  cancelled: 'Dibatalkan',
};

const sent: Outcomes = {
  ...shared,
  'in-time': 'Mengajukan tepat waktu',
  extended: 'Mengajukan dalam masa perpanjangan',
  reopened: 'Terlewat, dibuka kembali dengan perpanjangan, lalu mengajukan',
  late: 'Terlambat: tidak mengajukan sampai tenggat',
};

const tookPart: Outcomes = {
  ...shared,
  'in-time': 'Mengikuti dan mengonfirmasi tepat waktu',
  extended: 'Mengonfirmasi dalam masa perpanjangan',
  reopened: 'Terlewat, dibuka kembali dengan perpanjangan, lalu mengonfirmasi',
  late: 'Tidak mengonfirmasi keikutsertaan sampai tenggat',
};

export const outcomeWords: Readonly<Record<PhaseKind, Outcomes>> = {
  assignment: shared,
  briefing: tookPart,
  'self-assessment': sent,
  review: { ...shared, cancelled: 'Dibatalkan: OPD dihentikan atau asesor dilepas' },
  revision: sent,
  report: shared,
};

/** What an order did to the phase. */
export const changeWords: Readonly<Partial<Record<What, string>>> = {
  rescheduled: 'Jadwal',
  extended: 'Perpanjangan',
  overridden: 'Dibuka meskipun tertahan',
  settings: 'Pengaturan',
};

export const fieldWords: Readonly<Record<string, string>> = {
  title: 'Judul',
  kind: 'Jenis',
  reminders: 'Pengingat',
  requires: 'Persyaratan',
  units: 'Perangkat daerah yang dimaksud',
  added: 'Tahap ditambahkan',
  removed: 'Tahap dihapus',
};

export const decidedWords = {
  leads: 'Penanggung jawab setiap indikator',
  assessors: 'Asesor setiap perangkat daerah',
  indicator: 'Indikator',
  lead: 'Penanggung jawab',
  unit: 'Perangkat daerah',
  assessor: 'Asesor',
  external: 'nilai dari instansi lain',
  nobody: 'belum ditetapkan',
  result: 'Hasil yang diterbitkan',
  what: 'Hal',
  value: 'Nilai',
  index: 'Indeks',
  predikat: 'Predikat',
  target: 'Target',
} as const;
