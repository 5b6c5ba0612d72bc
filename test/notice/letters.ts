import { Temporal } from 'temporal-polyfill';
import type { PhaseKind } from '../../src/domain/cycle.js';
import type { NoticeKind } from '../../src/domain/notice-kind.js';
import type { NamedMail, NamedMove } from '../../src/domain/outage-notice.js';
import type { Letter, LetterEntry } from '../../src/notice/letter/letter.js';

export const wib = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Jakarta').toInstant();

const date = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);
const dinkes = { code: 'DINKES', name: 'Dinas Kesehatan' };
const dlh = { code: 'DLH', name: 'Dinas Lingkungan Hidup' };

const phases = {
  assignment: ['penetapan', 'Penetapan lokus dan asesor'],
  briefing: ['sosialisasi', 'Sosialisasi'],
  'self-assessment': ['penilaian-mandiri', 'Penilaian mandiri'],
  review: ['penilaian-dokumen', 'Penilaian dokumen'],
  revision: ['revisi-dokumen', 'Revisi dokumen'],
  report: ['pelaporan', 'Pelaporan hasil'],
} as const satisfies Record<PhaseKind, readonly [string, string]>;

export function phase(kind: PhaseKind): LetterEntry['phase'] {
  const [code, title] = phases[kind];
  return { code, title, kind };
}

/** Seven days before the end of the self-assessment of DINKES. */
export const reminder: LetterEntry = {
  kind: 'reminder',
  offset: 'H-7',
  phase: phase('self-assessment'),
  unit: dinkes,
  deadline: wib('2025-10-01T00:00'),
  deadlineDate: date('2025-09-30'),
  daysLeft: 7,
  waiting: null,
  facts: {},
  event: null,
};

const review = {
  ...reminder,
  offset: null,
  phase: phase('review'),
  unit: dlh,
  deadline: wib('2025-11-01T00:00'),
  deadlineDate: date('2025-10-31'),
  daysLeft: 38,
};

const report = {
  ...review,
  phase: phase('report'),
  unit: null,
  deadline: wib('2025-12-20T00:00'),
  deadlineDate: date('2025-12-19'),
  daysLeft: null,
};

function missedMove(whose: string | null, move: NamedMove['move']): NamedMove {
  return { phase: 'Penilaian mandiri', whose, due: wib('2025-10-01T00:00').toString(), move };
}

function missedMail(offset: string | null, into: string | null): NamedMail {
  const due = wib('2025-09-29T08:00').toString();
  return { phase: 'Penilaian mandiri', whose: dlh.name, due, offset, into };
}

export const overdue: LetterEntry = { ...reminder, kind: 'overdue', offset: 'H+3', daysLeft: -3 };

export const entries: Readonly<Record<NoticeKind, LetterEntry>> = {
  opened: { ...reminder, kind: 'opened', offset: null, daysLeft: 29 },
  reminder,
  overdue,
  blocked: {
    ...review,
    kind: 'blocked',
    unit: null,
    daysLeft: null,
    facts: { missing: [dinkes.name, dlh.name] },
  },
  rescheduled: {
    ...reminder,
    kind: 'rescheduled',
    offset: null,
    deadline: wib('2025-10-10T16:00'),
    deadlineDate: date('2025-10-10'),
    daysLeft: 17,
    facts: { oldDeadline: wib('2025-10-01T00:00').toString(), oldDate: '2025-09-30' },
  },
  extended: {
    ...reminder,
    kind: 'extended',
    offset: null,
    deadline: wib('2025-10-08T00:00'),
    deadlineDate: date('2025-10-07'),
    daysLeft: 14,
    facts: { reason: 'Kebakaran ruang arsip' },
  },
  handover: { ...reminder, kind: 'handover', offset: null, daysLeft: 1 },
  assigned: { ...review, kind: 'assigned' },
  unassigned: { ...review, kind: 'unassigned', daysLeft: null },
  returned: {
    ...review,
    kind: 'returned',
    unit: dinkes,
    daysLeft: null,
    facts: { findings: [45, 3, 32] },
  },
  comment: {
    ...review,
    kind: 'comment',
    unit: dinkes,
    daysLeft: null,
    facts: { indicator: 32, objection: false },
  },
  'extension-asked': {
    ...reminder,
    kind: 'extension-asked',
    offset: null,
    facts: {
      request: '0c5b7c0e-6f0c-4b57-9d5f-3f0c9d6d8a11',
      wish: '2025-10-07',
      letter: '060/040/X/2025',
      reason: 'Kebakaran ruang arsip',
    },
  },
  'extension-refused': {
    ...reminder,
    kind: 'extension-refused',
    offset: null,
    facts: { wish: '2025-10-07', reason: 'Jadwal penilaian sudah dekat' },
  },
  outage: {
    ...report,
    kind: 'outage',
    phase: phase('self-assessment'),
    facts: {
      outage: {
        since: wib('2025-09-29T08:00').toString(),
        until: wib('2025-10-01T09:30').toString(),
        phases: 1,
        tasks: 12,
        moves: {
          count: 13,
          first: [
            missedMove(dinkes.name, { what: 'task', to: 'lapsed' }),
            missedMove(null, { what: 'phase', to: 'closed' }),
          ],
        },
        mails: {
          late: { count: 1, first: [missedMail('H+1', null)] },
          merged: { count: 2, first: [missedMail('H-1', 'H+1'), missedMail(null, 'H+1')] },
          lapsed: { count: 0, first: [] },
          excused: { count: 1, first: [missedMail('H', null)] },
        },
      },
    },
  },
  'cycle-closed': {
    ...report,
    kind: 'cycle-closed',
    facts: { result: { index: '3.76', predikat: 'Sangat Baik', target: '4.00' } },
  },
};

export const admin: Letter['to'] = {
  name: 'Siti Aminah',
  email: 'admin@dinkes.example.test',
  role: 'admin',
  unitName: dinkes.name,
};

const assessor: Letter['to'] = {
  name: 'Asesor Satu',
  email: 'a1@example.test',
  role: 'assessor',
  unitName: null,
};

const coordinator: Letter['to'] = {
  name: 'Koordinator SPBE',
  email: 'koordinator@example.test',
  role: 'coordinator',
  unitName: null,
};

export const head = { name: 'dr. Budi Santoso', email: 'kadin@dinkes.example.test' };

const readers: Partial<Record<NoticeKind, Letter['to']>> = {
  blocked: coordinator,
  outage: coordinator,
  'extension-asked': coordinator,
  assigned: assessor,
  unassigned: assessor,
  'cycle-closed': { ...head, role: 'head', unitName: dinkes.name },
};

/** A letter to whoever gets such notices. */
export function letter(kind: NoticeKind, changes: Partial<Letter> = {}): Letter {
  return {
    id: '5b0f9d3e-2c1a-4f6b-8d7e-0a1b2c3d4e5f',
    cycle: {
      code: 'spbe-2025',
      title: 'Pemantauan dan Evaluasi SPBE Kota Pekalongan 2025',
      zone: 'Asia/Jakarta',
    },
    version: 3,
    to: readers[kind] ?? admin,
    cc: [],
    at: wib('2025-09-23T08:00:00.250'),
    messageId: 'm1.spbe-2025@siklus.example.test',
    from: { name: 'Tim SPBE Kota Pekalongan', email: 'siklus@example.test' },
    baseUrl: 'https://siklus.example.test/',
    entries: [entries[kind]],
    ...changes,
  };
}
