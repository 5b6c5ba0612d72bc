import { gainOf, type Climb, type Steps } from './climb.js';

/** Climbs that belong together: of one aspect, or of one unit. */
export interface Group {
  readonly climbs: readonly Climb[];
  /** Whether at least one of them has to be taken; else it is as one likes. */
  readonly must: boolean;
}

export interface Bounds {
  readonly effort: number;
  readonly count: number;
  /** What is counted: indicators that go up, groups that some go up of, or neither. */
  readonly counted: 'climbs' | 'groups' | 'nothing';
}

/** For every effort and count within the bounds, what is best. */
export interface Tabulated {
  /** The greatest gain at exactly this effort and count; null where nothing comes to them. */
  readonly gain: (effort: number, count: number) => number | null;
  /** How: of several with that gain the one that goes up most in the earliest climb in which they differ. */
  readonly steps: (effort: number, count: number) => Steps;
}

/** By effort, then by count. */
type Layer = Int32Array;
const nothing = -1;

/** What is best from a climb's successor on, when nothing of its group has gone up before, or something has. */
interface Stage {
  readonly climb: Climb;
  readonly opens: boolean;
  readonly fresh: Layer;
  readonly begun: Layer;
}

const weightOfFirst = { climbs: 1, groups: 1, nothing: 0 };
const weightOfFurther = { climbs: 1, groups: 0, nothing: 0 };

/** A knapsack turned around: its sizes are small efforts, so that no gain has to be rounded to fit a table. */
export function tabulate(groups: readonly Group[], bounds: Bounds): Tabulated {
  const { stages, first } = stagesOf(groups, bounds);
  const at = (effort: number, count: number): number => effort * (bounds.count + 1) + count;
  return {
    gain: (effort, count) => {
      const found = first[at(effort, count)];
      return found === undefined || found === nothing ? null : found;
    },
    steps: (effort, count) =>
      walk(stages, bounds, { effort, count, gain: first[at(effort, count)] ?? 0 }),
  };
}

function stagesOf(
  groups: readonly Group[],
  bounds: Bounds,
): { stages: readonly Stage[]; first: Layer } {
  const first = weightOfFirst[bounds.counted];
  const further = weightOfFurther[bounds.counted];
  const stages: Stage[] = [];
  let after = emptyLayer(bounds);
  after[0] = 0;
  for (const { climbs, must } of groups.toReversed()) {
    let begun = after;
    let fresh = must ? emptyLayer(bounds) : after;
    for (const [index, climb] of [...climbs.entries()].toReversed()) {
      stages.push({ climb, opens: index === 0, fresh, begun });
      const isSame = fresh === begun && first === further;
      const opened = climbed(climb, fresh, { onto: begun, counts: first, bounds });
      // Before the first of a group nothing of it can have gone up.
      if (index > 0)
        begun = isSame ? opened : climbed(climb, begun, { onto: begun, counts: further, bounds });
      fresh = opened;
    }
    after = fresh;
  }
  return { stages: stages.toReversed(), first: after };
}

interface Climbing {
  readonly onto: Layer;
  readonly counts: number;
  readonly bounds: Bounds;
}

/** Either the climb is left out, or some of its steps come before what `onto` holds. */
function climbed(climb: Climb, leftOut: Layer, { onto, counts, bounds }: Climbing): Layer {
  const width = bounds.count + 1;
  const best = leftOut.slice();
  for (let taken = 1; taken <= climb.steps.length; taken++) {
    const gain = gainOf(climb, taken);
    const needed = taken * climb.effort;
    for (let effort = needed; effort <= bounds.effort; effort++) {
      const from = (effort - needed) * width - counts;
      for (let count = counts; count <= bounds.count; count++) {
        const before = onto[from + count] ?? nothing;
        const place = effort * width + count;
        if (before !== nothing && before + gain > (best[place] ?? nothing)) {
          best[place] = before + gain;
        }
      }
    }
  }
  return best;
}

interface Rest {
  readonly effort: number;
  readonly count: number;
  readonly gain: number;
}

/** Through the table from its first climb on, each time by the most steps that still come to what is best. */
function walk(stages: readonly Stage[], bounds: Bounds, whole: Rest): Steps {
  let rest = whole;
  let isBegun = false;
  return stages.map(({ climb, opens, fresh, begun }) => {
    isBegun &&= !opens;
    const counts = (isBegun ? weightOfFurther : weightOfFirst)[bounds.counted];
    for (let taken = climb.steps.length; taken >= 0; taken--) {
      const left = {
        effort: rest.effort - taken * climb.effort,
        count: rest.count - (taken > 0 ? counts : 0),
        gain: rest.gain - gainOf(climb, taken),
      };
      const layer = taken > 0 || isBegun ? begun : fresh;
      const isPossible = Math.min(left.effort, left.count, left.gain) >= 0;
      if (isPossible && layer[left.effort * (bounds.count + 1) + left.count] === left.gain) {
        isBegun ||= taken > 0;
        rest = left;
        return taken;
      }
    }
    throw new RangeError(`no way through the table at indicator ${climb.indicator.no}`);
  });
}

function emptyLayer({ effort, count }: Bounds): Layer {
  return new Int32Array((effort + 1) * (count + 1)).fill(nothing);
}
