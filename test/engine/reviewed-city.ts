import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import type { PhasePlan } from '../../src/domain/cycle.js';
import { assessor } from '../domain/people.js';
import { review, september } from './city.js';

const dokumen: PhasePlan = { ...review, reminders: [] };

/** Two units in a review: A1 reviews both, or only some; A2 has nothing to do yet. */
export function city(more: Partial<PhasePlan> = {}, reviewed = ['OPD-1', 'OPD-2']): Blueprint {
  const { people, ...rest } = september(2, [{ ...dokumen, ...more }]);
  const assignments = reviewed.map((unit) => ({ assessor: 'A1', unit }));
  const assessors = [...people.assessors, assessor('A2', null)];
  return { ...rest, people: { ...people, assessors, assignments } };
}

export const [a1, a2] = ['a1@asesor.test', 'a2@asesor.test'];
export const coordinator = 'koordinator@kota.test';
export const [scheduled, blocked, open, closed] = [
  'dokumen scheduled',
  'dokumen blocked',
  'dokumen open',
  'dokumen closed',
];
export const one = 'dokumen/OPD-1/A1#1';
export const two = 'dokumen/OPD-2/A1#1';
export const taken = 'dokumen/OPD-2/A2#1';

export const nothing = { code: null, mails: [], later: [] };
