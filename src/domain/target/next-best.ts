import type { Steps } from './climb.js';
import { bestAt, effortNeeded, type Found } from './search.js';
import type { Group } from './tabulate.js';

/** Whether something of a group goes up: undecided, or settled one way. */
type Mark = 'free' | 'must' | 'never';

/** All choices that agree with the marks, and how much effort the best of them takes. */
interface Part {
  readonly marks: readonly Mark[];
  readonly effort: number;
  /** That best one, once it has been looked for, which takes much longer than to find its effort. */
  readonly found: Found | null;
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
  let parts = divided(groups, need, { marks: groups.map(() => 'free'), found: best });
  const next: Found[] = [];
  while (next.length < many && parts.length > 0) {
    const effort = Math.min(...parts.map((part) => part.effort));
    parts = parts.map((part) => {
      if (part.found !== null || part.effort > effort) return part;
      return { ...part, found: bestAt(marked(groups, part.marks), need, effort) };
    });
    const { part, found } = bestOf(parts);
    next.push(found);
    const others = parts.filter((each) => each !== part);
    parts = [...others, ...divided(groups, need, { marks: part.marks, found })];
  }
  return next;
}

function bestOf(parts: readonly Part[]): { readonly part: Part; readonly found: Found } {
  const known = parts.flatMap((part) => (part.found ? [{ part, found: part.found }] : []));
  return known.reduce((best, each) => (compare(each.found, best.found) < 0 ? each : best));
}

/** A part without the set of groups that its best choice goes up in. */
function divided(
  groups: readonly Group[],
  need: number,
  { marks, found }: { readonly marks: readonly Mark[]; readonly found: Found },
): Part[] {
  const isIn = goesUp(groups, found.steps);
  return marks.flatMap((mark, index) => {
    if (mark !== 'free') return [];
    const settled = marks.map((each, before): Mark => {
      if (each !== 'free' || before > index) return each;
      return (before === index) === isIn[before] ? 'never' : 'must';
    });
    const effort = effortNeeded(marked(groups, settled), need);
    return effort === null ? [] : [{ marks: settled, effort, found: null }];
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
