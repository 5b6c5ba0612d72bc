import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { PhasePlan } from '../../src/domain/cycle.js';
import { occurrencesOf, openedNoticeAt } from '../../src/domain/occurrences.js';
import { offsetOf } from '../../src/domain/offset.js';
import { addUnit, extend } from './commands.js';
import { onlyDinkes } from './people.js';
import { mails } from './reading.js';
import { localInstant, phase, World } from './world.js';

interface Case extends Partial<PhasePlan> {
  readonly holidays?: readonly string[];
  readonly sendAt?: string;
}

/** What one unit that never finishes is sent: day and notice. */
function sentTo({ holidays = [], sendAt = '08:00', ...plan }: Case): string[] {
  const world = World.started('2025-01-01T07:00', {
    cycle: { holidays, sendAt },
    phases: [phase('self-assessment', plan)],
    people: onlyDinkes(),
  });
  world.run('2030-01-01T00:00');
  return mails(world).map((line) =>
    line
      .replace(/ admin@dinkes.test: (reminder|overdue)?| self-assessment.*/g, ' ')
      .replace(/ +/g, ' ')
      .trim(),
  );
}

describe('rule 4: an opened notice', () => {
  it.each([
    { opens: '2025-09-01', sent: '2025-09-01T08:00 opened', because: 'a Monday' },
    { opens: '2025-09-06', sent: '2025-09-08T08:00 opened', because: 'a Saturday moves later' },
    { opens: '2025-09-07', sent: '2025-09-08T08:00 opened', because: 'a Sunday moves later' },
    { opens: '2025-09-05', sent: '2025-09-08T08:00 opened', because: 'Maulid, then a weekend' },
    {
      opens: '2025-09-03T10:30',
      sent: '2025-09-03T10:30 opened',
      because: 'at once: 8 has passed',
    },
    { opens: '2025-09-03T07:30', sent: '2025-09-03T08:00 opened', because: 'at 8 of that day' },
    { opens: '2025-09-03T08:00', sent: '2025-09-03T08:00 opened', because: 'it opens at 8' },
    { opens: '2025-09-06T10:30', sent: '2025-09-08T08:00 opened', because: 'Saturday after 8' },
  ])('of $opens is $sent: $because', ({ opens, sent }) => {
    expect(sentTo({ opens, holidays: ['2025-09-05'] })).toEqual([sent]);
  });

  it('goes at the opening itself when both are midnight', () => {
    expect(sentTo({ sendAt: '00:00' })).toEqual(['2025-09-01T00:00 opened']);
  });

  it('is not sent when the deadline is over before its working day comes', () => {
    expect(sentTo({ opens: '2025-09-06', closes: '2025-09-07' })).toEqual([]);
  });
});

describe('rule 4: a reminder on a day that is no working day', () => {
  const opens = '2025-08-01';

  it.each([
    { closes: '2025-09-07', reminders: ['H'], sent: '2025-09-05T08:00 H' },
    { closes: '2025-09-09', reminders: ['H-3'], sent: '2025-09-05T08:00 H-3' },
    { closes: '2025-09-09', reminders: ['H-1'], sent: '2025-09-08T08:00 H-1' },
    { closes: '2025-09-05', reminders: ['H+1'], sent: '2025-09-08T08:00 H+1' },
    { closes: '2025-09-04', reminders: ['H+1'], sent: '2025-09-05T08:00 H+1' },
    { closes: '2025-09-09', reminders: ['HK-2'], sent: '2025-09-05T08:00 HK-2' },
  ])('moves: $reminders of $closes is $sent', ({ closes, reminders, sent }) => {
    expect(sentTo({ opens, closes, reminders })).toEqual(['2025-08-01T08:00 opened', sent]);
  });

  it('moves over a row of holidays, earlier before and later after the deadline', () => {
    const holidays = ['2025-12-24', '2025-12-25', '2025-12-26'];

    expect(sentTo({ opens, closes: '2025-12-25', reminders: ['H', 'H+1'], holidays })).toEqual([
      '2025-08-01T08:00 opened',
      '2025-12-23T08:00 H',
      '2025-12-29T08:00 H+1',
    ]);
  });

  it('of a leap day moves like any other', () => {
    const leap = { opens: '2028-02-01', closes: '2028-02-29', reminders: ['H-1', 'H', 'H+1'] };

    expect(sentTo({ ...leap, holidays: ['2028-02-29'] })).toEqual([
      '2028-02-01T08:00 opened',
      '2028-02-28T08:00 H',
      '2028-03-01T08:00 H+1',
    ]);
  });
});

describe('rule 4: reminders that meet on one day', () => {
  const opens = '2025-08-01';

  it.each([
    { closes: '2025-09-08', reminders: ['H-3', 'H-1'], sent: ['2025-09-05T08:00 H-1'] },
    { closes: '2025-09-08', reminders: ['H-1', 'H-2', 'H-3'], sent: ['2025-09-05T08:00 H-1'] },
    { closes: '2025-09-07', reminders: ['H-1', 'H'], sent: ['2025-09-05T08:00 H'] },
    { closes: '2025-09-05', reminders: ['H+3', 'H+1'], sent: ['2025-09-08T08:00 H+3'] },
    { closes: '2025-09-04', reminders: ['H+2', 'H+3'], sent: ['2025-09-08T08:00 H+3'] },
    { closes: '2025-09-08', reminders: ['HK-1', 'H-2'], sent: ['2025-09-05T08:00 H-2'] },
    {
      closes: '2025-09-05',
      reminders: ['H', 'H+1'],
      sent: ['2025-09-05T08:00 H', '2025-09-08T08:00 H+1'],
    },
  ])('are the later unmoved one: $reminders of $closes', ({ closes, reminders, sent }) => {
    expect(sentTo({ opens, closes, reminders })).toEqual(['2025-08-01T08:00 opened', ...sent]);
  });
});

describe('rule 4: an occurrence that does not exist', () => {
  it.each([
    { opens: '2025-09-26', reminders: ['H-7'], because: 'before the opening' },
    { opens: '2025-09-29', reminders: ['H-1'], because: 'on the day of the opened notice' },
    { opens: '2025-09-29T10:00', reminders: ['H-1'], because: 'that day, before the opening' },
    { opens: '2025-09-27', reminders: ['H-1'], because: 'on the day to which that notice moved' },
  ])('$reminders of a phase that opens $opens: $because', ({ opens, reminders }) => {
    expect(sentTo({ opens, reminders }).filter((line) => !line.endsWith('opened'))).toEqual([]);
  });

  it.each([
    { closes: '2025-09-30T08:00', exists: false },
    { closes: '2025-09-30T07:00', exists: false },
    { closes: '2025-09-30T00:00', exists: false },
    { closes: '2025-09-30T08:01', exists: true },
  ])('H at or after the deadline $closes: sent is $exists', ({ closes, exists }) => {
    expect(sentTo({ closes, reminders: ['H'] })).toEqual([
      '2025-09-01T08:00 opened',
      ...(exists ? ['2025-09-30T08:00 H'] : []),
    ]);
  });

  it('is the reminder on the day on which a late task was told of', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('self-assessment', { reminders: ['H-7', 'H-6'] })],
    })
      .happens('2025-09-23T06:00', addUnit('BAPPEDA'))
      .run('2025-09-24T09:00');

    expect(mails(world, { to: 'admin@bappeda' })).toEqual([
      '2025-09-23T06:00 admin@bappeda.test: opened self-assessment BAPPEDA 7',
      '2025-09-24T08:00 admin@bappeda.test: reminder H-6 self-assessment BAPPEDA 6',
    ]);
  });

  it('is not the reminder on the day of an extension', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('self-assessment', { reminders: ['H-7'] })],
      people: onlyDinkes(),
    })
      .happens('2025-10-03T07:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .run('2025-10-03T09:00');

    expect(mails(world, { since: '2025-10-01' })).toEqual([
      '2025-10-03T07:00 admin@dinkes.test: extended self-assessment DINKES 7',
      '2025-10-03T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
    ]);
  });
});

describe('rule 4: the occurrences of a task', () => {
  const zone = 'Asia/Jakarta';
  const calendar = { zone, sendAt: Temporal.PlainTime.from('08:00'), holidays: new Set<string>() };
  const at = (local: string): Temporal.Instant => localInstant(local, zone);

  it('are the opened notice, and the reminders that exist at the deadline that holds', () => {
    const task = {
      deadline: at('2025-09-30T08:00'),
      deadlineDate: Temporal.PlainDate.from('2025-09-30'),
      openedAt: at('2025-09-06T00:00'),
      noticeAt: at('2025-09-08T08:00'),
      deadlineSince: at('2025-09-23T08:00'),
    };
    const offsets = ['H-22', 'H-14', 'H-7', 'H-6', 'H', 'H+1'].map(offsetOf);

    expect(
      occurrencesOf(task, offsets, calendar).map((each) => [each.at, each.offset?.name ?? null]),
    ).toEqual([
      [at('2025-09-08T08:00'), null],
      [at('2025-09-24T08:00'), 'H-6'],
      [at('2025-10-01T08:00'), 'H+1'],
    ]);
  });

  it('begin at once when sendAt of the opening day has passed', () => {
    expect(openedNoticeAt(at('2025-09-03T10:30'), calendar)).toEqual(at('2025-09-03T10:30'));
  });
});
