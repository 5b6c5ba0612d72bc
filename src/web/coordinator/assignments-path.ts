import type { Assignment } from '../../domain/people.js';
import type { Done } from './assignment-words.js';

export function assignmentsPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/penugasan`;
}

/** The page of assignments, which says what was done. */
export function assignmentsDone(cycle: string, done: Done): string {
  return `${assignmentsPath(cycle)}?selesai=${done}`;
}

/** Where an assessor is taken off a unit, after a look at what comes of it. */
export function releaseAddress(path: string, { unit, assessor }: Assignment): string {
  return `${path}/asesor/lepas?${new URLSearchParams({ opd: unit, asesor: assessor }).toString()}`;
}
