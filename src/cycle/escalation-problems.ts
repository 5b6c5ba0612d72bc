import { rungNames, type Rung } from '../domain/escalation.js';
import type { InputError } from '../platform/input-error.js';
import { twice } from '../platform/twice.js';
import type { YamlPart } from '../platform/yaml-part.js';

export interface RungInFile extends Pick<Rung, 'to' | 'after'> {
  readonly notaDinas?: boolean;
}

interface Given {
  readonly escalateFrom?: string;
  readonly escalation?: readonly RungInFile[];
}

/** One ladder, climbed upwards: each rung once, and none before a lower one. */
export function* escalationProblems(
  part: YamlPart,
  { escalateFrom, escalation = [] }: Given,
): Generator<InputError> {
  if (escalateFrom !== undefined && escalation.length > 0) {
    const problem =
      'both escalateFrom and escalation say who gets copies: keep one; escalateFrom is a ladder of the head alone';
    yield part.errorAt(['escalation'], problem);
  }
  for (const index of twice(escalation.map(({ to }) => to))) {
    yield part.errorAt(
      ['escalation', index, 'to'],
      'this rung stands in the list already: remove one',
    );
  }
  for (const [index, { to, after, notaDinas }] of escalation.entries()) {
    const lower = escalation.slice(0, index);
    if (lower.some((rung) => rank(rung) > rank({ to }))) {
      const problem = `the rungs go from admin over secretary and head to sekda: move ${to} up`;
      yield part.errorAt(['escalation', index, 'to'], problem);
    }
    const before = Math.max(0, ...lower.map((rung) => rung.after));
    if (after < before) {
      const problem = `a higher rung is not reached before a lower one (${before}); found ${after}`;
      yield part.errorAt(['escalation', index, 'after'], problem);
    }
    if (to === 'admin' && notaDinas === true) {
      const problem = 'admins get the notice itself: give the nota dinas to a higher rung';
      yield part.errorAt(['escalation', index, 'notaDinas'], problem);
    }
  }
}

function rank({ to }: Pick<Rung, 'to'>): number {
  return rungNames.indexOf(to);
}
