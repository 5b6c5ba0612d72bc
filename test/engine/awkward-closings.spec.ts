import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  assign,
  extend,
  override,
  pause,
  reassign,
  reschedule,
  resume,
  retireUnit,
  unassign,
} from '../domain/commands.js';
import { atEachMoment, openAt, type Case, type Situation, type Standing } from './awkward.js';
import {
  a1,
  a2,
  blocked,
  city,
  closed,
  nothing,
  one,
  open,
  scheduled,
  taken,
  two,
} from './reviewed-city.js';

const closing: Situation = {
  blueprint: city(),
  ready: '2025-09-15T08:00',
  boundary: '2025-09-20T00:00',
};

const both = { stands: [open, `${one} todo`, `${two} todo`] };
const over = { ...nothing, stands: [closed, `${one} lapsed`, `${two} lapsed`] };
const extended = ['admin@opd-1.test extended OPD-1'];

const closings: readonly Case[] = [
  {
    rule: 'rule 9: an assessor more, for closed phases give no task',
    order: assign('A2', 'OPD-2'),
    before: {
      ...nothing,
      stands: [...both.stands, `${taken} todo`],
      mails: [`${a2} assigned OPD-2`],
    },
    from: over,
  },
  {
    rule: 'rules 8 and 10: an assessor less, who loses what is unfinished and keeps what has lapsed',
    order: unassign('A1', 'OPD-2'),
    before: {
      ...nothing,
      stands: [open, `${one} todo`, `${two} cancelled`],
      mails: [`${a1} unassigned OPD-2`],
    },
    from: over,
  },
  {
    rule: 'rules 8, 9 and 10: another assessor',
    order: reassign('OPD-2', 'A1', 'A2'),
    before: {
      ...nothing,
      stands: [open, `${one} todo`, `${two} cancelled`, `${taken} todo`],
      mails: [`${a1} unassigned OPD-2`, `${a2} assigned OPD-2`],
    },
    from: over,
  },
  {
    rule: 'rules 8 and 10: a unit that retires, whose review is no longer open',
    order: retireUnit('OPD-2'),
    before: {
      ...nothing,
      stands: [open, `${one} todo`, `${two} cancelled`],
      mails: [`${a1} unassigned OPD-2`],
    },
    from: { ...nothing, stands: [closed, `${one} lapsed`, `${two} cancelled`] },
  },
  {
    rule: 'rules 10 and 16: an extension, of which the admins of the unit hear',
    order: extend('dokumen', 'OPD-1', '2025-09-24'),
    before: { ...nothing, ...both, mails: extended },
    from: {
      ...nothing,
      stands: [closed, `${one} in-progress`, `${two} lapsed`],
      mails: extended,
    },
  },
  {
    rule: 'rule 18: another opening',
    order: reschedule('dokumen', { opens: '2025-09-22' }),
    before: { ...nothing, ...both, code: 'already_open' },
    from: { ...over, code: 'already_closed' },
  },
];

const pausedClosing: readonly Case[] = [
  {
    rule: 'rules 14 and 17: a paused cycle that goes on',
    order: resume,
    before: { ...nothing, ...both },
    from: over,
  },
];

const guarded: Situation = {
  blueprint: city({}, ['OPD-1']),
  ready: '2025-09-15T08:00',
  boundary: '2025-09-20T00:00',
};

const movedOn = { ...nothing, stands: [scheduled] };
const waits = { ...nothing, stands: [blocked] };
const opensAndCloses = { ...nothing, stands: [closed, `${one} lapsed`] };

const blocks: readonly Case[] = [
  {
    rule: 'rule 6: an override, before which it never closed by itself',
    order: override('dokumen'),
    before: { ...nothing, stands: [open, `${one} todo`], mails: [`${a1} opened OPD-1`] },
    from: opensAndCloses,
  },
  {
    rule: 'rule 6: an assessor for the unit that had none',
    order: assign('A2', 'OPD-2'),
    before: {
      ...nothing,
      stands: [open, `${one} todo`, `${taken} todo`],
      mails: [`${a1} opened OPD-1`, `${a2} opened OPD-2`],
    },
    from: { ...nothing, stands: [closed, `${one} lapsed`, `${taken} lapsed`] },
  },
  {
    rule: 'rule 6: the unit without an assessor retires',
    order: retireUnit('OPD-2'),
    before: { ...nothing, stands: [open, `${one} todo`], mails: [`${a1} opened OPD-1`] },
    from: opensAndCloses,
  },
  {
    rule: 'rules 6 and 15: a later closing, for it is not closed',
    order: reschedule('dokumen', { closes: '2025-09-26' }),
    before: waits,
    from: waits,
  },
  {
    rule: 'rules 6 and 15: other dates, which make it scheduled again',
    order: reschedule('dokumen', { opens: '2025-09-22', closes: '2025-09-26' }),
    before: movedOn,
    from: movedOn,
  },
  {
    rule: 'rule 18: an opening that is past',
    order: reschedule('dokumen', { opens: '2025-09-16' }),
    before: { ...waits, code: 'opens_in_past' },
    from: { ...waits, code: 'opens_in_past' },
  },
];

let standing: Standing;

afterEach(() => standing.close());

describe.each([
  { what: 'closes', situation: closing, table: closings },
  {
    what: 'would close, but for a pause',
    situation: { ...closing, given: [pause] },
    table: pausedClosing,
  },
  { what: 'would close, but is blocked', situation: guarded, table: blocks },
])('an order around the moment at which a review $what', ({ situation, table }) => {
  it.each(atEachMoment(situation, table))('$rule, $moment', async ({ order, at, outcome }) => {
    standing = await openAt(situation);

    const came = await standing.outcomeOf(order, at, situation.boundary);

    expect(came).toEqual(outcome);
  });
});
