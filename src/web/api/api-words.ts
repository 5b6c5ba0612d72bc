import type { Language } from '../language.js';

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly tokens: string;
  readonly document: string;
  readonly groups: string;
  readonly scope: string;
  readonly anyOf: string;
  readonly body: (type: string) => string;
  readonly answers: string;
  readonly status: string;
  readonly meaning: string;
  readonly codes: string;
  /** By status. */
  readonly meanings: Readonly<Record<string, string>>;
}

export const apiWords: Readonly<Record<Language, Words>> = {
  id: {
    title: 'API untuk program',
    intro:
      'Apa yang dapat dilakukan di halaman Siklus dapat pula dilakukan oleh program. Program bekerja atas nama seseorang, dengan token: Authorization: Bearer siklus_…',
    tokens: 'Buat token',
    document: 'Dokumen OpenAPI 3.1, untuk perkakas',
    groups: 'Bagian',
    scope: 'Cakupan token',
    anyOf: 'salah satu',
    body: (type) => `Contoh isi (${type})`,
    answers: 'Jawaban',
    status: 'Status',
    meaning: 'Arti',
    codes: 'Kode penolakan',
    meanings: {
      200: 'Berhasil',
      201: 'Berhasil dibuat',
      204: 'Berhasil, tanpa isi jawaban',
      400: 'Permintaan tidak dapat dipahami',
      401: 'Tanpa token, atau token tidak berlaku',
      403: 'Tidak diperbolehkan bagi orangnya atau tokennya',
      404: 'Tidak ada, atau tidak boleh dibaca',
      409: 'Bertentangan dengan keadaan sekarang',
      413: 'Terlalu besar',
      415: 'Jenis atau penulisannya tidak diterima',
      422: 'Isinya salah',
      503: 'Untuk sementara tidak dapat dilayani',
    },
  },
  en: {
    title: 'The API for programs',
    intro:
      'What the pages of Siklus can do, programs can do too. A program works in somebody’s name, with a token: Authorization: Bearer siklus_…',
    tokens: 'Make a token',
    document: 'The OpenAPI 3.1 document, for tools',
    groups: 'Parts',
    scope: 'Scope of the token',
    anyOf: 'any of',
    body: (type) => `An example of its body (${type})`,
    answers: 'Answers',
    status: 'Status',
    meaning: 'Meaning',
    codes: 'Codes of refusals',
    meanings: {
      200: 'Done',
      201: 'Made',
      204: 'Done, with an empty answer',
      400: 'The request makes no sense',
      401: 'No token, or one that does not hold',
      403: 'Not allowed to the person or to the token',
      404: 'There is none, or it may not be read',
      409: 'The state of things forbids it',
      413: 'Too large',
      415: 'Of a kind or in a script that is not taken',
      422: 'Wrong in itself',
      503: 'Cannot be served for the moment',
    },
  },
};

/** By the tag of the document. */
export const groupTitles: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  Cycles: { id: 'Siklus', en: 'Cycles' },
  Target: { id: 'Sasaran indeks', en: 'What the index could be' },
  Efforts: { id: 'Bobot upaya', en: 'Weights of effort' },
  Variants: { id: 'Varian', en: 'Variants' },
  Indicators: { id: 'Indikator dan jawaban', en: 'Indicators and answers' },
  Evidence: { id: 'Bukti dukung', en: 'Evidence' },
  Reviews: { id: 'Penilaian', en: 'Reviews' },
  Assignments: { id: 'Penugasan asesor', en: 'Assignments of assessors' },
  Changes: { id: 'Perubahan jadwal', en: 'Changes of the timeline' },
  CycleFiles: { id: 'Berkas siklus', en: 'Cycle files' },
  ExtensionRequests: { id: 'Permohonan dispensasi', en: 'Requests for more time' },
  Webhooks: { id: 'Webhook', en: 'Webhooks' },
  Progress: { id: 'Kemajuan', en: 'Progress' },
  Trend: { id: 'Tren', en: 'Trend' },
  EarlierResults: { id: 'Hasil tahun lalu', en: 'Results of earlier years' },
  PhaseMinutes: { id: 'Berita acara', en: 'Minutes of a phase' },
  ReportDocuments: { id: 'Laporan', en: 'Reports' },
  PortalPack: { id: 'Paket portal', en: 'Pack for the portal' },
};

/** In Indonesian, by the id of the operation; the document itself is in English. */
export const summaries: Readonly<Record<string, string>> = {
  'Cycles-one': 'Siklus, tahapnya, dan tugas Anda di dalamnya',
  'Cycles-finish': 'Menyelesaikan tugas Anda: mengirim, mengakhiri penilaian, menerbitkan',
  'Cycles-figures': 'Angka saat ini: klaim, simulasi, dan terverifikasi',
  'Cycles-result': 'Hasil yang terakhir diterbitkan; null sebelum terbit',
  'Cycles-lokus': 'Memilih OPD yang ikut serta',
  'Cycles-chooseUnits': 'Memilih OPD yang dituju sebuah tahap',
  'Cycles-copy': 'Memulai dari jawaban siklus terdahulu',
  'Target-whatIf': 'Angka dengan tingkat yang lain; tidak mengubah apa pun',
  'Target-ways': 'Upaya terkecil untuk mencapai sasaran, dan cara lain; tidak mengubah apa pun',
  'Efforts-list': 'Bobot upaya dan batas setiap indikator',
  'Efforts-set': 'Menetapkan bobot upaya dan batas indikator',
  'Variants-list': 'Varian yang disimpan, yang terbaru lebih dahulu',
  'Variants-keep': 'Menyimpan tingkat yang diandaikan sebagai varian',
  'Variants-compare': 'Membandingkan dua sampai empat varian; tidak mengubah apa pun',
  'Variants-remove': 'Menghapus varian',
  'Indicators-list': 'Semua indikator yang boleh Anda baca',
  'Indicators-one': 'Sebuah indikator dengan jawaban, bukti, penilaian, dan percakapannya',
  'Indicators-assign': 'Menetapkan penanggung jawab dan pendukungnya',
  'Indicators-save': 'Menyimpan draf jawabannya',
  'Indicators-external': 'Mencatat tingkat yang ditetapkan instansi lain',
  'Indicators-askNihil': 'Menyatakan bahwa indikator itu nihil',
  'Indicators-withdrawNihil': 'Menarik pernyataan nihil',
  'Indicators-decideNihil': 'Memutuskan pernyataan nihil',
  'Indicators-comment': 'Menulis dalam percakapannya',
  'Evidence-attachFile': 'Melampirkan berkas',
  'Evidence-attachLink': 'Melampirkan tautan',
  'Evidence-replaceFile': 'Versi baru sebuah berkas',
  'Evidence-replaceLink': 'Versi baru sebuah tautan',
  'Evidence-remove': 'Menghapus bukti dukung',
  'Evidence-download': 'Berkas itu sendiri',
  'Reviews-list': 'Penilaian Anda, dengan jawaban di dalamnya',
  'Reviews-judge': 'Menilai sebuah bukti dukung',
  'Reviews-review': 'Menetapkan tingkat sebuah jawaban',
  'Reviews-agree': 'Menerima bukti dan klaim beberapa jawaban: semuanya atau tidak satu pun',
  'Reviews-settle': 'Memutuskan perbedaan antarasesor',
  'Assignments-assign': 'Menugaskan asesor kepada OPD: semuanya atau tidak satu pun',
  'Assignments-propose': 'Usulan penugasan yang merata tanpa benturan kepentingan',
  'Assignments-export': 'Buku kerja tentang penanggung jawab, pendukung, dan penilai',
  'Assignments-preview': 'Apa yang akan berubah oleh sebuah tabel',
  'Assignments-takeImport': 'Mengambil sebuah tabel: semuanya atau tidak sama sekali',
  'Assignments-unassign': 'Melepaskan asesor dari sebuah OPD',
  'Assignments-handOver': 'Mengalihkan penilaian kepada asesor lain',
  'Changes-preview': 'Akibat sebuah perintah; tidak mengubah apa pun',
  'Changes-take': 'Memberikan perintah seperti yang telah dipratinjau',
  'Changes-versions': 'Riwayat jadwal, yang terbaru lebih dahulu',
  'CycleFiles-show': 'Siklus sebagai berkas yang tidak mengubah apa pun',
  'CycleFiles-preview': 'Akibat berkas yang lain; tidak mengubah apa pun',
  'CycleFiles-take': 'Mengambil berkas seperti yang telah dipratinjau',
  'ExtensionRequests-list':
    'Permohonan dispensasi yang boleh Anda lihat, yang terbaru lebih dahulu',
  'ExtensionRequests-ask': 'OPD memohon tambahan waktu, dengan suratnya',
  'ExtensionRequests-withdraw': 'OPD menarik permohonannya',
  'ExtensionRequests-letter': 'Surat OPD itu',
  'ExtensionRequests-preview': 'Akibat mengabulkannya; tidak mengubah apa pun',
  'ExtensionRequests-grant': 'Memberi OPD tambahan waktu, seperti yang telah dipratinjau',
  'ExtensionRequests-refuse': 'Menolak permohonan itu',
  'Progress-show': 'Pengisian setiap tahap, dan siapa yang diperkirakan terlambat',
  'Trend-show': 'Hasil dari tahun ke tahun, terpisah ketika instrumennya berganti',
  'EarlierResults-list': 'Hasil tahun-tahun sebelum Siklus, dan apakah masih dapat ditelusuri',
  'EarlierResults-preview': 'Apa yang akan disimpan dari hasil tahun lalu; tidak mengubah apa pun',
  'EarlierResults-take': 'Menyimpan hasil tahun lalu seperti yang telah dipratinjau',
  'PhaseMinutes-file': 'Berita acara tahap yang telah ditutup, sebagai PDF',
  'ReportDocuments-list': 'Dokumen laporan yang pernah diminta, yang terbaru lebih dahulu',
  'ReportDocuments-ask': 'Meminta dokumen laporan, yang dibuat dalam antrean',
  'ReportDocuments-file': 'Dokumen yang sudah selesai dibuat',
  'PortalPack-show': 'Isi untuk portal: jawaban yang terakhir dikirim, bukti, dan catatan',
  'PortalPack-file': 'Isi yang sama sebagai satu arsip, beserta berkasnya',
  'Webhooks-list': 'Alamat yang diberi tahu tentang kejadian dalam siklus',
  'Webhooks-add': 'Menambahkan alamat; rahasianya hanya ditunjukkan sekali ini',
  'Webhooks-remove': 'Berhenti memberi tahu sebuah alamat',
  'Webhooks-renewSecret': 'Mengganti rahasianya, yang hanya ditunjukkan sekali ini',
  'Webhooks-deliveries': 'Apa yang terakhir diberitahukan kepadanya, yang terbaru lebih dahulu',
  'Webhooks-sendAgain': 'Mengirim lagi dengan id yang sama',
};
