import type { CopiedOffice } from '../../domain/escalation.js';
import type { Role } from '../../domain/notice.js';
import type { NoticeKind } from '../../domain/notice-kind.js';
import { isRung, type Offset } from '../../domain/offset.js';
import type { MailState, NoticeState } from '../../notice/outbox.entity.js';
import type { Language } from '../language.js';

interface RoleWords extends Readonly<Record<Role, (unit: string) => string>> {
  readonly you: (what: string) => string;
  readonly somebody: (name: string, what: string) => string;
}

export const roles: Readonly<Record<Language, RoleWords>> = {
  id: {
    admin: (unit) => `admin ${unit}`,
    head: (unit) => `pimpinan ${unit}`,
    assessor: () => 'asesor',
    coordinator: () => 'koordinator',
    you: (what) => `Anda ${what}`,
    somebody: (name, what) => `${name} adalah ${what}`,
  },
  en: {
    admin: (unit) => `an admin of ${unit}`,
    head: (unit) => `the head of ${unit}`,
    assessor: () => 'an assessor',
    coordinator: () => 'a coordinator',
    you: (what) => `you were ${what}`,
    somebody: (name, what) => `${name} was ${what}`,
  },
};

const numbers: Readonly<Record<Language, readonly string[]>> = {
  id: ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'],
  en: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
};

/** `tiga hari kalender sebelum`, to be followed by the deadline. */
export function distance(offset: Offset, language: Language): string {
  const { days, working } = offset;
  const count = Math.abs(days);
  const number = numbers[language][count - 1] ?? String(count);
  if (language === 'id') {
    if (days === 0) return isRung(offset) ? 'pada pengiriman pertama sesudah' : 'pada hari';
    return `${number} hari ${working ? 'kerja' : 'kalender'} ${days < 0 ? 'sebelum' : 'sesudah'}`;
  }
  if (days === 0) return isRung(offset) ? 'at the first sending after' : 'on the day of';
  const unit = `${working ? 'working' : 'calendar'} ${count === 1 ? 'day' : 'days'}`;
  return `${number} ${unit} ${days < 0 ? 'before' : 'after'}`;
}

/** What a state says to who asks why, where its name leaves a question. */
export const stateHints: Readonly<Record<Language, Readonly<Record<MailState, string | null>>>> = {
  id: {
    waiting: null,
    claimed: null,
    sent: null,
    superseded: 'saat akan dikirim, tidak ada lagi isinya yang masih benar',
    silenced: 'isinya hanya surel yang dapat dimatikan',
    bounced: null,
    failed: 'koordinator dapat mengirimnya ulang',
  },
  en: {
    waiting: null,
    claimed: null,
    sent: null,
    superseded: 'when its time came, nothing in it was still true',
    silenced: 'there was nothing in it that has to be sent',
    bounced: null,
    failed: 'coordinators can send it again',
  },
};

export const entryStates: Readonly<Record<Language, Readonly<Record<NoticeState, string>>>> = {
  id: {
    waiting: 'Menunggu dikirim.',
    sent: 'Terkirim.',
    superseded: 'Tidak disertakan, karena saat akan dikirim tidak lagi benar:',
    silenced: 'Tidak disertakan, karena penerimanya mematikan surel semacam ini.',
    undelivered: 'Tidak sampai.',
  },
  en: {
    waiting: 'Waiting to be sent.',
    sent: 'Sent.',
    superseded: 'Left out, because it was no longer true when its time came:',
    silenced: 'Left out, because its recipient has switched off mails of this kind.',
    undelivered: 'Not delivered.',
  },
};

const copiedAs: Readonly<
  Record<Language, Readonly<Record<CopiedOffice, (units: string) => string>>>
> = {
  id: {
    secretary: (units) => `sekretaris ${units}`,
    head: (units) => `pimpinan ${units}`,
    sekda: () => 'Sekretaris Daerah',
  },
  en: {
    secretary: (units) => `the secretary of ${units}`,
    head: (units) => `the head of ${units}`,
    sekda: () => 'the regional secretary (Sekda)',
  },
};

/** What a notice leads to where that is no task. */
const elsewhere: Readonly<Record<Language, Readonly<Partial<Record<NoticeKind, string>>>>> = {
  id: { outage: 'Buka laporan gangguan', 'extension-asked': 'Buka permohonan' },
  en: { outage: 'Open the report of outages', 'extension-asked': 'Open the request' },
};

export const words = {
  id: {
    why: 'Mengapa saya menerima surel ini?',
    cycle: 'Siklus',
    to: 'Kepada',
    cc: 'Tembusan',
    offices: copiedAs.id,
    copied: (office: string) =>
      `Anda menerima tembusan sebagai ${office}: keterlambatan yang berlarut ditembuskan kepada pimpinan OPD, atau berjenjang bila siklusnya memakai jenjang eskalasi.`,
    planned: 'Direncanakan',
    state: 'Status',
    sent: 'Dikirim',
    nextAttempt: 'Percobaan berikutnya',
    attempts: 'Percobaan kirim',
    error: 'Kesalahan terakhir',
    missed: 'Tidak sampai ke',
    reason: 'Alasan',
    became: 'Hasil',
    open: 'Buka tugasnya',
    elsewhere: elsewhere.id,
    silence: 'Surel semacam ini dapat Anda matikan',
    mine: 'Surel saya',
    about: 'Tentang',
    copy: 'tembusan',
    none: 'Belum ada surel untuk Anda. Surel datang ketika tahap dibuka, menjelang dan sesudah batas waktu tugas Anda, dan ketika sesuatu yang menyangkut tugas itu berubah.',
    all: 'Semua surel yang ditulis kepada Anda, yang terbaru lebih dahulu. Setiap surel menjelaskan mengapa Anda menerimanya.',
    newest: (count: number) => `Hanya ${count} surel terbaru yang ditampilkan.`,
  },
  en: {
    why: 'Why did I get this mail?',
    cycle: 'Cycle',
    to: 'To',
    cc: 'Copy',
    offices: copiedAs.en,
    copied: (office: string) =>
      `You were copied as ${office}: what stays late is copied to the head of the unit, or rung by rung where the cycle has an escalation ladder.`,
    planned: 'Planned',
    state: 'State',
    sent: 'Sent',
    nextAttempt: 'Next attempt',
    attempts: 'Attempts',
    error: 'Last error',
    missed: 'Did not reach',
    reason: 'Reason',
    became: 'What came of it',
    open: 'Open the task',
    elsewhere: elsewhere.en,
    silence: 'You can switch off mails of this kind',
    mine: 'My mails',
    about: 'About',
    copy: 'copy',
    none: 'No mails for you yet. They come when a phase opens, before and after the deadlines of your tasks, and when something about those tasks changes.',
    all: 'All mails that were written to you, the newest first. Each says why you got it.',
    newest: (count: number) => `Only the newest ${count} mails are shown.`,
  },
};
