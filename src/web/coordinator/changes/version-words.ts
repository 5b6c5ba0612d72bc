import type { TimelineChange } from '../../../domain/timeline-version.js';
import type { Language } from '../../language.js';

interface VersionWords {
  readonly title: string;
  readonly version: (number: number) => string;
  readonly activated: string;
  readonly by: string;
  readonly reason: string;
  readonly letter: string;
  readonly becomes: string;
  readonly yes: string;
  readonly no: string;
  readonly daysAdded: (count: number) => string;
  readonly daysGone: (count: number) => string;
  readonly kinds: Readonly<Partial<Record<TimelineChange['what'], string>>>;
  /** Of a cycle's file, and of the form of reminders. */
  readonly fields: Readonly<Record<string, string>>;
}

export const versionWords: Readonly<Record<Language, VersionWords>> = {
  id: {
    title: 'Riwayat jadwal',
    version: (number) => `Jadwal versi ${number}`,
    activated: 'Jadwal saat siklus diaktifkan.',
    by: 'oleh',
    reason: 'Alasan',
    letter: 'Nomor surat',
    becomes: 'menjadi',
    yes: 'ya',
    no: 'tidak',
    daysAdded: (count) => `${count} hari bertambah`,
    daysGone: (count) => `${count} hari tidak lagi libur`,
    kinds: {
      rescheduled: 'Jadwal',
      extended: 'Perpanjangan',
      overridden: 'Dibuka meskipun tertahan',
      cycle: 'Siklus',
    },
    fields: {
      title: 'Judul',
      sendAt: 'Jam surel',
      instrument: 'Instrumen',
      target: 'Target',
      holidays: 'Hari libur',
      jointLeave: 'Cuti bersama sebagai hari libur',
      decree: 'Menurut',
      escalateFrom: 'Tembusan kepada pimpinan sejak',
      escalation: 'Jenjang eskalasi',
      history: 'Hasil tahun sebelumnya',
      kind: 'Jenis',
      reminders: 'Pengingat',
      requires: 'Persyaratan',
      added: 'Tahap ditambahkan',
      removed: 'Tahap dihapus',
    },
  },
  en: {
    title: 'History of the timeline',
    version: (number) => `Timeline version ${number}`,
    activated: 'The timeline when the cycle was activated.',
    by: 'by',
    reason: 'Reason',
    letter: 'Letter number',
    becomes: 'becomes',
    yes: 'yes',
    no: 'no',
    daysAdded: (count) => `${count} more days off`.replace(/^1 more days/, '1 more day'),
    daysGone: (count) =>
      `${count} are working days again`.replace(/^1 are working days/, '1 is a working day'),
    kinds: {
      rescheduled: 'Dates',
      extended: 'Extension',
      overridden: 'Opened although it was blocked',
      cycle: 'Cycle',
    },
    fields: {
      title: 'Title',
      sendAt: 'Time of mails',
      instrument: 'Instrument',
      target: 'Target',
      holidays: 'Holidays',
      jointLeave: 'Joint leave as days off',
      decree: 'By',
      escalateFrom: 'Copied to heads from',
      escalation: 'Escalation ladder',
      history: 'Results of earlier years',
      kind: 'Kind',
      reminders: 'Reminders',
      requires: 'Requirements',
      added: 'Phase added',
      removed: 'Phase removed',
    },
  },
};
