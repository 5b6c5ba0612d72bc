import { describe, expect, it } from '@jest/globals';
import type { Rung, RungName } from '../../src/domain/escalation.js';
import { sendPlan } from '../../src/domain/send-plan.js';
import { extend, finish, holidays, pause, reschedule, resume } from './commands.js';
import { assessor, everybody, person, unit } from './people.js';
import { mails, superseded } from './reading.js';
import { phase, World } from './world.js';

const rung = (to: RungName, after: number, notaDinas = false): Rung => ({ to, after, notaDinas });

const ladder = [rung('admin', 0), rung('secretary', 1), rung('head', 3), rung('sekda', 5)];

const dinkes = unit('DINKES', { secretary: person('sekretaris@dinkes.test') });
const sekda = person('sekda@kota.test');

/** Until Tuesday the 30th of September; its working days after are the 1st, 2nd, 3rd, 6th and 7th. */
function october({
  escalation = ladder,
  reminders = [] as string[],
  units = [dinkes],
  days = [] as string[],
}): World {
  return World.started('2025-08-31T07:00', {
    cycle: { escalation, holidays: days },
    phases: [phase('self-assessment', { reminders })],
    people: everybody({ units, sekda, assignments: [] }),
  });
}

const late = (world: World): string[] => mails(world, { since: '2025-09-30T12:00' });

describe('the escalation ladder', () => {
  it('has a notice for each rung, to the admins, with a copy to whoever is reached by then', () => {
    expect(late(october({}).run('2025-10-31T12:00'))).toEqual([
      '2025-10-01T08:00 admin@dinkes.test cc sekretaris@dinkes.test: overdue HK+1 self-assessment DINKES -1',
      '2025-10-03T08:00 admin@dinkes.test cc sekretaris@dinkes.test cc head@dinkes.test: overdue HK+3 self-assessment DINKES -3',
      '2025-10-07T08:00 admin@dinkes.test cc sekretaris@dinkes.test cc head@dinkes.test cc sekda@kota.test: overdue HK+5 self-assessment DINKES -7',
    ]);
  });

  it('needs no notice of its own where an overdue one goes that day, which goes to the rung', () => {
    const world = october({
      escalation: [rung('head', 3)],
      reminders: ['H+1', 'H+3', 'H+8'],
    }).run('2025-10-31T12:00');

    expect(late(world)).toEqual([
      '2025-10-01T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -1',
      '2025-10-03T08:00 admin@dinkes.test cc head@dinkes.test: overdue H+3 self-assessment DINKES -3',
      '2025-10-08T08:00 admin@dinkes.test cc head@dinkes.test: overdue H+8 self-assessment DINKES -8',
    ]);
  });

  it.each([
    { days: ['2025-10-01', '2025-10-02'], at: '2025-10-07' },
    { days: ['2025-10-03', '2025-10-06', '2025-10-07'], at: '2025-10-08' },
    { days: ['2025-09-29', '2025-09-30'], at: '2025-10-03' },
    { days: [], at: '2025-10-03' },
  ])('counts working days: with $days off the third is $at', ({ days, at }) => {
    const world = october({ escalation: [rung('head', 3)], days }).run('2025-10-31T12:00');

    expect(late(world).map((line) => line.slice(0, 10))).toEqual([at]);
  });

  it('waits with its first rung for the hour of sending after a deadline with a time of day', () => {
    const world = (closes: string): World =>
      World.started('2025-08-31T07:00', {
        cycle: { escalation: [rung('head', 0)] },
        phases: [phase('briefing', { closes })],
        people: everybody({ units: [dinkes], assignments: [] }),
      }).run('2025-10-31T12:00');

    expect(late(world('2025-10-03T07:00'))[0]).toMatch(/^2025-10-03T08:00 .* HK\+0 /);
    expect(late(world('2025-10-03T09:00'))[0]).toMatch(/^2025-10-06T08:00 .* HK\+0 /);
  });

  it('passes over a rung on which nobody stands, and the plan says so', () => {
    const units = [unit('DLH')];
    const world = october({ escalation: [rung('secretary', 1)], units });
    const { at, copyTo, vacant } =
      sendPlan(world.facts, world.watermark).find(({ offset }) => offset === 'HK+1') ?? {};

    expect(at?.toString()).toBe('2025-10-01T01:00:00Z');
    expect({ copyTo, vacant }).toEqual({ copyTo: [], vacant: ['secretary'] });
    expect(late(world.run('2025-10-31T12:00'))).toEqual([
      '2025-10-01T08:00 admin@dlh.test: overdue HK+1 self-assessment DLH -1',
    ]);
  });

  it('brings a nota dinas to the highest of those who get one and stand there', () => {
    const formal = (units = [dinkes]): (string | undefined)[] =>
      october({
        escalation: [rung('secretary', 1, true), rung('head', 2, true), rung('sekda', 3)],
        units,
      })
        .run('2025-10-31T12:00')
        .planned.filter(({ kind }) => kind === 'overdue')
        .map(({ facts }) => facts.notaDinas);

    expect(formal()).toEqual(['secretary', 'head', 'head']);
    expect(formal([unit('DLH', { head: null })])).toEqual([undefined, undefined, undefined]);
  });

  it('copies nobody twice, whatever offices they hold', () => {
    const setda = unit('SETDA', { head: sekda, secretary: person('ADMIN@setda.test') });
    const world = october({ units: [setda] }).run('2025-10-31T12:00');

    expect(late(world).at(-1)).toBe(
      '2025-10-07T08:00 admin@setda.test cc sekda@kota.test: overdue HK+5 self-assessment SETDA -7',
    );
  });

  it('lets nobody read of another unit, but the Sekda of all in a mail for each', () => {
    const both = person('admin@dua.test');
    const units = ['DINKES', 'DLH'].map((code) => unit(code, { admins: [both] }));
    const world = october({ escalation: [rung('sekda', 1), rung('head', 1)].reverse(), units });

    expect(late(world.run('2025-10-31T12:00'))).toEqual([
      '2025-10-01T08:00 admin@dua.test cc head@dinkes.test cc sekda@kota.test: overdue HK+1 self-assessment DINKES -1',
      '2025-10-01T08:00 admin@dua.test cc head@dlh.test cc sekda@kota.test: overdue HK+1 self-assessment DLH -1',
    ]);
  });

  it('is not for a review, which is not the unit’s to finish, nor for the coordinators', () => {
    const world = World.started('2025-08-31T07:00', {
      cycle: { escalation: [rung('head', 0), rung('sekda', 1)] },
      phases: [phase('review', { reminders: ['H+1'] }), phase('report')],
      people: everybody({
        units: [dinkes],
        assessors: [assessor('A1', null)],
        assignments: [{ assessor: 'A1', unit: 'DINKES' }],
        sekda,
      }),
    }).run('2025-10-31T12:00');

    expect(late(world)).toEqual(['2025-10-01T08:00 a1@asesor.test: overdue H+1 review DINKES -1']);
  });
});

describe('the escalation ladder and what happens meanwhile', () => {
  it('is left by who finishes in time', () => {
    const world = october({}).happens(
      '2025-09-20T09:00',
      finish('self-assessment', { unit: 'DINKES' }),
    );

    expect(late(world.run('2025-10-31T12:00'))).toEqual([]);
  });

  it('is climbed anew after an extension', () => {
    const world = october({ escalation: [rung('secretary', 1), rung('head', 2)] })
      .happens('2025-10-01T10:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .run('2025-10-31T12:00');

    expect(late(world).filter((line) => line.includes('overdue'))).toEqual([
      '2025-10-01T08:00 admin@dinkes.test cc sekretaris@dinkes.test: overdue HK+1 self-assessment DINKES -1',
      '2025-10-13T08:00 admin@dinkes.test cc sekretaris@dinkes.test: overdue HK+1 self-assessment DINKES -3',
      '2025-10-14T08:00 admin@dinkes.test cc sekretaris@dinkes.test cc head@dinkes.test: overdue HK+2 self-assessment DINKES -4',
    ]);
    expect(world.plannedAnew).toEqual([]);
  });

  it('follows a deadline that was moved', () => {
    const world = october({ escalation: [rung('head', 1)] })
      .happens('2025-09-20T09:00', reschedule('self-assessment', { closes: '2025-10-10' }))
      .run('2025-10-31T12:00');

    expect(late(world)).toEqual([
      '2025-10-13T08:00 admin@dinkes.test cc head@dinkes.test: overdue HK+1 self-assessment DINKES -3',
    ]);
  });

  it('is told of once after a downtime, to all who were reached in it (rule 14)', () => {
    const world = october({}).run('2025-09-30T12:00');
    world.tick('2025-10-04T12:00');

    expect(late(world)).toEqual([
      '2025-10-04T12:00 admin@dinkes.test cc sekretaris@dinkes.test cc head@dinkes.test: overdue HK+3 self-assessment DINKES -4',
    ]);
  });

  it('waits in a pause, and is then told of once (rule 17)', () => {
    const world = october({})
      .happens('2025-09-30T12:00', pause)
      .happens('2025-10-06T09:00', resume)
      .run('2025-10-06T12:00');

    expect(late(world).map((line) => line.slice(0, 100))).toEqual([
      '2025-10-06T09:00 admin@dinkes.test cc sekretaris@dinkes.test cc head@dinkes.test: overdue HK+3 self-',
    ]);
  });

  it('sends nothing that is no longer true (rule 12)', () => {
    const world = october({ escalation: [rung('head', 1)] });
    world.setPost('down');
    world.run('2025-10-01T08:00');
    world.setPost('up');
    world.happens('2025-10-01T10:00', extend('self-assessment', 'DINKES', '2025-10-10'));

    expect(superseded(world)).toEqual(['admin@dinkes.test: overdue HK+1 self-assessment DINKES']);
    expect(late(world).filter((line) => line.includes('overdue'))).toEqual([]);
  });

  it('is climbed no second time when holidays change', () => {
    const escalation = [rung('secretary', 1), rung('head', 3)];
    const world = october({ escalation, reminders: ['H+1'] }).run('2025-10-03T12:00');

    world.perform('2025-10-03T12:00', holidays('2025-10-01', '2025-10-02', '2025-10-03'));

    expect(late(world.run('2025-10-31T12:00')).map((line) => line.slice(0, 10))).toEqual([
      '2025-10-01',
      '2025-10-03',
    ]);
    expect(world.plannedAnew).toEqual([]);
  });
});
