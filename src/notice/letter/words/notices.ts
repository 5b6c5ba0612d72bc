import type { NoticeKind } from '../../../domain/notice-kind.js';
import { countdown } from './dates.js';
import { indicators, resultRows, resultSubject } from './result.js';
import type { List, Row, Told } from './told.js';

/** How a notice is said: one of these for each kind. */
export interface NoticeWords {
  /** Above the title of its card. */
  readonly heading: (told: Told) => string;
  /** Where it is not the phase's. */
  readonly title?: (told: Told) => string;
  /** Of a mail with this entry alone. */
  readonly subject: (told: Told) => string;
  readonly sentences: (told: Told) => readonly string[];
  /** Whether the deadline is part of the news. */
  readonly dated: boolean;
  /** Besides unit and deadline. */
  readonly rows?: (told: Told) => readonly Row[];
  readonly lists?: (told: Told) => readonly List[];
  /** Where it is not the phase's own; null: there is nothing to open. */
  readonly button?: string | null;
}

export const noticeWords: Readonly<Record<NoticeKind, NoticeWords>> = {
  opened: {
    heading: () => 'Tugas baru',
    subject: ({ matter, date }) => `${matter} dibuka, berakhir ${date}`,
    sentences: ({ phase, request }) => [`Tahap ${phase} telah dibuka.`, request],
    dated: true,
  },
  reminder: {
    heading: ({ offset }) => reminderName(offset),
    subject: ({ offset, matter, daysLeft, date }) =>
      `${reminderName(offset)}: ${matter} berakhir ${daysLeft === 0 ? 'hari ini, ' : ''}${date}`,
    sentences: ({ phase, daysLeft, request, waiting }) => [
      `Kami ingatkan bahwa tugas pada tahap ${phase} belum selesai${ends(daysLeft)}.`,
      request,
      ...stillWaiting(waiting),
    ],
    dated: true,
  },
  overdue: {
    heading: () => 'Melewati tenggat',
    subject: ({ matter, daysLeft, date }) => `${lateness(daysLeft)}: ${matter}, tenggat ${date}`,
    sentences: ({ phase, role, waiting, facts }) => [
      `Tenggat tahap ${phase} telah lewat, sedangkan tugas belum diselesaikan.`,
      ...(waiting === null ? [whatNow(role)] : stillWaiting(waiting)),
      ...(facts.notaDinas ? ['Nota dinas tentang keterlambatan ini terlampir.'] : []),
    ],
    dated: true,
    button: 'Buka Siklus',
  },
  blocked: {
    heading: () => 'Tahap tertahan',
    subject: ({ phase }) => `${phase} belum dapat dibuka`,
    sentences: ({ phase }) => [
      `Tahap ${phase} seharusnya sudah dibuka, tetapi persyaratannya belum terpenuhi.`,
      'Tahap ini terbuka dengan sendirinya begitu persyaratan terpenuhi, atau dapat dibuka oleh koordinator dengan menyebutkan alasannya.',
    ],
    dated: true,
    // The one guard there is asks for assessors, so what is missing are units.
    lists: ({ facts }) => [
      { title: 'OPD yang belum memiliki asesor:', items: facts.missing ?? [] },
    ],
    button: 'Buka Siklus',
  },
  rescheduled: {
    heading: () => 'Perubahan jadwal',
    subject: ({ matter, date }) => `Jadwal berubah: ${matter} kini berakhir ${date}`,
    sentences: ({ phase, facts, request }) => [
      `Jadwal tahap ${phase} berubah${restingOn(facts)}; mohon memperhatikan tenggat yang baru.`,
      request,
    ],
    dated: true,
    rows: ({ oldDeadline }) => [{ label: 'Semula', value: oldDeadline ?? '' }],
  },
  extended: {
    heading: () => 'Perpanjangan waktu',
    subject: ({ matter, date }) => `${matter} diperpanjang sampai ${date}`,
    sentences: ({ phase, unit, facts, request }) => [
      `Waktu untuk tahap ${phase}${unit ? ` bagi ${unit}` : ''} diperpanjang${restingOn(facts)}.`,
      request,
    ],
    dated: true,
    rows: ({ oldDeadline, facts }) => [
      { label: 'Semula', value: oldDeadline ?? '' },
      { label: 'Alasan', value: facts.reason ?? '' },
    ],
  },
  handover: {
    heading: () => 'Serah terima tugas',
    subject: ({ matter, date }) => `Serah terima tugas: ${matter}, berakhir ${date}`,
    sentences: ({ phase, unit, request }) => [
      `Sebagai admin baru${unit ? ` ${unit}` : ''}, Bapak/Ibu melanjutkan tugas pada tahap ${phase}; isian yang sudah tersimpan tetap ada.`,
      request,
    ],
    dated: true,
  },
  assigned: {
    heading: () => 'Penugasan baru',
    subject: ({ matter, date }) => `Penugasan baru: ${matter}, berakhir ${date}`,
    sentences: ({ phase, unit, request }) => [
      `Bapak/Ibu ditugaskan sebagai asesor${unit ? ` ${unit}` : ''} pada tahap ${phase}.`,
      request,
    ],
    dated: true,
  },
  unassigned: {
    heading: () => 'Penugasan berakhir',
    subject: ({ matter }) => `Penugasan berakhir: ${matter}`,
    sentences: ({ phase, unit }) => [
      `Penugasan Bapak/Ibu sebagai asesor${unit ? ` ${unit}` : ''} pada tahap ${phase} telah berakhir.`,
      'Tidak ada lagi yang perlu dikerjakan untuk penugasan ini.',
    ],
    dated: false,
    button: null,
  },
  returned: {
    heading: () => 'Perlu perbaikan',
    subject: ({ matter, facts }) => `${matter}: ${count(facts.findings)} perlu diperbaiki`,
    sentences: ({ phase, unit, facts }) => [
      `Penilaian${unit ? ` atas ${unit}` : ''} pada tahap ${phase} telah selesai; ${count(facts.findings)} perlu diperbaiki.`,
      'Mohon mempelajari catatan asesor dan menyiapkan perbaikannya untuk tahap revisi.',
    ],
    dated: false,
    rows: ({ facts }) => [{ label: 'Indikator', value: indicators(facts.findings) }],
    button: 'Lihat catatan asesor',
  },
  comment: {
    heading: ({ facts }) => (facts.objection ? 'Sanggahan' : 'Klarifikasi'),
    subject: ({ matter, facts }) =>
      `${facts.objection ? 'Sanggahan' : 'Klarifikasi'} indikator ${facts.indicator ?? ''}: ${matter}`,
    sentences: ({ unit, facts }) => [
      facts.objection
        ? `Terdapat sanggahan${unit ? ` dari ${unit}` : ''} atas hasil penilaian indikator ${facts.indicator ?? ''}.`
        : `Terdapat pesan baru pada ruang klarifikasi indikator ${facts.indicator ?? ''}${unit ? ` (${unit})` : ''}.`,
      'Mohon dibaca dan ditanggapi melalui Siklus.',
    ],
    dated: false,
    button: 'Buka ruang klarifikasi',
  },
  'extension-asked': {
    heading: () => 'Permohonan dispensasi',
    subject: ({ matter, wish }) => `Permohonan dispensasi: ${matter}, dimohon sampai ${wish ?? ''}`,
    sentences: ({ phase, unit, wish, facts }) => [
      `${unit ?? ''} memohon perpanjangan waktu tahap ${phase} sampai ${wish ?? ''}${restingOn(facts)}.`,
      'Mohon diputuskan: disetujui, dipersingkat, atau ditolak beserta alasannya.',
    ],
    dated: true,
    rows: ({ facts }) => [{ label: 'Alasan', value: facts.reason ?? '' }],
    button: 'Buka permohonan',
  },
  'extension-refused': {
    heading: () => 'Permohonan dispensasi ditolak',
    subject: ({ matter, date }) => `Permohonan dispensasi ditolak: ${matter}, tenggat ${date}`,
    sentences: ({ phase, wish }) => [
      `Permohonan dispensasi Bapak/Ibu untuk tahap ${phase} sampai ${wish ?? ''} tidak dapat disetujui.`,
      'Tenggat tidak berubah.',
    ],
    dated: true,
    rows: ({ facts }) => [{ label: 'Alasan', value: facts.reason ?? '' }],
    button: 'Buka Siklus',
  },
  outage: {
    heading: () => 'Gangguan layanan',
    title: () => 'Sistem sempat tidak berjalan',
    subject: ({ outage }) => `Gangguan layanan sejak ${outage?.since ?? ''}`,
    sentences: ({ outage }) => [
      'Sistem sempat tidak berjalan, sehingga yang jatuh waktu selama itu baru dikerjakan ketika sistem kembali.',
      ...outageFigures(outage),
    ],
    dated: false,
    rows: ({ outage }) => [
      { label: 'Sejak', value: outage?.since ?? '' },
      { label: 'Sampai', value: outage?.until ?? '' },
    ],
    lists: ({ outage }) => outage?.lists ?? [],
    button: 'Buka laporan gangguan',
  },
  'cycle-closed': {
    heading: () => 'Hasil akhir',
    subject: resultSubject,
    sentences: ({ cycle }) => [`${cycle} telah selesai dan hasilnya telah diterbitkan.`],
    dated: false,
    rows: resultRows,
    button: 'Lihat hasil',
  },
};

/** What a mail of several entries says of its most urgent one. */
export function urgentSubject({ matter, daysLeft }: Told, heading: string): string {
  if (daysLeft === null) return `${matter} (${heading.toLowerCase()})`;
  return `${matter} ${daysLeft < 0 ? '' : 'berakhir '}${countdown(daysLeft)}`;
}

function outageFigures(outage: Told['outage']): string[] {
  const { moved = '', mailed = '' } = outage ?? {};
  return [
    moved === '' ? '' : `Terlambat berpindah status: ${moved}.`,
    mailed === '' ? '' : `Surel yang jatuh waktu: ${mailed}.`,
  ].filter((sentence) => sentence !== '');
}

function reminderName(offset: string | null): string {
  return offset === 'H' ? 'Pengingat hari H' : ['Pengingat', offset].filter(Boolean).join(' ');
}

function ends(daysLeft: number | null): string {
  return daysLeft === null ? '' : `, sedangkan waktunya berakhir ${countdown(daysLeft)}`;
}

function lateness(daysLeft: number | null): string {
  return daysLeft !== null && daysLeft < 0 ? `Terlambat ${-daysLeft} hari` : 'Melewati tenggat';
}

function whatNow(role: Told['role']): string {
  return role === 'coordinator'
    ? 'Mohon segera ditindaklanjuti bersama tim.'
    : 'Mohon segera menghubungi koordinator; bila masih diperlukan waktu, perpanjangan (dispensasi) dapat diajukan beserta alasannya.';
}

function stillWaiting(until: string | null): string[] {
  if (until === null) return [];
  return [
    `Permohonan dispensasi Bapak/Ibu sampai ${until} sedang menunggu keputusan.`,
    'Selama belum diputuskan, tenggat semula tetap berlaku.',
  ];
}

function restingOn({ letter }: Told['facts']): string {
  return letter ? ` berdasarkan surat nomor ${letter}` : '';
}

function count(findings: readonly number[] = []): string {
  return `${findings.length} indikator`;
}
