import type { PhaseKind } from '../../../domain/cycle.js';

/** What each kind of phase asks of the person who has the task. */
export const request: Readonly<Record<PhaseKind, string>> = {
  assignment:
    'Mohon menetapkan lokus, OPD penanggung jawab setiap indikator, dan asesor setiap OPD.',
  briefing: 'Mohon mengikuti sosialisasi, lalu mengonfirmasi keikutsertaan OPD Bapak/Ibu.',
  'self-assessment':
    'Mohon mengisi tingkat kematangan, narasi, dan bukti dukung setiap indikator yang menjadi tanggung jawab OPD Bapak/Ibu, lalu mengajukannya.',
  review: 'Mohon menilai setiap jawaban beserta bukti dukungnya, lalu menyelesaikan penilaian.',
  revision:
    'Mohon memperbaiki jawaban dan bukti dukung yang dikembalikan asesor, lalu mengajukannya kembali.',
  report: 'Mohon memeriksa hasil akhir, lalu menerbitkannya.',
};

/** An extended review is told to the unit's admins, who do not carry it out. */
export const reviewOfOwnUnit =
  'Penilaian dilakukan oleh asesor; mohon bersedia memberi penjelasan bila diminta.';

export const button: Readonly<Record<PhaseKind, string>> = {
  assignment: 'Buka penetapan',
  briefing: 'Konfirmasi keikutsertaan',
  'self-assessment': 'Buka penilaian',
  review: 'Buka penilaian',
  revision: 'Buka revisi',
  report: 'Buka laporan',
};
