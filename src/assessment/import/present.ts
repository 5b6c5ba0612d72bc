import type { Responsibility } from '../../domain/assessment/dossier.js';
import type { People } from '../../domain/people.js';
import type { Instrument } from '../../domain/scoring.js';

/** What a cycle has now, which an import is read against. */
export interface Present {
  readonly people: People;
  readonly responsibilities: readonly Responsibility[];
  readonly instrument: Instrument;
}

export function responsibilityIn(
  { responsibilities }: Pick<Present, 'responsibilities'>,
  no: number,
): Responsibility {
  const known = responsibilities.find(({ indicator }) => indicator === no);
  return known ?? { indicator: no, lead: null, supports: [], title: null };
}
