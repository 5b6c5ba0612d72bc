import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import type { PhasePlan } from '../../src/domain/cycle.js';
import type { People } from '../../src/domain/people.js';
import { assessor, everybody, person, unit } from '../domain/people.js';
import { selfAssessment, september, wib } from '../engine/city.js';

export const coordinator = 'koordinator@kota.test';
export const dinkes = 'admin@dinkes.test';
export const dlh = 'admin@dlh.test';
export const dinsos = 'admin@dinsos.test';
/** The second admin of DINKES. */
export const deputy = 'wakil@dinkes.test';
/** A1 reviews DINKES, A2 the other two; A3, whose home is DINKES, nobody. */
export const [a1, a2, a3] = ['a1@asesor.test', 'a2@asesor.test', 'a3@asesor.test'] as const;

/** A morning in each phase, and the day before the first. */
export const during = {
  beginning: wib('2025-08-31T07:00'),
  assignment: wib('2025-09-02T10:00'),
  selfAssessment: wib('2025-09-09T10:00'),
  review: wib('2025-09-16T10:00'),
  revision: wib('2025-09-23T10:00'),
  report: wib('2025-09-30T10:00'),
};

/** When the phases end: from this instant on it is too late. */
export const endOf = {
  selfAssessment: wib('2025-09-13T00:00'),
  review: wib('2025-09-20T00:00'),
};

/** All six kinds of phases in five weeks of a city of three units. */
export function smallCity(people: Partial<People> = {}, code = 'kota-kecil'): Blueprint {
  const phase = (kind: PhasePlan['kind'], name: string, opens: string, closes: string) => {
    return { ...selfAssessment, code: name, title: name, kind, opens, closes };
  };
  const phases = [
    phase('assignment', 'penetapan', '2025-09-01', '2025-09-05'),
    phase('briefing', 'sosialisasi', '2025-09-01', '2025-09-05'),
    phase('self-assessment', 'mandiri', '2025-09-08', '2025-09-12'),
    phase('review', 'dokumen', '2025-09-15', '2025-09-19'),
    phase('revision', 'revisi', '2025-09-22', '2025-09-26'),
    phase('report', 'laporan', '2025-09-29', '2025-10-03'),
  ];
  const { plan } = september(1);
  return { plan: { ...plan, code }, phases, people: threeUnits(people) };
}

function threeUnits(more: Partial<People>): People {
  const admins = [person(dinkes), person(deputy)];
  return everybody({
    units: [unit('DINKES', { admins }), unit('DLH'), unit('DINSOS')],
    assessors: [assessor('A1', 'DLH'), assessor('A2', null), assessor('A3', 'DINKES')],
    assignments: [
      { assessor: 'A1', unit: 'DINKES' },
      { assessor: 'A2', unit: 'DLH' },
      { assessor: 'A2', unit: 'DINSOS' },
    ],
    ...more,
  });
}
