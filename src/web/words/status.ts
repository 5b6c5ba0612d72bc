import type { NoticeKind } from '../../domain/notice-kind.js';
import type { CycleState, PhaseState } from '../../domain/machines.js';
import type { MailState } from '../../notice/outbox.entity.js';
import type { Language } from '../language.js';

type Named<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export const phaseStates: Named<PhaseState> = {
  id: {
    scheduled: 'Terjadwal',
    blocked: 'Tertahan',
    open: 'Berlangsung',
    closed: 'Selesai',
  },
  en: {
    scheduled: 'Scheduled',
    blocked: 'Blocked',
    open: 'Open',
    closed: 'Closed',
  },
};

export const cycleStates: Named<CycleState> = {
  id: { draft: 'Belum dimulai', active: 'Berjalan', paused: 'Dijeda' },
  en: { draft: 'Not started', active: 'Running', paused: 'Paused' },
};

/** What a phase does when it comes to a state. */
export const phaseMoves: Named<PhaseState> = {
  id: {
    open: 'dibuka',
    closed: 'ditutup',
    blocked: 'tertahan karena syaratnya belum terpenuhi',
    scheduled: 'dijadwalkan kembali',
  },
  en: {
    open: 'opens',
    closed: 'closes',
    blocked: 'is blocked: what it needs is not there yet',
    scheduled: 'is scheduled again',
  },
};

export const noticeKinds: Named<NoticeKind> = {
  id: {
    opened: 'Pemberitahuan pembukaan',
    reminder: 'Pengingat',
    overdue: 'Peringatan keterlambatan',
    blocked: 'Pemberitahuan tahap tertahan',
    rescheduled: 'Ralat jadwal',
    extended: 'Pemberitahuan perpanjangan',
    handover: 'Serah terima',
    assigned: 'Penugasan asesor',
    unassigned: 'Pembebasan tugas asesor',
    returned: 'Pengembalian untuk revisi',
    comment: 'Klarifikasi',
    'extension-asked': 'Permohonan dispensasi',
    'extension-refused': 'Penolakan dispensasi',
    outage: 'Laporan gangguan',
    'cycle-closed': 'Pemberitahuan hasil',
  },
  en: {
    opened: 'Notice of opening',
    reminder: 'Reminder',
    overdue: 'Overdue warning',
    blocked: 'Notice of a blocked phase',
    rescheduled: 'Corrected schedule',
    extended: 'Notice of extension',
    handover: 'Handover',
    assigned: 'Assignment of an assessor',
    unassigned: 'End of an assignment',
    returned: 'Return for revision',
    comment: 'Clarification',
    'extension-asked': 'Request for an extension',
    'extension-refused': 'Refusal of an extension',
    outage: 'Report of an outage',
    'cycle-closed': 'Notice of the result',
  },
};

/** Pengingat H-3 */
export function noticeName(
  { kind, offset }: { readonly kind: NoticeKind; readonly offset: string | null },
  language: Language,
): string {
  const name = noticeKinds[language][kind];
  return offset === null ? name : `${name} ${offset}`;
}

export const mailStates: Named<MailState> = {
  id: {
    waiting: 'menunggu',
    claimed: 'sedang dikirim',
    sent: 'terkirim',
    superseded: 'tidak lagi perlu',
    silenced: 'dimatikan penerima',
    bounced: 'ditolak penerima',
    failed: 'gagal',
  },
  en: {
    waiting: 'waiting',
    claimed: 'being sent',
    sent: 'sent',
    superseded: 'no longer needed',
    silenced: 'switched off by the recipient',
    bounced: 'refused by the recipient',
    failed: 'failed',
  },
};
