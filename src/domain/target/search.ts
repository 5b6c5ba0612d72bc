import { gainOf, type Climb, type Steps } from './climb.js';
import { tabulate, type Group } from './tabulate.js';

/** A choice of steps that gains enough. */
export interface Found {
  readonly effort: number;
  /** Of indicators that go up. */
  readonly count: number;
  readonly gain: number;
  /** In the order of the groups' climbs. */
  readonly steps: Steps;
}

/** The least effort; then the fewest indicators, the greatest gain, and most steps in the earliest climb. */
export function leastEffort(groups: readonly Group[], need: number): Found | null {
  const effort = effortNeeded(groups, need);
  return effort === null ? null : bestAt(groups, need, effort);
}

/** How much effort it takes at least; null when nothing gains enough. */
export function effortNeeded(groups: readonly Group[], need: number): number | null {
  const all = climbsIn(groups).reduce((total, climb) => total + wholeEffort(climb), 0);
  const table = tabulate(groups, { effort: all, count: 0, counted: 'nothing' });
  return firstOf(all, (effort) => (table.gain(effort, 0) ?? -1) >= need);
}

/** The same as `leastEffort` does when the effort is known. */
export function bestAt(groups: readonly Group[], need: number, effort: number): Found {
  const most = Math.min(climbsIn(groups).length, effort);
  const table = tabulate(groups, { effort, count: most, counted: 'climbs' });
  const count = firstOf(most, (each) => (table.gain(effort, each) ?? -1) >= need) ?? most;
  return { effort, count, gain: table.gain(effort, count) ?? 0, steps: table.steps(effort, count) };
}

/** The fewest indicators; then the least effort, the greatest gain, and most steps in the earliest climb. */
export function fewestClimbs(climbs: readonly Climb[], need: number): Found | null {
  const alone = climbs.map((climb) => ({ climbs: [climb], must: false }));
  return fewest(alone, need, 'climbs');
}

/** The fewest groups; then the least effort, the greatest gain, and most steps in the earliest climb. */
export function fewestGroups(groups: readonly Group[], need: number): Found | null {
  return fewest(groups, need, 'groups');
}

function fewest(
  groups: readonly Group[],
  need: number,
  counted: 'climbs' | 'groups',
): Found | null {
  const bounds = greatestFirst(groups, need);
  if (bounds === null) return null;
  const table = tabulate(groups, { ...bounds, counted });
  const { count } = bounds;
  const effort = firstOf(bounds.effort, (each) => (table.gain(each, count) ?? -1) >= need);
  if (effort === null) return null;
  const steps = table.steps(effort, count);
  return {
    effort,
    count: steps.filter((taken) => taken > 0).length,
    gain: table.gain(effort, count) ?? 0,
    steps,
  };
}

/** No fewer groups will do than the greatest ones, and no more effort is needed than all of theirs. */
function greatestFirst(
  groups: readonly Group[],
  need: number,
): { readonly effort: number; readonly count: number } | null {
  const whole = groups.map(({ climbs }) => ({
    gain: climbs.reduce((total, climb) => total + gainOf(climb, climb.steps.length), 0),
    effort: climbs.reduce((total, climb) => total + wholeEffort(climb), 0),
  }));
  let [gain, effort, count] = [0, 0, 0];
  for (const each of whole.sort((a, b) => b.gain - a.gain)) {
    if (gain >= need) break;
    [gain, effort, count] = [gain + each.gain, effort + each.effort, count + 1];
  }
  return gain >= need ? { effort, count } : null;
}

function climbsIn(groups: readonly Group[]): Climb[] {
  return groups.flatMap(({ climbs }) => climbs);
}

function wholeEffort({ effort, steps }: Climb): number {
  return effort * steps.length;
}

function firstOf(highest: number, holds: (each: number) => boolean): number | null {
  for (let each = 0; each <= highest; each++) if (holds(each)) return each;
  return null;
}
