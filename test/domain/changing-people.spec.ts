import { describe, expect, it } from '@jest/globals';
import { actorOf } from '../../src/domain/assessment/actor.js';
import { decide } from '../../src/domain/commands/decide.js';
import type { Command } from '../../src/domain/commands/command.js';
import { previewOf } from '../../src/domain/preview.js';
import type { Mail } from '../../src/domain/mails.js';
import { addUnit, assign, pause, reassign, replaceAdmins, retireUnit } from './commands.js';
import { assessor, person } from './people.js';
import { refused } from './refused.js';
import { phase, World } from './world.js';

const boss = person('koordinator@kota.test');
const now = '2025-09-13T10:00';

/** On 13 September: units write, and A1 reviews DINKES, A2 DLH. */
function midSeptember(): World {
  const phases = [phase('self-assessment', { reminders: ['H-14'] }), phase('review')];
  return World.started('2025-08-31T07:00', { phases }).run('2025-09-13T09:00');
}

function peopleAfter(command: Command) {
  const world = midSeptember().happens(now, command);
  const { what, unit, assessor: who, facts } = world.journal.at(-1) ?? {};
  return { people: world.facts.people, entry: { what, unit, who, facts } };
}

describe('changing who takes part', () => {
  it('gives a unit another name and another head', () => {
    const head = person('baru@dinkes.test');
    const { people, entry } = peopleAfter({
      do: 'changeUnit',
      ...{ unit: 'DINKES', name: 'Dinas Baru', head },
    });

    expect(people.units[0]).toMatchObject({ code: 'DINKES', name: 'Dinas Baru', head });
    expect(people.units[0]?.admins).toEqual([person('admin@dinkes.test')]);
    const facts = { name: 'Dinas Baru', head };
    expect(entry).toEqual({ what: 'people', unit: 'DINKES', who: null, facts });
  });

  it.each([
    { because: 'somebody new', put: assessor('A4', 'DINKES') },
    { because: 'another address', put: { ...assessor('A1', 'DLH'), email: 'budi@asesor.test' } },
  ])('knows an assessor from then on: $because', ({ put }) => {
    const { people, entry } = peopleAfter({ do: 'putAssessor', assessor: put });

    expect(people.assessors).toContainEqual(put);
    expect(people.assessors.filter(({ code }) => code === put.code)).toHaveLength(1);
    const { code: who, name, email, unit } = put;
    expect(entry).toEqual({ what: 'people', unit: null, who, facts: { name, email, unit } });
  });

  it('retires an assessor who assesses nobody, and lets them come back', () => {
    const { people, entry } = peopleAfter({ do: 'retireAssessor', assessor: 'A3' });
    const world = midSeptember().happens(
      now,
      { do: 'retireAssessor', assessor: 'A3' },
      { do: 'putAssessor', assessor: assessor('A3', null) },
    );

    expect(people.assessors.at(-1)).toEqual({ ...assessor('A3', null), retired: true });
    expect(actorOf(people, 'a3@asesor.test').assessor).toBeNull();
    expect(entry).toEqual({ what: 'people', unit: null, who: 'A3', facts: { retired: true } });
    expect(world.facts.people.assessors.at(-1)).toEqual(assessor('A3', null));
  });

  it('tells an assessor who is retired of what was taken off right before', () => {
    const world = midSeptember();
    const { length } = world.sent;
    world.happens(now, reassign('DINKES', 'A1', 'A3'), { do: 'retireAssessor', assessor: 'A1' });

    expect(world.sent.slice(length).map((mail) => said(mail))).toEqual([
      'a1@asesor.test: unassigned review',
      'a3@asesor.test: assigned review',
    ]);
  });

  it('replaces the coordinators', () => {
    const coordinators = [boss, person('wakil@kota.test')];
    const { people, entry } = peopleAfter({ do: 'replaceCoordinators', coordinators });

    expect(people.coordinators).toEqual(coordinators);
    expect(entry).toEqual({ what: 'people', unit: null, who: null, facts: { coordinators } });
  });
});

refused('a change of people', [
  {
    code: 'unknown_unit',
    because: 'it is retired',
    first: [retireUnit('DLH')],
    act: { do: 'changeUnit', unit: 'DLH', name: 'Dinas', head: null },
  },
  {
    code: 'duplicate_assessor',
    because: 'another one signs in under that address',
    act: { do: 'putAssessor', assessor: { ...assessor('A9', null), email: 'A1@asesor.test' } },
  },
  {
    code: 'conflict_of_interest',
    because: 'it is the unit that they assess',
    act: { do: 'putAssessor', assessor: assessor('A1', 'DINKES') },
  },
  {
    code: 'still_assigned',
    because: 'what they have begun is handed over first',
    act: { do: 'retireAssessor', assessor: 'A1' },
  },
  {
    code: 'unknown_assessor',
    because: 'they are retired already',
    first: [{ do: 'retireAssessor', assessor: 'A3' }],
    act: { do: 'retireAssessor', assessor: 'A3' },
  },
  {
    code: 'unknown_assessor',
    because: 'whoever is retired gets nothing more',
    first: [{ do: 'retireAssessor', assessor: 'A3' }],
    act: assign('A3', 'DLH'),
  },
  {
    code: 'last_coordinator',
    because: 'nobody would be left',
    act: { do: 'replaceCoordinators', coordinators: [] },
  },
]);

describe('the mails because of a change', () => {
  it.each<{ what: string; command: Command; to: string[] }>([
    {
      what: 'a unit that is added',
      command: addUnit('DISHUB'),
      to: ['admin@dishub.test: opened self-assessment'],
    },
    {
      what: 'a unit that is retired',
      command: retireUnit('DINKES'),
      to: ['a1@asesor.test: unassigned review'],
    },
    {
      what: 'other admins',
      command: replaceAdmins('DINKES', ['baru@dinkes.test']),
      to: ['baru@dinkes.test: handover self-assessment'],
    },
    {
      what: 'one more review',
      command: assign('A3', 'DLH'),
      to: ['a3@asesor.test: assigned review'],
    },
    {
      what: 'another assessor',
      command: reassign('DINKES', 'A1', 'A3'),
      to: ['a1@asesor.test: unassigned review', 'a3@asesor.test: assigned review'],
    },
    { what: 'a pause', command: pause, to: [] },
  ])('are known before it is made: $what', ({ command, to }) => {
    const world = midSeptember();
    const standing = { facts: world.facts, tickedUntil: world.watermark, news: [] };
    const preview = previewOf(standing, world.instant(now), (draft) => decide(draft, command));
    const told = preview.now.map((mail) => said(mail));

    const { length } = world.sent;
    world.happens(now, command);

    expect(told).toEqual(to);
    expect(world.sent.slice(length).map((mail) => said(mail))).toEqual(to);
  });
});

function said({ to, notices }: Mail): string {
  return `${to.email}: ${notices.map(({ kind, phase: code }) => `${kind} ${code}`).join(', ')}`;
}
