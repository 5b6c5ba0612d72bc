import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { DossierStore } from '../../assessment/dossier.store.js';
import { Instruments } from '../../assessment/instruments.js';
import { localDate, workingDaysFrom } from '../../domain/calendar.js';
import type { Facts, Task } from '../../domain/cycle.js';
import { groupBy } from '../../domain/group-by.js';
import type { NoticeKind } from '../../domain/notice-kind.js';
import { calendarOf } from '../../domain/timeline.js';
import { unitOf } from '../../domain/people.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { missingWork, type Work } from './missing-work.js';
import type { LateMatter, NotaDinas, SentNotice } from './nota-dinas.js';
import { notaDinasFile } from './nota-dinas-file.js';
import { sentWords } from './words.js';

/** About one unit. */
export interface NotaDinasWanted {
  readonly facts: Facts;
  readonly unit: string;
  /** Of the unit, and late. */
  readonly tasks: readonly Task[];
  /** The name of who is written to. */
  readonly to: string;
  readonly at: Temporal.Instant;
}

interface SentRow {
  readonly task: string;
  readonly kind: NoticeKind;
  readonly offset: string | null;
  readonly at: Date;
  readonly people: number;
}

const sentAbout = `
  SELECT n.task, n.kind, n."offset", m.sent_at AS at, sum(1 + jsonb_array_length(m.cc))::int AS people
  FROM notice n JOIN mail m ON m.id = n.mail
  WHERE n.cycle = $1 AND n.task = ANY ($2) AND n.state = 'sent' AND m.sent_at IS NOT NULL
  GROUP BY n.task, n.kind, n."offset", m.sent_at ORDER BY m.sent_at, n.kind, n."offset"`;

/** Gathers what a nota dinas says, and makes the file. The mail and the page have the same one. */
@Injectable()
export class NotaDinasService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly dossiers: DossierStore,
    private readonly instruments: Instruments,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async file(wanted: NotaDinasWanted): Promise<Buffer> {
    return notaDinasFile(await this.gathered(wanted));
  }

  private async gathered({ facts, unit, tasks, to, at }: NotaDinasWanted): Promise<NotaDinas> {
    const { cycle, people } = facts;
    const { letterhead, mailFrom } = this.settings;
    const dossier = await this.dossiers.load(this.db.manager, cycle.code);
    const work = { facts, dossier, instrument: this.instruments.named(cycle.instrument) };
    const sent = await this.sentAbout(cycle.code, tasks);
    return {
      letterhead,
      from: mailFrom.name,
      to,
      at,
      cycle: { title: cycle.title, zone: cycle.zone },
      unit: unitOf(people, unit)?.name ?? unit,
      matters: tasks.map((task) => matterOf(task, work, { sent: sent.get(task.id) ?? [], at })),
    };
  }

  private async sentAbout(
    cycle: string,
    tasks: readonly Task[],
  ): Promise<Map<string, SentNotice[]>> {
    const rows = await this.db.query<SentRow[]>(sentAbout, [cycle, tasks.map(({ id }) => id)]);
    const byTask = groupBy(rows, ({ task }) => task);
    return new Map([...byTask].map(([task, own]) => [task, own.map(sentNotice)]));
  }
}

function matterOf(
  task: Task,
  work: Work,
  { sent, at }: { readonly sent: readonly SentNotice[]; readonly at: Temporal.Instant },
): LateMatter {
  const { cycle, phases } = work.facts;
  const { deadline, deadlineDate } = task;
  const phase = phases.find(({ code }) => code === task.phase);
  if (!phase) throw new RangeError(`a task of phase ${task.phase}, which is gone`);
  const today = localDate(at, cycle.zone);
  return {
    phase: { title: phase.title, kind: phase.kind },
    deadline,
    deadlineDate,
    workingDaysLate: workingDaysFrom(deadlineDate.add({ days: 1 }), today, calendarOf(cycle)),
    missing: missingWork(task, phase.kind, work),
    sent,
  };
}

function sentNotice({ kind, offset, at, people }: SentRow): SentNotice {
  const what = [sentWords[kind], offset].filter(Boolean).join(' ');
  return { at: Temporal.Instant.fromEpochMilliseconds(at.getTime()), what, people };
}
