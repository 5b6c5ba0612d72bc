import type { Steps } from './climb.js';
import { leastEffort, type Found } from './search.js';
import type { Group } from './tabulate.js';

/** Whether something of a group goes up: undecided, or settled one way. */
type Mark = 'free' | 'must' | 'never';

/** All choices that agree with the marks, and the best of them. */
interface Part {
  readonly marks: readonly Mark[];
  readonly found: Found;
}

/**
 * The next choices after the best one, by the same order, each of which goes up in another set of groups than
 * all before it. What is left is divided into parts, each with the best one in it, so that the best of those
 * is the next (Lawler 1972).
 */
export function nextBest(
  groups: readonly Group[],
  need: number,
  { best, many }: { readonly best: Found; readonly many: number },
): Found[] {
  let parts: Part[] = divided(groups, need, { marks: groups.map(() => 'free'), found: best });
  const found: Found[] = [];
  while (found.length < many) {
    const [next, ...others] = parts.sort((a, b) => compare(a.found, b.found));
    if (!next) break;
    found.push(next.found);
    parts = found.length < many ? [...others, ...divided(groups, need, next)] : [];
  }
  return found;
}

/** A part without the set of groups that its best choice goes up in. */
function divided(groups: readonly Group[], need: number, { marks, found }: Part): Part[] {
  const isIn = goesUp(groups, found.steps);
  return marks.flatMap((mark, index) => {
    if (mark !== 'free') return [];
    const settled = marks.map((each, before): Mark => {
      if (each !== 'free' || before > index) return each;
      return (before === index) === isIn[before] ? 'never' : 'must';
    });
    const best = leastEffort(marked(groups, settled), need);
    return best ? [{ marks: settled, found: best }] : [];
  });
}

function goesUp(groups: readonly Group[], steps: Steps): boolean[] {
  const rest = [...steps];
  return groups.map(({ climbs }) => rest.splice(0, climbs.length).some((taken) => taken > 0));
}

function marked(groups: readonly Group[], marks: readonly Mark[]): Group[] {
  return groups.map(({ climbs, must }, index) => {
    if (marks[index] !== 'never') return { climbs, must: must || marks[index] === 'must' };
    return { climbs: climbs.map((climb) => ({ ...climb, steps: [] })), must };
  });
}

function compare(a: Found, b: Found): number {
  return a.effort - b.effort || a.count - b.count || b.gain - a.gain || mostFirst(a.steps, b.steps);
}

function mostFirst(a: Steps, b: Steps): number {
  const at = a.findIndex((taken, index) => taken !== b[index]);
  return (b[at] ?? 0) - (a[at] ?? 0);
}
