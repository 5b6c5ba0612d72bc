import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { untilTrue } from './until.js';
import {
  addUnit,
  assign,
  chooseUnits,
  extend,
  holidays,
  override,
  pause,
  reassign,
  replaceAdmins,
  reschedule,
  resume,
  retireUnit,
  setReminders,
  unassign,
} from '../domain/commands.js';
import { openAt, type Order, type Situation, type Standing } from './awkward.js';
import { selfAssessment, september, wib } from './city.js';
import { a1, a2, city, coordinator } from './reviewed-city.js';
import { idsOf } from './received.js';
import { outbox } from './stage.js';

interface Case {
  readonly rule: string;
  readonly orders: readonly Order[];
  /** Beside those that were under way. */
  readonly mails: readonly string[];
}

let standing: Standing;

afterEach(async () => {
  standing.stage.answers.release();
  await standing.close();
});

/** Mails are with the server, which says nothing yet; what is ordered meanwhile, and ticked; then it answers. */
async function ordersMeanwhile(
  situation: Situation,
  underWay: number,
  orders: readonly Order[],
): Promise<readonly [states: string[], codes: (string | null)[], lines: string[]]> {
  standing = await openAt(situation);
  const { stage, app } = standing;
  await standing.told();
  stage.answers.hold();
  stage.clock.moveTo(wib(situation.boundary));
  const before = stage.mails.length;
  const sending = app.get(Stepper).settle();
  await untilTrue('mails to be under way', () => stage.mails.length === before + underWay);
  const codes: (string | null)[] = [];
  for (const order of orders) codes.push(await standing.attempt(order));
  await app.get(TickService).tickAll();
  const states = (await outbox(app))
    .filter(({ sentAt }) => sentAt === null)
    .map(({ state }) => state);
  stage.answers.release();
  await sending;
  await app.get(Stepper).settle();
  return [states, codes, await standing.told()];
}

const [one, two] = ['admin@opd-1.test', 'admin@opd-2.test'];
const announced: Situation = {
  blueprint: september(2, [{ ...selfAssessment, reminders: ['H-7'] }]),
  ready: '2025-09-01T00:00',
  boundary: '2025-09-01T08:00',
};
const opened = [`${one} opened OPD-1`, `${two} opened OPD-2`];

const selfAssessments: readonly Case[] = [
  {
    rule: 'rule 15: another closing is told to those who are just being told the old one',
    orders: [reschedule('mandiri', { closes: '2025-09-19' })],
    mails: [`${one} rescheduled OPD-1`, `${two} rescheduled OPD-2`],
  },
  {
    rule: 'rule 10: a closing that comes back is not told, for they are being told that one',
    orders: [
      reschedule('mandiri', { closes: '2025-09-19' }),
      reschedule('mandiri', { closes: '2025-09-12' }),
    ],
    mails: [],
  },
  {
    rule: 'rule 16: an extension',
    orders: [extend('mandiri', 'OPD-1', '2025-09-19')],
    mails: [`${one} extended OPD-1`],
  },
  { rule: 'rule 8: a unit that retires', orders: [retireUnit('OPD-1')], mails: [] },
  { rule: 'a phase for fewer units', orders: [chooseUnits('mandiri', ['OPD-2'])], mails: [] },
  {
    rule: 'rule 9: a unit that is added',
    orders: [addUnit('OPD-3')],
    mails: ['admin@opd-3.test opened OPD-3'],
  },
  {
    rule: 'rule 10: new admins, who have read nothing',
    orders: [replaceAdmins('OPD-1', ['baru@opd-1.test'])],
    mails: ['baru@opd-1.test handover OPD-1'],
  },
  { rule: 'rule 13: other reminders', orders: [setReminders('mandiri', 'H-3')], mails: [] },
  { rule: 'rule 13: its day is a holiday now', orders: [holidays('2025-09-01')], mails: [] },
  {
    rule: 'rule 13: a file with another hour',
    orders: [
      {
        do: 'load',
        blueprint: {
          ...announced.blueprint,
          plan: { ...announced.blueprint.plan, sendAt: '09:00' },
        },
      },
    ],
    mails: [],
  },
  { rule: 'rule 17: a pause', orders: [pause], mails: [] },
  { rule: 'rule 17: a pause that ends', orders: [pause, resume], mails: [] },
];

const reviewed: Situation = {
  blueprint: city(),
  ready: '2025-09-15T00:00',
  boundary: '2025-09-15T08:00',
};
const toA1 = [`${a1} opened OPD-1`, `${a1} opened OPD-2`];

const reviews: readonly Case[] = [
  {
    rule: 'rule 10: an assessor less',
    orders: [unassign('A1', 'OPD-2')],
    mails: [`${a1} unassigned OPD-2`],
  },
  {
    rule: 'rule 10: another assessor',
    orders: [reassign('OPD-2', 'A1', 'A2')],
    mails: [`${a1} unassigned OPD-2`, `${a2} assigned OPD-2`],
  },
  {
    rule: 'rules 10 and 12: an assessor who is taken off and put back',
    orders: [unassign('A1', 'OPD-2'), assign('A1', 'OPD-2')],
    mails: [`${a1} assigned OPD-2`, `${a1} unassigned OPD-2 superseded`],
  },
];

const guarded: Situation = {
  blueprint: city({}, ['OPD-1']),
  ready: '2025-09-14T00:00',
  boundary: '2025-09-15T00:00',
};

const blocks: readonly Case[] = [
  { rule: 'rule 6: an override', orders: [override('dokumen')], mails: [] },
  {
    rule: 'rules 6 and 15: another opening',
    orders: [reschedule('dokumen', { opens: '2025-09-17' })],
    mails: [],
  },
];

describe.each([
  {
    what: 'a phase is announced',
    situation: announced,
    sent: opened,
    count: 2,
    table: selfAssessments,
  },
  { what: 'a review is announced', situation: reviewed, sent: toA1, count: 1, table: reviews },
  {
    what: 'coordinators read that a review is blocked',
    situation: guarded,
    sent: [`${coordinator} blocked`],
    count: 1,
    table: blocks,
  },
])('an order while a mail is under way by which $what', ({ situation, sent, count, table }) => {
  it.each(table)('$rule', async ({ orders, mails }) => {
    const [states, codes, lines] = await ordersMeanwhile(situation, count, orders);

    expect(codes).toEqual(orders.map(() => null));
    expect(states.slice(0, count)).toEqual(Array<string>(count).fill('claimed'));
    expect(lines).toEqual([...sent, ...mails].sort());
    // Nothing twice, nothing lost.
    const delivered = (await outbox(standing.app)).filter(({ state }) => state === 'sent');
    expect((await idsOf(standing.stage.mails)).sort()).toEqual(
      delivered.map(({ id }) => id).sort(),
    );
  });
});
