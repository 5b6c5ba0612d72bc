import { Temporal } from 'temporal-polyfill';
import type { PhaseState, TaskState } from '../../../domain/machines.js';
import { isOverdue, offsetOf } from '../../../domain/offset.js';
import type { MissedFate } from '../../../domain/outage.js';
import type { NamedMail, NamedMove, OutageDigest } from '../../../domain/outage-notice.js';
import { longMoment } from './dates.js';
import type { List } from './told.js';

/** An outage as its mail tells of it, spelt out. */
export interface ToldOutage {
  readonly since: string;
  readonly until: string;
  /** `1 tahap dan 3 tugas terlambat berpindah status`; empty: none */
  readonly moved: string;
  /** `2 terlambat dikirim, 3 digabung`; empty: none fell due. */
  readonly mailed: string;
  readonly lists: readonly List[];
}

const becomes: {
  readonly phase: Readonly<Record<PhaseState, string>>;
  readonly task: Readonly<Record<TaskState, string>>;
} = {
  phase: {
    scheduled: 'dijadwalkan kembali',
    blocked: 'tertahan',
    open: 'dibuka',
    closed: 'ditutup',
  },
  task: {
    todo: 'tugas dibuat',
    'in-progress': 'tugas dikerjakan',
    finished: 'tugas selesai',
    lapsed: 'tugas terlewat',
    cancelled: 'tugas dibatalkan',
  },
};

const fates: Readonly<Record<MissedFate, readonly [counted: string, listed: string]>> = {
  late: ['terlambat dikirim', 'Surel yang terlambat dikirim:'],
  merged: ['digabung ke surel yang lebih baru', 'Surel yang digabung ke surel yang lebih baru:'],
  lapsed: [
    'tidak dikirim karena tidak lagi sesuai dengan status tugas',
    'Surel yang tidak dikirim karena tidak lagi sesuai dengan status tugas:',
  ],
  excused: [
    'tidak dikirim karena tidak ada yang perlu dijawab',
    'Surel yang tidak dikirim karena tidak ada yang perlu dijawab:',
  ],
};
const order = Object.keys(fates) as readonly MissedFate[];

export function toldOutage(outage: OutageDigest, zone: string): ToldOutage {
  const { phases, tasks, moves, mails } = outage;
  const moment = (at: string): string => longMoment(Temporal.Instant.from(at), zone);
  const moved = [counted(phases, 'tahap'), counted(tasks, 'tugas')];
  const mailed = order.map((fate) => counted(mails[fate].count, fates[fate][0]));
  return {
    since: moment(outage.since),
    until: moment(outage.until),
    moved: inARow(moved),
    mailed: inARow(mailed),
    lists: [
      {
        title: 'Yang terlambat berpindah status:',
        items: moves.first.map((each) => `${moveOf(each)}, seharusnya ${moment(each.due)}`),
        count: moves.count,
      },
      ...order.map((fate) => ({
        title: fates[fate][1],
        items: mails[fate].first.map((each) => `${mailOf(each)}, seharusnya ${moment(each.due)}`),
        count: mails[fate].count,
      })),
    ],
  };
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}`;
}

/** `a`, `a dan b`, `a, b, dan c` */
function inARow(all: readonly string[]): string {
  const parts = all.filter((part) => part !== '');
  if (parts.length < 3) return parts.join(' dan ');
  return `${parts.slice(0, -1).join(', ')}, dan ${parts.at(-1) ?? ''}`;
}

/** `Penilaian mandiri (Dinas Kesehatan): tugas terlewat` */
function moveOf({ phase, whose, move }: NamedMove): string {
  const became = move.what === 'phase' ? becomes.phase[move.to] : becomes.task[move.to];
  return `${phase} (${move.what === 'phase' ? 'seluruh tahap' : (whose ?? 'koordinator')}): ${became}`;
}

/** `Pengingat H-1 Penilaian mandiri (Dinas Kesehatan)` */
function mailOf({ phase, whose, offset, into }: NamedMail): string {
  const merged = into === null ? '' : `, digabung ke ${mailName(into)}`;
  return `${mailName(offset)} ${phase} (${whose ?? 'koordinator'})${merged}`;
}

function mailName(offset: string | null): string {
  if (offset === null) return 'Pembukaan tahap';
  return `${isOverdue(offsetOf(offset)) ? 'Peringatan' : 'Pengingat'} ${offset}`;
}
