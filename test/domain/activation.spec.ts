import { describe, expect, it } from '@jest/globals';
import { assign } from './commands.js';
import { everybody, onlyDinkes } from './people.js';
import { mails, moves, phases, tasks } from './reading.js';
import { phase, World, type Plan } from './world.js';

const year: Plan = {
  phases: [
    phase('assignment', { opens: '2025-08-01', closes: '2025-08-29', reminders: ['H+1'] }),
    phase('self-assessment', { reminders: ['H-14', 'H-7', 'H'] }),
    phase('report', { opens: '2025-12-01', closes: '2025-12-19' }),
  ],
  people: onlyDinkes(),
};

describe('scenario: a cycle activated in mid-course', () => {
  it('gives phases the state that belongs to the instant, which is no move of theirs', () => {
    const world = World.started('2025-09-20T06:00', year);

    expect(phases(world)).toEqual([
      'assignment closed',
      'self-assessment open',
      'report scheduled',
    ]);
    expect(moves(world)).toEqual(['2025-09-20T06:00 self-assessment/DINKES#1 none > todo']);
  });

  it('sends an opened notice at once, on a Saturday too, and no reminder before it', () => {
    const world = World.started('2025-09-20T06:00', year).run('2025-09-24T00:00');

    expect(mails(world)).toEqual([
      '2025-09-20T06:00 admin@dinkes.test: opened self-assessment DINKES 10',
      '2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
    ]);
  });

  it('sends no reminder on the day of the activation', () => {
    const world = World.started('2025-09-23T06:00', year).run('2025-09-30T09:00');

    expect(mails(world)).toEqual([
      '2025-09-23T06:00 admin@dinkes.test: opened self-assessment DINKES 7',
      '2025-09-30T08:00 admin@dinkes.test: reminder H self-assessment DINKES 0',
    ]);
  });

  it('says nothing about phases that are over', () => {
    const world = World.started('2025-08-30T06:00', year).run('2025-08-31T23:59');

    expect([mails(world), tasks(world)]).toEqual([[], []]);
  });

  it('tells assessors of open reviews with an opened notice', () => {
    const world = World.started('2025-09-20T06:00', {
      phases: [phase('review')],
      people: onlyDinkes(),
    });

    expect(mails(world)).toEqual(['2025-09-20T06:00 a1@asesor.test: opened review DINKES 10']);
  });
});

describe('scenario: a cycle activated at the very instant', () => {
  it('of an opening opens that phase like any other', () => {
    const world = World.started('2025-09-01T00:00', year).run('2025-09-01T09:00');

    expect(moves(world)).toEqual([
      '2025-09-01T00:00 self-assessment scheduled > open',
      '2025-09-01T00:00 self-assessment/DINKES#1 none > todo',
    ]);
    expect(mails(world)).toEqual([
      '2025-09-01T08:00 admin@dinkes.test: opened self-assessment DINKES 29',
    ]);
  });

  it('of a closing finds that phase closed', () => {
    const world = World.started('2025-10-01T00:00', year);

    expect(phases(world)).toEqual([
      'assignment closed',
      'self-assessment closed',
      'report scheduled',
    ]);
    expect(tasks(world)).toEqual([]);
  });
});

describe('scenario: a cycle activated after a guard failed', () => {
  it('finds its phase blocked, says so once, and opens it when the guard holds', () => {
    const world = World.started('2025-09-20T06:00', {
      phases: [phase('review', { requires: ['every-unit-has-an-assessor'] })],
      people: everybody({ assignments: [{ assessor: 'A1', unit: 'DINKES' }] }),
    })
      .run('2025-09-21T00:00')
      .happens('2025-09-22T10:00', assign('A3', 'DLH'));

    expect(mails(world)).toEqual([
      '2025-09-20T06:00 koordinator@kota.test: blocked review',
      '2025-09-22T10:00 a1@asesor.test: opened review DINKES 8',
      '2025-09-22T10:00 a3@asesor.test: opened review DLH 8',
    ]);
  });
});
