import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import type { Command } from '../../src/domain/commands/command.js';
import type { PhasePlan } from '../../src/domain/cycle.js';
import {
  addUnit,
  chooseUnits,
  extend,
  holidays,
  pause,
  replaceAdmins,
  reschedule,
  resume,
  retireUnit,
  setReminders,
} from '../domain/commands.js';
import { person } from '../domain/people.js';
import { atEachMoment, openAt, type Case, type Situation, type Standing } from './awkward.js';
import { selfAssessment, september } from './city.js';

/** Until Friday the 12th: H-7 is Friday the 5th, H+1 the Monday after it. */
function city(reminders: readonly string[], more: Partial<PhasePlan> = {}): Blueprint {
  return september(2, [{ ...selfAssessment, reminders, ...more }]);
}

const [one, two] = ['admin@opd-1.test', 'admin@opd-2.test'];
const todo = {
  code: null,
  stands: ['mandiri open', 'mandiri/OPD-1#1 todo', 'mandiri/OPD-2#1 todo'],
};
const late = {
  code: null,
  stands: ['mandiri closed', 'mandiri/OPD-1#1 lapsed', 'mandiri/OPD-2#1 lapsed'],
};
const withThird = { code: null, stands: [...todo.stands, 'mandiri/OPD-3#1 todo'] };
const withoutFirst = {
  code: null,
  stands: ['mandiri open', 'mandiri/OPD-1#1 cancelled', 'mandiri/OPD-2#1 todo'],
};

const [h7one, h7two] = [`${one} reminder H-7 OPD-1`, `${two} reminder H-7 OPD-2`];
const both = [h7one, h7two];
const atEight = (lines: readonly string[], day = '09-05') =>
  lines.map((line) => `${day}T08:00 ${line}`);

/** It goes at its time, or late because nobody ticked. */
const goesAnyway = {
  before: { ...todo, mails: [], later: atEight(both) },
  from: { ...todo, mails: both, later: [] },
};

/** It goes only where it had fallen due. */
const goesIfDue = {
  before: { ...todo, mails: [], later: [] },
  from: { ...todo, mails: both, later: [] },
};

const reminder: Situation = {
  blueprint: city(['H-7']),
  ready: '2025-09-01T08:00',
  boundary: '2025-09-05T08:00',
};

const moved = {
  ...todo,
  mails: [`${one} rescheduled OPD-1`, `${two} rescheduled OPD-2`],
  later: [],
};
const handover = 'baru@opd-1.test handover OPD-1';
const newcomer = 'baru@opd-1.test reminder H-7 OPD-1';
const welcome = 'admin@opd-3.test opened OPD-3';

const reminders: readonly Case[] = [
  {
    rule: 'rules 14 and 15: it is taken away, which does not undo what was due',
    order: setReminders('mandiri', 'H-3'),
    ...goesIfDue,
  },
  {
    rule: 'rules 14 and 15: a file takes it away',
    order: { do: 'load', blueprint: city(['H-3']) },
    ...goesIfDue,
  },
  {
    rule: 'rule 15: another is added whose day was over',
    order: setReminders('mandiri', 'H-7', 'H-8'),
    ...goesAnyway,
  },
  {
    rule: 'rules 4 and 15: its day is a holiday now, and the day before is over',
    order: holidays('2025-09-05'),
    ...goesIfDue,
  },
  {
    rule: 'rule 15: a later closing, after which the old reminder is no longer true',
    order: reschedule('mandiri', { closes: '2025-09-19' }),
    before: moved,
    from: moved,
  },
  {
    rule: 'rule 16: an extension of one unit',
    order: extend('mandiri', 'OPD-1', '2025-09-19'),
    before: { ...todo, mails: [`${one} extended OPD-1`], later: atEight([h7two]) },
    from: { ...todo, mails: [`${one} extended OPD-1`, h7two], later: [] },
  },
  {
    rule: 'rules 8 and 12: a unit that retires',
    order: retireUnit('OPD-1'),
    before: { ...withoutFirst, mails: [], later: atEight([h7two]) },
    from: { ...withoutFirst, mails: [h7two], later: [] },
  },
  {
    rule: 'rule 12: a unit that the phase is no longer for',
    order: chooseUnits('mandiri', ['OPD-2']),
    before: { ...withoutFirst, mails: [], later: atEight([h7two]) },
    from: { ...withoutFirst, mails: [h7two], later: [] },
  },
  {
    rule: 'rules 4 and 9: a unit that is added, which is not reminded on its first day',
    order: addUnit('OPD-3'),
    before: { ...withThird, mails: [welcome], later: atEight(both) },
    from: { ...withThird, mails: [h7one, h7two, welcome].sort(), later: [] },
  },
  {
    rule: 'rules 10 and 12: new admins, who are those to remind',
    order: replaceAdmins('OPD-1', ['baru@opd-1.test']),
    before: { ...todo, mails: [handover], later: atEight([h7two, newcomer]) },
    from: { ...todo, mails: [h7two, handover, newcomer], later: [] },
  },
  {
    rule: 'rule 17: a pause',
    order: pause,
    before: { ...todo, mails: [], later: [] },
    from: { ...todo, mails: [], later: [] },
  },
];

const afterPause: readonly Case[] = [
  { rule: 'rules 14 and 17: a paused cycle that goes on', order: resume, ...goesAnyway },
  {
    rule: 'rules 17 and 18: a second pause',
    order: pause,
    before: { ...todo, code: 'already_paused', mails: [], later: [] },
    from: { ...todo, code: 'already_paused', mails: [], later: [] },
  },
];

const opening: Situation = {
  blueprint: city([]),
  ready: '2025-09-01T00:00',
  boundary: '2025-09-01T08:00',
};
const opened = [`${one} opened OPD-1`, `${two} opened OPD-2`];

const openings: readonly Case[] = [
  {
    rule: 'rule 4: its day is a holiday now',
    order: holidays('2025-09-01'),
    before: { ...todo, mails: [], later: atEight(opened, '09-02') },
    from: { ...todo, mails: opened, later: [] },
  },
  {
    rule: 'rules 10 and 15: another closing, told besides to who has the task already',
    order: reschedule('mandiri', { closes: '2025-09-19' }),
    before: { ...moved, later: atEight(opened, '09-01') },
    from: { ...moved, mails: [...opened, ...moved.mails].sort() },
  },
];

const overdue: Situation = {
  blueprint: {
    ...city(['H+1']),
    plan: { ...city([]).plan, escalateFrom: 'H+1' },
  },
  ready: '2025-09-13T00:00',
  boundary: '2025-09-15T08:00',
};

const lateTwo = `${two} overdue H+1 OPD-2 cc head@opd-2.test`;
const lateBoth = [`${one} overdue H+1 OPD-1 cc baru@opd-1.test`, lateTwo];

function changeHead(head: string): Command {
  return { do: 'changeUnit', unit: 'OPD-1', name: 'Dinas', head: person(head) };
}

const escalations: readonly Case[] = [
  {
    rule: 'rules 10 and 12: another head, who is the one to copy it to',
    order: changeHead('baru@opd-1.test'),
    before: { ...late, mails: [], later: atEight(lateBoth, '09-15') },
    from: { ...late, mails: lateBoth, later: [] },
  },
  {
    rule: 'rules 14 and 16: an extension, after which nothing is overdue',
    order: extend('mandiri', 'OPD-1', '2025-09-19'),
    before: {
      code: null,
      stands: ['mandiri closed', 'mandiri/OPD-1#1 in-progress', 'mandiri/OPD-2#1 lapsed'],
      mails: [`${one} extended OPD-1`],
      later: atEight([lateTwo], '09-15'),
    },
    from: {
      code: null,
      stands: ['mandiri closed', 'mandiri/OPD-1#1 in-progress', 'mandiri/OPD-2#1 lapsed'],
      mails: [`${one} extended OPD-1`, lateTwo],
      later: [],
    },
  },
];

let standing: Standing;

afterEach(() => standing.close());

describe.each([
  { what: 'a reminder goes', situation: reminder, table: reminders },
  {
    what: 'a reminder would go, but for a pause',
    situation: { ...reminder, given: [pause] },
    table: afterPause,
  },
  { what: 'a phase is announced', situation: opening, table: openings },
  { what: 'units that are late are reminded', situation: overdue, table: escalations },
])('an order around the moment at which $what', ({ situation, table }) => {
  it.each(atEachMoment(situation, table))('$rule, $moment', async ({ order, at, outcome }) => {
    standing = await openAt(situation);

    const came = await standing.outcomeOf(order, at, situation.boundary);

    expect(came).toEqual(outcome);
  });
});
