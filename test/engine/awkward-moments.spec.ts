import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { TaskRow } from '../../src/cycle/cycle.entity.js';
import type { Command } from '../../src/domain/commands/command.js';
import { Refusal } from '../../src/domain/refusal.js';
import { Stepper } from '../../src/engine/stepper.js';
import {
  addUnit,
  extend,
  pause,
  replaceAdmins,
  reschedule,
  retireUnit,
} from '../domain/commands.js';
import { selfAssessment, september, wib } from './city.js';
import { load, notices, Stage } from './stage.js';

/** The end of the self-assessment, exclusive. */
const boundary = wib('2025-09-13T00:00');
const moments = [
  { moment: 'a minute before the boundary', at: boundary.subtract({ minutes: 1 }) },
  { moment: 'at the boundary, before its tick', at: boundary },
  { moment: 'a minute after the boundary, before its tick', at: boundary.add({ minutes: 1 }) },
];

interface Outcome {
  /** With which a refusal answers (rule 18). */
  readonly code: string | null;
  /** Of the units' tasks, after the next tick. */
  readonly tasks: Readonly<Record<string, string>>;
  readonly mails: readonly string[];
}

const stays = { 'OPD-1': 'todo', 'OPD-2': 'todo' };
const over = { 'OPD-1': 'lapsed', 'OPD-2': 'lapsed' };
const done = { code: null, mails: [] };
const tooLate: Outcome = { code: 'already_closed', tasks: over, mails: [] };

interface Case {
  readonly rule: string;
  readonly act: Command;
  readonly before: Outcome;
  /** At the boundary already: a closing is exclusive (rule 1). */
  readonly from: Outcome;
}

/** What is worked out from the contract, by the rule that decides. */
const table: readonly Case[] = [
  {
    rule: 'rules 15 and 18: a later closing',
    act: reschedule('mandiri', { closes: '2025-09-19' }),
    before: {
      ...{ code: null, tasks: stays },
      mails: ['admin@opd-1.test rescheduled', 'admin@opd-2.test rescheduled'],
    },
    from: tooLate,
  },
  {
    rule: 'rule 16: an extension, which opens again what has lapsed',
    act: extend('mandiri', 'OPD-1', '2025-09-19'),
    before: { code: null, tasks: stays, mails: ['admin@opd-1.test extended'] },
    from: {
      ...{ code: null, tasks: { ...over, 'OPD-1': 'in-progress' } },
      mails: ['admin@opd-1.test extended'],
    },
  },
  {
    rule: 'rules 9 and 10: a unit that is added, for closed phases give no task',
    act: addUnit('OPD-3'),
    before: {
      ...{ code: null, tasks: { ...stays, 'OPD-3': 'todo' } },
      mails: ['admin@opd-3.test opened'],
    },
    from: { ...done, tasks: over },
  },
  {
    rule: 'rule 8: a unit that retires, lapsed or not',
    act: retireUnit('OPD-1'),
    before: { ...done, tasks: { ...stays, 'OPD-1': 'cancelled' } },
    from: { ...done, tasks: { ...over, 'OPD-1': 'cancelled' } },
  },
  {
    rule: 'rule 10: new admins, who take over what is unfinished',
    act: replaceAdmins('OPD-1', ['baru@opd-1.test']),
    before: { code: null, tasks: stays, mails: ['baru@opd-1.test handover'] },
    from: { ...done, tasks: over },
  },
  {
    rule: 'rules 8 and 17: a pause, which does not undo what was due before it',
    act: pause,
    before: { ...done, tasks: stays },
    from: { ...done, tasks: over },
  },
  {
    rule: 'rule 18: an override of a phase that is not blocked',
    act: { do: 'override', phase: 'mandiri', reason: 'x' },
    before: { code: 'already_open', tasks: stays, mails: [] },
    from: tooLate,
  },
];

const cases = table.flatMap(({ rule, act, before, from }) =>
  moments.map((each) => ({
    ...{ rule, act },
    ...each,
    outcome: Temporal.Instant.compare(each.at, boundary) < 0 ? before : from,
  })),
);

let stage: Stage;
let app: INestApplicationContext;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await stage.process();
  await load(app, september(2, [{ ...selfAssessment, reminders: [] }]));
  stage.clock.moveTo(wib('2025-09-01T08:00'));
  await app.get(Stepper).settle();
});

afterEach(() => stage.close());

async function attempt(act: Command): Promise<string | null> {
  try {
    await app.get(CycleService).perform('september', 'koordinator', act);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

async function tasks(): Promise<Record<string, string>> {
  const rows = await app.get(DataSource).manager.find(TaskRow, { order: { unit: 'ASC' } });
  return Object.fromEntries(rows.map(({ unit, state }) => [unit ?? '', state]));
}

describe('an order at an awkward moment', () => {
  it.each(cases)('$rule, $moment', async ({ act, at, outcome }) => {
    const planned = (await notices(app)).length;
    stage.clock.moveTo(at);

    const code = await attempt(act);
    await app.get(Stepper).settle();

    const told = (await notices(app)).slice(planned);
    const mails = told.map(({ address, kind }) => `${address} ${kind}`).sort();
    expect({ code, tasks: await tasks(), mails }).toEqual(outcome);
    expect(told.map(({ state }) => state)).toEqual(told.map(() => 'sent'));
  });

  it('rules 14 and 19: leaves in the journal when the boundary was due, and when it was recorded', async () => {
    const late = boundary.add({ minutes: 1 });
    stage.clock.moveTo(late);

    await attempt(retireUnit('OPD-1'));

    const entries = await app.get(DataSource).manager.findBy(JournalRow, { to: 'lapsed' });
    const closing = await app.get(DataSource).manager.findBy(JournalRow, { to: 'closed' });
    expect(
      [...entries, ...closing].map(({ due, recorded }) => [due, recorded].map(String)),
    ).toEqual(Array<unknown>(3).fill([boundary, late].map(String)));
  });
});
