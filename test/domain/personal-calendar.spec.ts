import { describe, expect, it } from '@jest/globals';
import {
  calendarChanges,
  personalCalendar,
  type CalendarItem,
  type When,
} from '../../src/domain/personal-calendar.js';
import {
  addUnit,
  assign,
  extend,
  finish,
  pause,
  reassign,
  replaceAdmins,
  reschedule,
  retireUnit,
  unassign,
} from './commands.js';
import { phase, World, type Plan } from './world.js';

const admin = 'admin@dinkes.test';

const plan: Plan = {
  phases: [
    phase('self-assessment', { opens: '2025-09-01', closes: '2025-09-30' }),
    phase('review', { opens: '2025-10-01', closes: '2025-10-31T16:00' }),
    phase('revision', { opens: '2025-11-03', closes: '2025-11-28' }),
    phase('report', { opens: '2025-12-01', closes: '2025-12-19' }),
  ],
};

const beginning = '2025-08-31T07:00';
const started = (more: Partial<Plan> = {}) => World.started(beginning, { ...plan, ...more });

function items(world: World, email: string): CalendarItem[] {
  const changes = world.journal
    .filter(({ what }, index) => index === 0 || calendarChanges.includes(what))
    .map(({ recorded, ...entry }) => ({ ...entry, count: 1, last: recorded }));
  return personalCalendar(world.facts, email, { changes, removed: [] });
}

function whenText(when: When): string {
  if (when.wholeDays) return `${when.from.toString()}/${when.until.toString()}`;
  return [...new Set([when.from.toString(), when.until.toString()])].join('/');
}

function lines(world: World, email: string): string[] {
  return items(world, email).map(({ phase: of, unit, assessor, task, when }) =>
    [of.code, unit?.code, assessor, task?.state ?? 'phase', whenText(when)]
      .filter((part) => part !== null && part !== undefined)
      .join(' '),
  );
}

/** Of the first item, before and after. */
function revisions(world: World, email: string, change: (world: World) => World): number[] {
  const [before] = items(world, email);
  const [after] = items(change(world), email);
  return [before?.revision ?? 0, after?.revision ?? 0];
}

describe('the calendar of one person', () => {
  it.each([
    {
      who: 'an admin',
      email: 'Admin@Dinkes.test',
      has: ['self-assessment DINKES coming 2025-09-30/2025-10-01'],
    },
    {
      who: 'an assessor',
      email: 'a1@asesor.test',
      has: ['review DINKES A1 coming 2025-10-31T09:00:00Z'],
    },
    {
      who: 'a head',
      email: 'head@dinkes.test',
      has: [
        'self-assessment phase 2025-09-01/2025-10-01',
        'review phase 2025-09-30T17:00:00Z/2025-10-31T09:00:00Z',
        'revision phase 2025-11-03/2025-11-29',
        'report phase 2025-12-01/2025-12-20',
      ],
    },
    {
      who: 'a coordinator',
      email: 'koordinator@kota.test',
      has: [
        'self-assessment phase 2025-09-01/2025-10-01',
        'review phase 2025-09-30T17:00:00Z/2025-10-31T09:00:00Z',
        'revision phase 2025-11-03/2025-11-29',
        'report phase 2025-12-01/2025-12-20',
        'report coming 2025-12-19/2025-12-20',
      ],
    },
    { who: 'a stranger', email: 'orang@lain.test', has: [] },
  ])('of $who has what is theirs', ({ email, has }) => {
    expect(lines(started(), email)).toEqual(has);
  });

  it('is of the zone of the cycle', () => {
    const world = started({ cycle: { zone: 'Asia/Jayapura' } });

    expect(lines(world, 'a1@asesor.test')).toEqual([
      'review DINKES A1 coming 2025-10-31T07:00:00Z',
    ]);
    expect(lines(world, admin)).toEqual(['self-assessment DINKES coming 2025-09-30/2025-10-01']);
  });

  it('has a revision as soon as something came back', () => {
    const world = started()
      .happens(
        '2025-10-10T10:00',
        finish('review', { unit: 'DINKES', assessor: 'A1', findings: [3] }),
      ) // prettier-ignore
      .run('2025-10-11T10:00');

    expect(lines(world, admin)).toEqual([
      'self-assessment DINKES lapsed 2025-09-30/2025-10-01',
      'revision DINKES coming 2025-11-28/2025-11-29',
    ]);
  });

  it('keeps what is finished, and tells what has lapsed', () => {
    const world = started()
      .happens('2025-09-10T10:00', finish('self-assessment', { unit: 'DINKES' }))
      .run('2025-10-01T10:00');

    expect(lines(world, admin)).toEqual(['self-assessment DINKES finished 2025-09-30/2025-10-01']);
    expect(lines(world, 'admin@dlh.test')).toEqual([
      'self-assessment DLH lapsed 2025-09-30/2025-10-01',
    ]);
  });

  it.each([
    { at: beginning, state: 'coming' },
    { at: '2025-09-10T10:00', state: 'todo' },
  ])('has the deadline of a phase that was moved while it was $state', ({ at, state }) => {
    const world = started().happens(at, reschedule('self-assessment', { closes: '2025-09-25' }));

    expect(lines(world, admin)).toEqual([`self-assessment DINKES ${state} 2025-09-25/2025-09-26`]);
  });

  it('has the deadline of an extension, for whom it was granted', () => {
    const extension = extend('self-assessment', 'DINKES', '2025-10-07T12:00');
    const world = started().happens('2025-09-10T10:00', extension);

    expect(lines(world, admin)).toEqual(['self-assessment DINKES todo 2025-10-07T05:00:00Z']);
    expect(lines(world, 'admin@dlh.test')).toEqual([
      'self-assessment DLH todo 2025-09-30/2025-10-01',
    ]);
  });

  it.each([
    { what: 'an open task of a unit that retires', at: '2025-09-10T10:00', email: admin },
    { what: 'a coming task of a unit that retires', at: beginning, email: admin },
  ])('cancels $what', ({ at, email }) => {
    const world = started().happens(at, retireUnit('DINKES'));

    expect(lines(world, email)).toEqual(['self-assessment DINKES cancelled 2025-09-30/2025-10-01']);
    expect(lines(world, 'a1@asesor.test')).toEqual([
      'review DINKES A1 cancelled 2025-10-31T09:00:00Z',
    ]);
  });

  it.each([beginning, '2025-10-10T10:00'])(
    'cancels a review that goes to somebody else at %s',
    (at) => {
      const world = started().happens(at, reassign('DINKES', 'A1', 'A3'));

      const state = at === beginning ? 'coming' : 'todo';
      expect(lines(world, 'a1@asesor.test')).toEqual([
        'review DINKES A1 cancelled 2025-10-31T09:00:00Z',
      ]);
      expect(lines(world, 'a3@asesor.test')).toEqual([
        `review DINKES A3 ${state} 2025-10-31T09:00:00Z`,
      ]);
    },
  );

  it('brings a unit that comes back its task back', () => {
    const world = started().happens('2025-09-10T10:00', retireUnit('DINKES'), addUnit('DINKES'));

    expect(lines(world, admin)).toEqual(['self-assessment DINKES todo 2025-09-30/2025-10-01']);
  });

  it('is empty for who no longer holds the office', () => {
    const world = started().happens('2025-09-10T10:00', replaceAdmins('DINKES', ['b@dinkes.test']));

    expect(lines(world, admin)).toEqual([]);
    expect(lines(world, 'b@dinkes.test')).toHaveLength(1);
  });
});

describe('the number of an item of a calendar', () => {
  const at = '2025-09-10T10:00';

  it.each([
    { what: 'a move of the phase', act: reschedule('self-assessment', { closes: '2025-10-03' }) },
    { what: 'an extension', act: extend('self-assessment', 'DINKES', '2025-10-03') },
    { what: 'its end', act: finish('self-assessment', { unit: 'DINKES' }) },
    { what: 'the end of the unit', act: retireUnit('DINKES') },
  ])('grows with $what', ({ act }) => {
    const [before = 0, after = 0] = revisions(started().run(at), admin, (world) =>
      world.happens(at, act),
    );

    expect(after).toBeGreaterThan(before);
  });

  it.each([
    { what: "another unit's extension", act: extend('self-assessment', 'DLH', '2025-10-03') },
    { what: 'a move of another phase', act: reschedule('review', { closes: '2025-11-03' }) },
    { what: 'an assessor', act: assign('A3', 'DINKES') },
    { what: 'a pause', act: pause },
  ])('stays with $what', ({ act }) => {
    const [before, after] = revisions(started().run(at), admin, (world) => world.happens(at, act));

    expect(after).toBe(before);
  });

  it('grows for an assessor who is taken off and put on again, and never falls', () => {
    const world = started();
    const seen = [items(world, 'a1@asesor.test')];
    for (const act of [unassign('A1', 'DINKES'), assign('A1', 'DINKES')]) {
      seen.push(items(world.happens(beginning, act), 'a1@asesor.test'));
    }

    const numbers = seen.map(([item]) => item?.revision ?? 0);
    expect(seen.map(([item]) => item?.task?.state)).toEqual(['coming', 'cancelled', 'coming']);
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(numbers);
  });

  it('says when it changed last', () => {
    const world = started().happens(at, extend('self-assessment', 'DINKES', '2025-10-03'));

    const [item] = items(world, admin);
    const [other] = items(world, 'admin@dlh.test');
    expect(item?.changedAt).toEqual(world.instant(at));
    expect(other?.changedAt).toEqual(world.instant('2025-09-01T00:00'));
  });
});
