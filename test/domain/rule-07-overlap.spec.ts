import { describe, expect, it } from '@jest/globals';
import { onlyDinkes } from './people.js';
import { mails, moves } from './reading.js';
import { phase, World } from './world.js';

describe('rule 7: phases that overlap', () => {
  const overlapping = [
    phase('briefing', { opens: '2025-09-01', closes: '2025-09-10', reminders: ['H-1', 'H+1'] }),
    phase('self-assessment', { opens: '2025-09-09', closes: '2025-09-12', reminders: ['H-3'] }),
  ];

  it('go each by its own dates', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: overlapping,
      people: onlyDinkes(),
    }).run('2025-10-01T00:00');

    expect(moves(world, 'phase')).toEqual([
      '2025-09-01T00:00 briefing scheduled > open',
      '2025-09-09T00:00 self-assessment scheduled > open',
      '2025-09-11T00:00 briefing open > closed',
      '2025-09-13T00:00 self-assessment open > closed',
    ]);
  });

  it('share a mail on a day that they share', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: overlapping,
      people: onlyDinkes(),
    }).run('2025-10-01T00:00');

    expect(mails(world)).toEqual([
      '2025-09-01T08:00 admin@dinkes.test: opened briefing DINKES 9',
      '2025-09-09T08:00 admin@dinkes.test: reminder H-1 briefing DINKES 1, opened self-assessment DINKES 3',
      '2025-09-11T08:00 admin@dinkes.test: overdue H+1 briefing DINKES -1',
    ]);
  });
});

describe('rule 7: phases that leave a gap', () => {
  it('let nothing happen in it', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [
        phase('briefing', { closes: '2025-09-05' }),
        phase('report', { opens: '2025-12-01', closes: '2025-12-19' }),
      ],
      people: onlyDinkes(),
    }).run('2025-12-01T00:00');

    expect(moves(world, 'phase')).toEqual([
      '2025-09-01T00:00 briefing scheduled > open',
      '2025-09-06T00:00 briefing open > closed',
      '2025-12-01T00:00 report scheduled > open',
    ]);
  });
});

describe('rule 7: several phases of one kind', () => {
  it('give each pair a task in each', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [
        phase('review', { code: 'dokumen' }),
        phase('review', { code: 'interviu', opens: '2025-09-15' }),
      ],
      people: onlyDinkes(),
    }).run('2025-09-15T00:00');

    expect(moves(world, 'task')).toEqual([
      '2025-09-01T00:00 dokumen/DINKES/A1#1 none > todo',
      '2025-09-15T00:00 interviu/DINKES/A1#1 none > todo',
    ]);
  });
});
