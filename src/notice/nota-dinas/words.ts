import type { NoticeKind } from '../../domain/notice-kind.js';
import type { GapKind } from '../../domain/assessment/gaps.js';

/** A nota dinas is a letter of the office: it is Indonesian whatever language pages are read in. */
export const words = {
  title: 'Nota Dinas',
  to: 'Kepada',
  from: 'Dari',
  date: 'Tanggal',
  number: 'Nomor',
  attachment: 'Lampiran',
  subject: 'Hal',
  blank: '………………………………',
  about: (unit: string) => `Keterlambatan ${unit}`,
  opening: (cycle: string, unit: string) =>
    `Dalam rangka ${cycle}, dengan hormat kami laporkan bahwa sampai dengan tanggal nota dinas ini ${unit} belum menyelesaikan hal berikut.`,
  phase: 'Tahap',
  deadline: 'Tenggat',
  late: 'Terlambat',
  workingDays: (count: number) =>
    count === 0 ? 'kurang dari satu hari kerja' : `${count} hari kerja`,
  missing: 'Yang belum dipenuhi:',
  more: (count: number) => `dan ${count} lainnya`,
  sent: 'Pemberitahuan yang telah dikirim:',
  nothingSent: 'Belum ada pemberitahuan yang tercatat terkirim.',
  people: (count: number) => `kepada ${count} orang`,
  request:
    'Sehubungan dengan hal tersebut, mohon perkenan Bapak/Ibu untuk memberikan arahan agar kewajiban dimaksud segera diselesaikan. Apabila diperlukan perpanjangan waktu, permohonan dispensasi dapat diajukan melalui sistem disertai surat.',
  closing: 'Demikian disampaikan, atas perhatian dan arahan Bapak/Ibu kami ucapkan terima kasih.',
} as const;

export const missingWords = {
  briefing: 'Keikutsertaan dalam sosialisasi belum dikonfirmasi.',
  whole: 'Jawaban belum diajukan.',
  indicator: (no: number, title: string, lacks: string) => `Indikator ${no} (${title}): ${lacks}`,
  notSent: 'sudah lengkap, tetapi belum diajukan',
  returned: 'dikembalikan asesor dan belum diajukan kembali',
  evidence: (level: number) => `bukti dukung tingkat ${level}`,
  lacks: (parts: readonly string[]) => `belum lengkap, kurang ${parts.join(', ')}`,
  nothing: 'belum diisi',
} as const;

/** What an answer lacks, as part of a sentence; other gaps are none of a unit's answers. */
export const gapWords: Readonly<Partial<Record<GapKind, string>>> = {
  no_level: 'tingkat kematangan',
  no_fact: 'uraian fakta',
  no_analysis: 'uraian analisis',
};

export const sentWords: Readonly<Record<NoticeKind, string>> = {
  opened: 'Pemberitahuan pembukaan tahap',
  reminder: 'Pengingat',
  overdue: 'Peringatan keterlambatan',
  blocked: 'Pemberitahuan tahap tertahan',
  rescheduled: 'Pemberitahuan perubahan jadwal',
  extended: 'Pemberitahuan perpanjangan waktu',
  handover: 'Pemberitahuan alih tugas',
  assigned: 'Pemberitahuan penugasan',
  unassigned: 'Pemberitahuan akhir penugasan',
  returned: 'Pemberitahuan pengembalian',
  comment: 'Pemberitahuan tanggapan',
  'extension-asked': 'Permohonan perpanjangan waktu',
  'extension-refused': 'Penolakan perpanjangan waktu',
  outage: 'Laporan gangguan',
  'cycle-closed': 'Pemberitahuan hasil',
};
