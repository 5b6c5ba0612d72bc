import { describe, expect, it } from '@jest/globals';
import type { ProgressEntry } from '../../src/cycle/progress-entries.store.js';
import { groupBy } from '../../src/domain/group-by.js';
import { burnUpsOf, type BurnUp } from '../../src/report/burn-up.js';
import { outlooksOf } from '../../src/report/outlooks.js';
import type { City } from '../domain/assessment/city.js';
import {
  accept,
  agree,
  askNihil,
  attach,
  a1,
  complete,
  coordinator,
  decideNihil,
  dinkes,
  dlh,
  reject,
  review,
  save,
} from '../domain/assessment/deeds.js';
import { atTheStart, returned, revised, sent } from '../domain/assessment/stations.js';
import { extend, pause, reschedule } from '../domain/commands.js';

/** As the store reads them. */
function entriesOf({ world }: City): ProgressEntry[] {
  const counted = world.journal.filter(
    ({ what, to }) =>
      what === 'answer' || what === 'rescheduled' || (what === 'task' && to === 'finished'),
  );
  const groups = groupBy(counted, ({ phase, what, recorded, from }) =>
    [phase, what, recorded.toString(), what === 'rescheduled' ? from : ''].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || first.phase === null) return [];
    const { phase, recorded, from } = first;
    const what = first.what as ProgressEntry['what'];
    return [
      { phase, what, recorded, count: group.length, was: what === 'rescheduled' ? from : null },
    ];
  });
}

function burnUp(city: City, code: string): BurnUp {
  const all = burnUpsOf(city.desk(), entriesOf(city), city.now);
  const found = all.find(({ phase }) => phase.code === code);
  if (!found) throw new Error(`${code} has no curve`);
  return found;
}

function on(city: City, code: string, date: string) {
  const day = burnUp(city, code).days.find((each) => each.date.toString() === date);
  return day && { works: day.works, sent: day.sent, finished: day.finished, line: day.line };
}

function outlooks(city: City) {
  return outlooksOf(city.desk(), city.now).map(({ task, outlook, ready, left }) => {
    return { unit: task.unit, outlook, ready, left };
  });
}

describe('a burn-up', () => {
  it('counts what was sent by the end of each day, against what is to be sent in all', () => {
    const city = sent();
    const { total, sent: count, tasks, finished } = burnUp(city, 'isi');

    expect({ total, count, tasks, finished }).toEqual({
      total: 3,
      count: 2,
      tasks: 2,
      finished: 1,
    });
    expect(on(city, 'isi', '2025-09-09')).toMatchObject({ sent: 0, finished: 0 });
    expect(on(city, 'isi', '2025-09-10')).toMatchObject({ sent: 2, finished: 1 });
    expect(on(city, 'isi', '2025-09-30')).toMatchObject({ sent: 2, finished: 1, line: 3 });
  });

  it('does not know what is to come', () => {
    const city = atTheStart();

    expect(on(city, 'isi', '2025-09-10')).toMatchObject({ sent: 0 });
    expect(on(city, 'isi', '2025-09-11')).toMatchObject({ sent: null, finished: null });
  });

  it('compares with a line that rests on days that are no working days', () => {
    const city = atTheStart();
    const line = (date: string) => on(city, 'isi', date)?.line;

    expect([line('2025-09-01'), line('2025-09-12')]).toEqual([0.1, 1.4]);
    expect(on(city, 'isi', '2025-09-13')).toMatchObject({ works: false, line: 1.4 });
    expect(line('2025-09-30')).toBe(3);
  });

  it('has no curve for a phase that has not opened, nor for one without answers', () => {
    const all = burnUpsOf(sent().desk(), [], sent().now);

    expect(all.map(({ phase }) => phase.code)).toEqual(['isi', 'reviu']);
  });

  it('leaves out what is nihil, and what is asked to be', () => {
    const one = atTheStart().does(dinkes, askNihil(1));
    const two = one.does(dinkes, askNihil(2)).does(coordinator, decideNihil(2, true));

    expect(burnUp(two, 'isi').total).toBe(1);
  });

  it('counts a review by its verdicts, and a revision by what came back', () => {
    expect(burnUp(returned(), 'reviu')).toMatchObject({ total: 2, sent: 2, finished: 1 });
    expect(burnUp(returned(), 'revisi')).toMatchObject({ total: 1, sent: 0, finished: 0 });
    expect(burnUp(revised(), 'revisi')).toMatchObject({ total: 1, sent: 1, finished: 1 });
  });

  it('marks the dates, those that are no more, and until when somebody was given time', () => {
    const city = atTheStart()
      .arranges(reschedule('isi', { closes: '2025-09-26' }))
      .arranges(extend('isi', 'DLH', '2025-10-03'));

    expect(
      burnUp(city, 'isi').marks.map(({ kind, date, count }) => [kind, date.toString(), count]),
    ).toEqual([
      ['opening', '2025-09-01', 1],
      ['deadline', '2025-09-26', 1],
      ['moved', '2025-09-30', 1],
      ['extended', '2025-10-03', 1],
    ]);
    expect(burnUp(city, 'isi').days.at(-1)?.date.toString()).toBe('2025-10-03');
  });
});

describe('who is likely to be late', () => {
  it('is told of every unit that has not finished, the most urgent first', () => {
    const city = atTheStart()
      .does(dinkes, ...complete(1, '3'), save(2))
      .later('2025-09-29T09:00');

    expect(outlooks(city)).toEqual([
      { unit: 'DLH', outlook: 'not-started', ready: 0, left: 1 },
      { unit: 'DINKES', outlook: 'attention', ready: 1, left: 1 },
    ]);
  });

  it('is not told of who has finished, nor of who is late already', () => {
    // DLH has sent nothing.
    const phases = outlooksOf(sent().desk(), sent().now).map(({ phase }) => phase.code);

    expect(new Set(phases)).toEqual(new Set(['reviu']));
  });

  it('is not told of who is excused, for all is nihil', () => {
    const city = atTheStart().does(dlh, askNihil(3)).does(coordinator, decideNihil(3, true));

    expect(outlooks(city).map(({ unit }) => unit)).toEqual(['DINKES']);
  });

  it('is told of a task that was extended, by its own deadline', () => {
    const city = atTheStart()
      .does(dlh, save(3))
      .later('2025-09-30T09:00')
      .arranges(extend('isi', 'DLH', '2025-10-10'));
    const [other, extended] = outlooksOf(city.desk(), city.now);

    expect([other?.task.unit, other?.daysLeft]).toEqual(['DINKES', 1]);
    expect([extended?.task.unit, extended?.daysLeft]).toEqual(['DLH', 9]);
  });

  it('goes on while the cycle is paused, until the deadline has passed', () => {
    const city = atTheStart().arranges(pause);

    expect(outlooks(city)).toHaveLength(2);
    expect(outlooks(city.later('2025-10-01T09:00'))).toEqual([]);
  });

  it('counts what a review has judged, and what a revision has changed', () => {
    const ofDinkes = (city: City) => {
      const found = outlooks(city).find(({ unit }) => unit === 'DINKES');
      return [found?.ready, found?.left];
    };

    expect([
      ofDinkes(sent()),
      ofDinkes(sent().does(a1, accept('e1-2'))),
      ofDinkes(sent().does(a1, accept('e1-2'), reject('e1-3'), review(1, '2'))),
      ofDinkes(sent().does(a1, agree(1), agree(2))),
      ofDinkes(returned()),
      ofDinkes(returned().does(dinkes, save(1, { version: 1 }))),
    ]).toEqual([
      [0, 2],
      [0, 2],
      [1, 1],
      [2, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  it('takes an answer whose evidence came last for ready on that day', () => {
    const city = atTheStart()
      .does(dlh, save(3, { level: '2' }))
      .later('2025-09-15T09:00')
      .does(dlh, attach(3, 2))
      .later('2025-09-16T09:00');
    const found = outlooksOf(city.desk(), city.now).find(({ task }) => task.unit === 'DLH');

    expect(found?.pace).toEqual({ basis: 'recent', answers: 1, days: 5 });
  });
});
