import type { ReportKind } from './report.js';

/** A report is a document of the office: it is Indonesian whatever language pages are read in. */
export const words = {
  title: 'Laporan Hasil Evaluasi',
  year: (year: number) => `Tahun Evaluasi ${year}`,
  index: 'Indeks',
  predikat: 'Predikat',
  draft: 'DRAF – belum ditetapkan',
  asOf: {
    published: (date: string) => `Ditetapkan pada ${date}`,
    draft: (date: string) => `Draf: keadaan pada ${date}, belum ditetapkan`,
  } satisfies Record<ReportKind, (date: string) => string>,
  target: 'Target kota',
  targetReached: 'tercapai',
  missing: (points: string) => `kurang ${points}`,
  lastYear: (year: number) => `Tahun ${year}`,
  otherInstrument: 'instrumen lain, tidak dapat dibandingkan',
  next: 'Predikat berikutnya',
  nextFrom: (name: string, from: string) => `${name}, mulai ${from}`,
  highest: 'Sudah yang tertinggi',
  claimed: 'Klaim OPD',
  footer: (cycle: string, entries: number, hash: string) =>
    `${cycle} · posisi jurnal ${entries} · ${hash}`,
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  summary: 'Ringkasan Eksekutif',
  trend: 'Perkembangan indeks',
  trendBreaks:
    'Garis tegak menandai pergantian instrumen; nilai di kedua sisinya tidak dapat dibandingkan.',
  trendTarget: (target: string) => `Garis putus-putus: target ${target}.`,
  results: 'Hasil per Domain dan Aspek',
  resultsWithoutDomains: 'Hasil per Aspek',
  barsOf: 'Indeks terverifikasi dan klaim',
  radar: 'Indeks per aspek, skala 1 sampai 5',
  verifiedKey: 'terverifikasi',
  claimedKey: 'klaim',
  table: {
    part: 'Domain dan aspek',
    aspect: 'Aspek',
    weight: 'Bobot (%)',
    claimed: 'Klaim',
    verified: 'Verifikasi',
    indicator: 'Indikator',
    contribution: 'Kontribusi',
    change: (year: number) => `Terhadap ${year}`,
    total: 'Indeks',
    unit: 'Unit kerja',
    leads: 'Memimpin',
    answered: 'Dijawab',
    verifiedOf: 'Terverifikasi',
    supports: 'Mendukung',
    evidence: 'Bukti dukung',
  },
  indicators: 'Hasil per Indikator',
  indicatorsNote:
    'Kontribusi adalah bobot dikalikan tingkat yang dihitung. Indikator tanpa hasil verifikasi (–) dihitung pada tingkat 1.',
  external: 'nilai dari instansi lain',
  nihil: 'nihil, tidak relevan',
  chapter: (name: string) => `Catatan Asesor: ${name}`,
  chapterFigures: (verified: string, claimed: string, weight: string) =>
    `Indeks ${verified} (klaim ${claimed}), bobot ${weight}%.`,
  levels: (counted: string, claimed: string | null) =>
    `tingkat ${counted}, klaim ${claimed ?? '–'}`,
  notVerified: (claimed: string | null) => `belum diverifikasi, klaim ${claimed ?? '–'}`,
  noNotes: 'Tidak ada catatan asesor.',
  units: 'Partisipasi Unit Kerja',
  unitsNote:
    'Jumlah indikator yang dipimpin, dijawab dan terverifikasi, yang didukung, serta bukti dukung yang diunggah.',
  noUnits: 'Belum ada unit kerja yang diberi indikator.',
  proof: 'Keaslian Laporan',
  proofText: (entries: number) =>
    `Laporan ini dibuat dari catatan nomor 1 sampai dengan ${entries} pada jurnal siklus. Setiap catatan terikat pada catatan sebelumnya dengan sidik (hash) SHA-256, sehingga perubahan pada catatan mana pun mengubah sidik berikut.`,
  cycle: 'Siklus',
  instrument: 'Instrumen',
  position: 'Posisi jurnal',
  hash: 'Sidik jurnal',
  exact: 'Indeks tanpa pembulatan',
  verify: (cycle: string, entries: number) =>
    `Cara memeriksa: jalankan perintah “siklus journal verify ${cycle}” untuk memastikan jurnal tidak berubah, lalu bandingkan sidik catatan nomor ${entries} pada halaman Jurnal dengan sidik di atas. Angka dapat dihitung ulang pada kertas kerja (XLSX) dari posisi jurnal yang sama.`,
  blank: '………………………………',
} as const;

export const summaryWords = {
  result: {
    published: (year: number, index: string, predikat: string) =>
      `Hasil evaluasi tahun ${year} adalah indeks ${index} dengan predikat ${predikat}.`,
    draft: (year: number, index: string, predikat: string) =>
      `Menurut keadaan sementara, hasil evaluasi tahun ${year} adalah indeks ${index} dengan predikat ${predikat}. Angka ini masih dapat berubah.`,
  } satisfies Record<ReportKind, (year: number, index: string, predikat: string) => string>,
  reached: (target: string) => `Target kota sebesar ${target} tercapai.`,
  notReached: (target: string, missing: string) =>
    `Target kota sebesar ${target} belum tercapai, kurang ${missing}.`,
  first: 'Belum ada hasil tahun sebelumnya sebagai pembanding.',
  breaks: (year: number) =>
    `Hasil ini tidak dapat dibandingkan dengan tahun ${year} karena instrumen evaluasinya berbeda.`,
  changed: (year: number, index: string, movement: string) =>
    `Dibandingkan tahun ${year} (${index}), indeks ${movement}.`,
  rose: (year: number, parts: string) => `Aspek yang naik paling banyak sejak ${year}: ${parts}.`,
  fell: (year: number, parts: string) => `Aspek yang turun paling banyak sejak ${year}: ${parts}.`,
  part: (name: string, before: string, now: string) => `${name} (${before} menjadi ${now})`,
  claims: (index: string) => `Klaim unit kerja setara dengan indeks ${index}.`,
  lowered: (count: number) => `${count} indikator diverifikasi lebih rendah daripada klaimnya.`,
  unverified: (count: number) =>
    `${count} indikator belum memiliki hasil verifikasi dan dihitung pada tingkat 1.`,
  weakest:
    'Peluang perbaikan terbesar, menurut bagian indeks yang belum diperoleh sampai tingkat 5:',
  weak: (no: number, name: string, level: string, lost: string) =>
    `Indikator ${no}, ${name}: tingkat ${level}, masih dapat menambah ${lost}`,
  nothingLost: 'Semua indikator sudah berada pada tingkat tertinggi.',
  way: (predikat: string, from: string, missing: string) =>
    `Predikat ${predikat} dimulai pada indeks ${from}, kurang ${missing} dari hasil ini.`,
  raise: (count: number, numbers: string, index: string, predikat: string) =>
    `Predikat itu dapat dicapai paling sedikit dengan kenaikan satu tingkat pada ${count} indikator (nomor ${numbers}); indeks menjadi ${index} (${predikat}).`,
  climb: (steps: number, count: number, index: string, predikat: string) =>
    `Predikat itu dapat dicapai paling sedikit dengan ${steps} kenaikan tingkat pada ${count} indikator, sebagian lebih dari satu tingkat; indeks menjadi ${index} (${predikat}).`,
  noWay:
    'Predikat itu tidak dapat dicapai dengan indikator yang tingkatnya ditentukan oleh pemerintah daerah.',
  highest: 'Predikat ini adalah yang tertinggi.',
} as const;
