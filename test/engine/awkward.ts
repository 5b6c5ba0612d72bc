import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { PhaseRow, TaskRow } from '../../src/cycle/cycle.entity.js';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import type { Command } from '../../src/domain/commands/command.js';
import { isAfter } from '../../src/domain/instants.js';
import { Refusal } from '../../src/domain/refusal.js';
import { Stepper } from '../../src/engine/stepper.js';
import type { NoticeRow } from '../../src/notice/outbox.entity.js';
import { wib } from './city.js';
import { load, notices, Stage } from './stage.js';

/** A file that is loaded again. */
export interface LoadFile {
  readonly do: 'load';
  readonly blueprint: Blueprint;
}

export type Order = Command | LoadFile;

/** A cycle of which all was done in time so far, and an instant at which something is due. */
export interface Situation {
  readonly blueprint: Blueprint;
  /** Local. */
  readonly ready: string;
  /** What was ordered right then. */
  readonly given?: readonly Command[];
  /** Local. */
  readonly boundary: string;
}

export interface Outcome {
  /** With which a refusal answers (rule 18). */
  readonly code: string | null;
  /** Phases and tasks after the next tick. */
  readonly stands: readonly string[];
  /** Of that tick. */
  readonly mails: readonly string[];
  /** Of the time up to a day after the boundary, with their own. */
  readonly later: readonly string[];
}

export interface Case {
  readonly rule: string;
  readonly order: Order;
  readonly before: Outcome;
  /** At the boundary already, although no tick has seen it (rule 8). */
  readonly from: Outcome;
}

const minute = { minutes: 1 };

/** Each order of the table at each moment. */
export function atEachMoment({ boundary }: Situation, table: readonly Case[]) {
  const at = wib(boundary);
  const moments = [
    { moment: 'a minute before', at: at.subtract(minute), when: 'before' as const },
    { moment: 'at the very instant, before its tick', at, when: 'from' as const },
    { moment: 'a minute after, before its tick', at: at.add(minute), when: 'from' as const },
  ];
  return table.flatMap(({ rule, order, ...outcomes }) =>
    moments.map((each) => ({
      ...{ rule, order, moment: each.moment, at: each.at },
      outcome: outcomes[each.when],
    })),
  );
}

/** A process that is there, with its mail server. */
export async function openAt({ blueprint, ready, given = [] }: Situation): Promise<Standing> {
  const stage = await Stage.open(wib('2025-08-31T07:00'));
  const app = await stage.process();
  await load(app, blueprint);
  const standing = new Standing(stage, app);
  await standing.runUntil(wib(ready));
  stage.clock.moveTo(wib(ready));
  for (const command of given) await standing.attempt(command);
  await app.get(Stepper).settle();
  return standing;
}

export class Standing {
  private seen = 0;

  constructor(
    readonly stage: Stage,
    readonly app: INestApplicationContext,
  ) {}

  /** Gives an order at an instant of which no tick knows anything yet, and goes on until a day is over. */
  async outcomeOf(order: Order, at: Temporal.Instant, boundary: string): Promise<Outcome> {
    await this.told();
    this.stage.clock.moveTo(at);
    const code = await this.attempt(order);
    await this.app.get(Stepper).settle();
    const now = { code, stands: await this.stands(), mails: await this.told() };
    return { ...now, later: await this.runUntil(wib(boundary).add({ hours: 24 })) };
  }

  /** From one due instant to the next. */
  async runUntil(end: Temporal.Instant): Promise<string[]> {
    const lines: string[] = [];
    const stepper = this.app.get(Stepper);
    for (;;) {
      const next = await stepper.next();
      if (next === null || isAfter(next, end)) return lines;
      this.stage.clock.moveTo(next);
      await stepper.settle();
      const local = next.toZonedDateTimeISO('Asia/Jakarta').toPlainDateTime().toString();
      lines.push(...(await this.told()).map((line) => `${local.slice(5, 16)} ${line}`));
    }
  }

  /** @returns the code of a refusal */
  async attempt(order: Order): Promise<string | null> {
    const cycles = this.app.get(CycleService);
    try {
      if (order.do === 'load') await cycles.load(order.blueprint, 'koordinator');
      else await cycles.perform('september', 'koordinator', order);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.code;
    }
  }

  async stands(): Promise<string[]> {
    const { manager } = this.app.get(DataSource);
    const phases = await manager.find(PhaseRow, { order: { position: 'ASC' } });
    const tasks = await manager.find(TaskRow, { order: { id: 'ASC' } });
    return [
      ...phases.map(({ code, state }) => `${code} ${state}`),
      ...tasks.map(({ id, state }) => `${id} ${state}`),
    ];
  }

  /** What was told since the last look. */
  async told(): Promise<string[]> {
    const all = await notices(this.app);
    const fresh = all.slice(this.seen);
    this.seen = all.length;
    return fresh.map(lineOf).sort();
  }

  close(): Promise<void> {
    return this.stage.close();
  }
}

/** `admin@opd-1.test reminder H-3 OPD-1`, with its fate where it was not sent. */
export function lineOf(notice: NoticeRow): string {
  const { address, kind, offset, unit, copyTo, state } = notice;
  const copies = copyTo.map(({ email }) => `cc ${email}`);
  const fate = state === 'sent' ? null : state;
  return [address, kind, offset, unit, ...copies, fate].filter((part) => part !== null).join(' ');
}
