import type { NoticeKind } from '../../domain/notice-kind.js';
import type { CycleState, PhaseState } from '../../domain/machines.js';
import type { MailState } from '../../notice/outbox.entity.js';
import type { Stride } from '../../engine/demonstration/time-machine.js';

export const phaseStates: Readonly<Record<PhaseState, string>> = {
  scheduled: 'Terjadwal',
  blocked: 'Tertahan',
  open: 'Berlangsung',
  closed: 'Selesai',
};

export const cycleStates: Readonly<Record<CycleState, string>> = {
  draft: 'Belum dimulai',
  active: 'Berjalan',
  paused: 'Dijeda',
};

/** What a phase does when it comes to a state. */
export const phaseMoves: Readonly<Record<string, string>> = {
  open: 'dibuka',
  closed: 'ditutup',
  blocked: 'tertahan karena syaratnya belum terpenuhi',
  scheduled: 'dijadwalkan kembali',
};

export const noticeKinds: Readonly<Record<NoticeKind, string>> = {
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
  'cycle-closed': 'Pemberitahuan hasil',
};

export const mailStates: Readonly<Record<MailState, string>> = {
  waiting: 'menunggu',
  claimed: 'sedang dikirim',
  sent: 'terkirim',
  superseded: 'tidak lagi perlu',
  bounced: 'ditolak penerima',
  failed: 'gagal',
};

export const strideNames: Readonly<Record<Stride, string>> = {
  next: 'Ke jadwal berikutnya',
  day: 'Maju 1 hari',
  week: 'Maju 1 minggu',
  month: 'Maju 1 bulan',
};
