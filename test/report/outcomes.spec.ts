import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { emptyDossier } from '../../src/domain/assessment/dossier.js';
import type { Facts, Task } from '../../src/domain/cycle.js';
import { entry } from '../../src/domain/journal.js';
import type { TaskState } from '../../src/domain/machines.js';
import { outcomesOf, type PhaseRecord } from '../../src/report/minutes/outcomes.js';
import { shipped } from '../config/office.js';
import { onlyDinkes } from '../domain/people.js';
import { selfAssessment, september, wib } from '../engine/city.js';

const instrument = loadInstrument(shipped, 'spbe-2020');
const opened = wib('2025-09-01T00:00');
const phase = { ...selfAssessment, state: 'closed', openedAt: opened } as const;

const task: Task = {
  ...{ id: 'mandiri/DINKES#1', phase: 'mandiri', unit: 'DINKES', assessor: null },
  state: 'finished',
  deadline: wib('2025-09-13T00:00'),
  deadlineDate: Temporal.PlainDate.from('2025-09-12'),
  ...{ extendedTo: null, openedAt: opened, noticeAt: opened, deadlineSince: opened },
  ...{ levels: {}, findings: [], excused: false },
};

const extension = {
  extendedTo: '2025-09-17',
  deadline: wib('2025-09-18T00:00'),
  deadlineDate: Temporal.PlainDate.from('2025-09-17'),
};

type Move = readonly [at: string, from: TaskState, to: TaskState];

function kindsOf(tasks: readonly Task[], moves: readonly Move[] = []): string[] {
  return outcomesOf(recordOf(tasks, moves)).map(({ kind }) => kind);
}

function recordOf(tasks: readonly Task[], moves: readonly Move[] = []): PhaseRecord {
  const { plan } = september(1);
  const cycle = { ...plan, state: 'active', version: 1, earlierCalendars: [] } as const;
  const facts: Facts = { cycle, phases: [phase], tasks, people: onlyDinkes() };
  const entries = moves.map(([at, from, to]) => {
    const moment = wib(at);
    return entry({
      ...{ due: moment, recorded: moment, who: 'siklus', what: 'task' },
      ...{ phase: 'mandiri', unit: 'DINKES', task: task.id, from, to },
    });
  });
  return { facts, dossier: emptyDossier, instrument, phase, moves: entries, versions: [] };
}

describe('what became of a task', () => {
  it.each<[string, Partial<Task>, readonly Move[], string]>([
    ['finished before the end', {}, [['2025-09-12T23:59', 'in-progress', 'finished']], 'in-time'],
    [
      // Rule 8: accepted in time, and recorded after a tick had let it lapse.
      'accepted in time, recorded later',
      {},
      [
        ['2025-09-13T00:00', 'in-progress', 'lapsed'],
        ['2025-09-13T00:01', 'lapsed', 'finished'],
      ],
      'in-time',
    ],
    [
      'given more time that it did not need',
      extension,
      [['2025-09-12T10:00', 'in-progress', 'finished']],
      'in-time',
    ],
    [
      'finished in the time that it was given',
      extension,
      [['2025-09-13T00:00', 'in-progress', 'finished']],
      'extended',
    ],
    [
      'opened again, then finished',
      extension,
      [
        ['2025-09-13T00:00', 'in-progress', 'lapsed'],
        ['2025-09-14T09:00', 'lapsed', 'in-progress'],
        ['2025-09-17T10:00', 'in-progress', 'finished'],
      ],
      'reopened',
    ],
    [
      'finished before the end of a phase that was moved beyond its extension',
      { ...extension, extendedTo: '2025-09-10', deadline: task.deadline },
      [['2025-09-12T10:00', 'in-progress', 'finished']],
      'in-time',
    ],
    ['still under way in its extension', { ...extension, state: 'in-progress' }, [], 'running'],
    ['given more time, and late all the same', { ...extension, state: 'lapsed' }, [], 'late'],
    ['never begun', { state: 'lapsed' }, [], 'late'],
    ['excused', { state: 'lapsed', excused: true }, [], 'nihil'],
    ['cancelled', { state: 'cancelled' }, [], 'cancelled'],
  ])('that was %s', (_, more, moves, kind) => {
    expect(kindsOf([{ ...task, ...more }], moves)).toEqual([kind]);
  });

  it('owes what whoever is reminded of it would still have to send', () => {
    const led = { lead: 'DINKES', supports: [], title: null };
    const nihil = {
      ...{ unit: 'DINKES', reason: 'x', askedBy: 'x', askedAt: opened },
      ...{ decidedBy: null, decidedAt: null, decisionNote: '' },
    };
    const dossier = {
      ...emptyDossier,
      responsibilities: [1, 2, 3, 4].map((indicator) => ({ indicator, ...led })),
      nihil: [
        { indicator: 2, state: 'approved', ...nihil },
        { indicator: 3, state: 'asked', ...nihil },
        { indicator: 4, state: 'refused', ...nihil },
      ] as const,
    };

    const record = { ...recordOf([{ ...task, state: 'lapsed' }]), dossier };

    expect(outcomesOf(record).map(({ owed }) => owed)).toEqual([[1, 4]]);
  });

  it('is said once of a unit that was retired and came back', () => {
    const again = { ...task, id: 'mandiri/DINKES#2', state: 'lapsed' } as const;

    expect(kindsOf([{ ...task, state: 'cancelled' }, again])).toEqual(['late']);
  });
});
