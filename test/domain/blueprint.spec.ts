import { describe, expect, it } from '@jest/globals';
import { adoptBlueprint, type Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import { decide } from '../../src/domain/commands/decide.js';
import type { Command } from '../../src/domain/commands/command.js';
import { Draft } from '../../src/domain/draft.js';
import { reschedule, retireUnit } from './commands.js';
import { assessor, everybody, person, unit } from './people.js';
import { factsOf, localInstant, phase } from './world.js';

const phases = [
  phase('self-assessment'),
  phase('report', { opens: '2025-12-01', closes: '2025-12-19' }),
];
const facts = factsOf({ phases });
const { state, ...plan } = facts.cycle;
const loaded: Blueprint = { plan, phases, people: everybody() };
const now = localInstant('2025-09-10T10:00', 'Asia/Jakarta');

/** What is left after the files were loaded again, with what people had done by hand in between. */
function reload(after: Blueprint, ...byHand: Command[]): Draft {
  const draft = new Draft(facts, localInstant('2025-08-31T07:00', 'Asia/Jakarta'), 'koordinator');
  decide(draft, { do: 'activate' });
  for (const command of byHand) decide(draft, command);
  const again = new Draft(draft.facts, now, 'koordinator');
  adoptBlueprint(again, loaded, after);
  return again;
}

function recorded(draft: Draft): string[] {
  return draft
    .decision()
    .journal.map(({ what, phase: code, unit: of, assessor: who }) =>
      [what, code, of, who].filter((part) => part !== null).join(' '),
    );
}

describe('files that are loaded again', () => {
  it('change nothing when they say the same', () => {
    expect(reload(loaded).decision().journal).toEqual([]);
  });

  it('leave alone what was decided by hand since', () => {
    const draft = reload(loaded, reschedule('report', { closes: '2025-12-23' }), retireUnit('DLH'));

    expect(draft.decision().journal).toEqual([]);
    expect(draft.phase('report').closes).toBe('2025-12-23');
  });

  it('move dates by rule 15, and refuse what it refuses', () => {
    const moved = [
      phases[0] ?? phase('report'),
      phase('report', { opens: '2025-12-01', closes: '2025-12-22' }),
    ];
    const past = [
      phases[0] ?? phase('report'),
      phase('report', { opens: '2025-09-01', closes: '2025-12-19' }),
    ];

    expect(recorded(reload({ ...loaded, phases: moved }))).toEqual(['rescheduled report']);
    expect(() => reload({ ...loaded, phases: past })).toThrow('opens_in_past');
  });

  it('take over titles, reminders and settings', () => {
    const after = {
      ...loaded,
      plan: { ...plan, target: '4.20' },
      phases: [phase('self-assessment', { reminders: ['H-1'] }), ...phases.slice(1)],
    };
    const draft = reload(after);

    expect(recorded(draft)).toEqual(['settings', 'settings self-assessment']);
    expect(draft.cycle.target).toBe('4.20');
    expect(draft.phase('self-assessment').reminders).toEqual(['H-1']);
  });

  it('add a phase and remove one that has not begun', () => {
    const added = phase('review', { opens: '2025-10-01', closes: '2025-10-31' });
    const draft = reload({ ...loaded, phases: [...phases.slice(0, 1), added] });

    expect(draft.phases.map(({ code }) => code)).toEqual(['self-assessment', 'review']);
    expect(draft.decision().removedPhases).toEqual(['report']);
  });

  it('cannot move the cycle to another zone', () => {
    const moved = { ...loaded, plan: { ...plan, zone: 'Asia/Makassar' } };

    expect(() => reload(moved)).toThrow('already_open');
  });

  it('add and retire units, replace admins and exchange assessors', () => {
    const people = everybody({
      units: [unit('DINKES', { admins: [person('baru@dinkes.test')] }), unit('DISHUB')],
      assessors: [assessor('A1', 'DLH'), assessor('A2', 'DINKES'), assessor('A3', null)],
      assignments: [
        { assessor: 'A3', unit: 'DINKES' },
        { assessor: 'A2', unit: 'DISHUB' },
      ],
    });

    expect(recorded(reload({ ...loaded, people }))).toEqual([
      'unassigned DLH A2',
      'unit-retired DLH',
      'admins-replaced DINKES',
      'unit-added DISHUB',
      'unassigned DINKES A1',
      'assigned DINKES A3',
      'assigned DISHUB A2',
    ]);
  });

  it('leave an assessor retired who was so by hand, whatever else they say of them', () => {
    const renamed = { ...assessor('A3', null), name: 'Bu Sri' };
    const people = everybody({ assessors: [...everybody().assessors.slice(0, 2), renamed] });

    const draft = reload({ ...loaded, people }, { do: 'retireAssessor', assessor: 'A3' });

    expect(draft.facts.people.assessors.at(-1)).toEqual({ ...renamed, retired: true });
  });
});
