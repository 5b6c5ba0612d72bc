import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  assign,
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
  city,
  coordinator,
  nothing,
  one,
  open,
  scheduled,
  taken,
  two,
} from './reviewed-city.js';

const bothOpened = [`09-15T08:00 ${a1} opened OPD-1`, `09-15T08:00 ${a1} opened OPD-2`];
const oneOpened = bothOpened.slice(0, 1);

const opening: Situation = {
  blueprint: city(),
  ready: '2025-09-10T08:00',
  boundary: '2025-09-15T00:00',
};

const moved = { ...nothing, stands: [scheduled] };
const tooLate = { stands: [open, `${one} todo`, `${two} todo`], mails: [], later: bothOpened };

const openings: readonly Case[] = [
  {
    rule: 'rules 15 and 18: a later opening',
    order: reschedule('dokumen', { opens: '2025-09-17' }),
    before: moved,
    from: { code: 'already_open', ...tooLate },
  },
  {
    rule: 'rules 15 and 18: a file with a later opening',
    order: { do: 'load', blueprint: city({ opens: '2025-09-17' }) },
    before: moved,
    from: { code: 'already_open', ...tooLate },
  },
  {
    rule: 'rule 9: an assessor more, whose task is made when the review opens, or at once',
    order: assign('A2', 'OPD-2'),
    before: { ...moved, later: [...bothOpened, `09-15T08:00 ${a2} opened OPD-2`] },
    from: {
      code: null,
      stands: [open, `${one} todo`, `${two} todo`, `${taken} todo`],
      mails: [`${a2} assigned OPD-2`],
      later: bothOpened,
    },
  },
  {
    rule: 'rules 6 and 8: an assessor less, which blocks the review only before it has opened',
    order: unassign('A1', 'OPD-2'),
    before: { ...moved, later: [`09-15T00:00 ${coordinator} blocked`] },
    from: {
      code: null,
      stands: [open, `${one} todo`, `${two} cancelled`],
      mails: [`${a1} unassigned OPD-2`],
      later: oneOpened,
    },
  },
  {
    rule: 'rules 8, 9 and 10: another assessor, both of whom are told once the review is open',
    order: reassign('OPD-2', 'A1', 'A2'),
    before: { ...moved, later: [...oneOpened, `09-15T08:00 ${a2} opened OPD-2`] },
    from: {
      code: null,
      stands: [open, `${one} todo`, `${two} cancelled`, `${taken} todo`],
      mails: [`${a1} unassigned OPD-2`, `${a2} assigned OPD-2`],
      later: oneOpened,
    },
  },
  {
    rule: 'rules 8 and 10: a unit that retires',
    order: retireUnit('OPD-2'),
    before: { ...moved, later: oneOpened },
    from: {
      code: null,
      stands: [open, `${one} todo`, `${two} cancelled`],
      mails: [`${a1} unassigned OPD-2`],
      later: oneOpened,
    },
  },
  {
    rule: 'rules 8 and 17: a pause, which does not undo what was due before it',
    order: pause,
    before: moved,
    from: { ...tooLate, code: null, later: [] },
  },
];

const afterPause: readonly Case[] = [
  {
    rule: 'rules 14 and 17: a paused cycle that goes on',
    order: resume,
    before: { ...moved, later: bothOpened },
    from: { ...tooLate, code: null },
  },
  {
    rule: 'rules 15 and 17: a later opening while it is paused, for nothing opened',
    order: reschedule('dokumen', { opens: '2025-09-17' }),
    before: moved,
    from: moved,
  },
];

let standing: Standing;

afterEach(() => standing.close());

describe.each([
  { what: 'opens', situation: opening, table: openings },
  {
    what: 'would open, but for a pause',
    situation: { ...opening, given: [pause] },
    table: afterPause,
  },
])('an order around the moment at which a review $what', ({ situation, table }) => {
  it.each(atEachMoment(situation, table))('$rule, $moment', async ({ order, at, outcome }) => {
    standing = await openAt(situation);

    const came = await standing.outcomeOf(order, at, situation.boundary);

    expect(came).toEqual(outcome);
  });
});
