import { groupBy } from '../group-by.js';
import { hundredthsOf } from '../hundredths.js';
import { score, type Instrument, type Score } from '../scoring.js';
import { climbsOf, gainOf, type Climb } from './climb.js';
import { contribution } from './contribution.js';
import type { Efforts } from './effort.js';
import { nextBest } from './next-best.js';
import { fewestClimbs, fewestGroups, leastEffort, type Found } from './search.js';
import type { Group } from './tabulate.js';

export interface Question {
  /** Where the indicators stand, in the instrument's order. */
  readonly levels: readonly string[];
  /** The index to be published at least, `4.20`. */
  readonly goal: string;
  readonly efforts: Efforts;
  /** The lead unit of an indicator, by its number. One without any has nobody, and counts as a unit of its own. */
  readonly leads: Readonly<Record<string, string | null>>;
}

/** What a way is the best in. */
export type Merit = 'effort' | 'indicators' | 'units' | 'other-aspects';

export interface Raise {
  readonly indicator: number;
  readonly lead: string | null;
  readonly from: string;
  readonly to: string;
  readonly effort: number;
  /** To the index, exactly: `+0.0275`. */
  readonly contribution: string;
}

export interface Way {
  readonly merits: readonly Merit[];
  readonly effort: number;
  /** How many units they are for. */
  readonly units: number;
  /** In the instrument's order. */
  readonly raises: readonly Raise[];
  /** What it comes to. */
  readonly score: Score;
}

export type Ways =
  | { readonly state: 'reached'; readonly score: Score }
  | { readonly state: 'impossible'; /** With all that may go up. */ readonly best: Score }
  | { readonly state: 'possible'; readonly ways: readonly Way[] };

/** How many ways through other aspects follow the one of least effort. */
export const furtherWays = 2;

/**
 * The best ways to an index, each of them proved against trying out everything: that of least effort, that of
 * the fewest indicators, that of the fewest units, and the next ones by effort that go up in another set of
 * aspects. Ways that are the best in several things stand once.
 */
export function waysToTarget(instrument: Instrument, question: Question): Ways {
  const { levels, goal, efforts } = question;
  const climbs = climbsOf(instrument.indicators, levels, efforts);
  const need = lacking(climbs, goal);
  if (need <= 0) return { state: 'reached', score: score(instrument, levels) };
  const chosen = choices(climbs, need, question);
  if (chosen.length === 0) {
    const all = new Map(climbs.map((climb) => [climb, climb.steps.length]));
    return { state: 'impossible', best: score(instrument, after(climbs, levels, all)) };
  }
  const alike = groupBy(chosen, ({ taken }) => climbs.map((each) => taken.get(each) ?? 0).join());
  return {
    state: 'possible',
    ways: [...alike.values()].map((same) => wayOf(instrument, question, { climbs, same })),
  };
}

/** How many steps of each climb. */
type Taken = ReadonlyMap<Climb, number>;

interface Choice {
  readonly merit: Merit;
  readonly taken: Taken;
}

/** None when all that may go up does not come to it. */
function choices(climbs: readonly Climb[], need: number, { leads }: Question): Choice[] {
  const whole: Group[] = [{ climbs, must: false }];
  const byAspect = grouped(climbs, ({ indicator }) => indicator.aspect);
  const byUnit = grouped(climbs, ({ indicator: { no } }) => leads[String(no)] ?? no);
  const best = leastEffort(byAspect, need);
  if (best === null) return [];
  const found: [Merit, readonly Group[], Found | null][] = [
    ['effort', byAspect, best],
    ['indicators', whole, fewestClimbs(climbs, need)],
    ['units', byUnit, fewestGroups(byUnit, need)],
    ...nextBest(byAspect, need, { best, many: furtherWays }).map(
      (next): [Merit, Group[], Found] => ['other-aspects', byAspect, next],
    ),
  ];
  return found.flatMap(([merit, groups, each]) =>
    each ? [{ merit, taken: takenBy(groups, each) }] : [],
  );
}

/** Rule 21: what is missing in the sum of weights times levels; half a hundredth below the goal rounds up to it. */
function lacking(climbs: readonly Climb[], goal: string): number {
  const weight = climbs.reduce((total, { indicator }) => total + indicator.weight, 0);
  const sum = climbs.reduce((total, { indicator, from }) => total + indicator.weight * from, 0);
  return Math.ceil((weight * (2 * hundredthsOf(goal) - 1)) / 2) - sum;
}

function grouped(climbs: readonly Climb[], keyOf: (climb: Climb) => string | number): Group[] {
  return [...groupBy(climbs, keyOf).values()].map((own) => ({ climbs: own, must: false }));
}

function takenBy(groups: readonly Group[], { steps }: Found): Taken {
  const climbs = groups.flatMap((group) => group.climbs);
  return new Map(climbs.map((climb, index) => [climb, steps[index] ?? 0]));
}

/** The levels in the end, in the instrument's order. */
function after(climbs: readonly Climb[], levels: readonly string[], taken: Taken): string[] {
  return climbs.map((climb, index) => {
    const to = climb.steps[(taken.get(climb) ?? 0) - 1];
    return to === undefined ? (levels[index] ?? '') : String(to);
  });
}

function wayOf(
  instrument: Instrument,
  { levels, leads }: Question,
  { climbs, same }: { readonly climbs: readonly Climb[]; readonly same: readonly Choice[] },
): Way {
  const taken: Taken = same[0]?.taken ?? new Map();
  const raised = climbs.filter((climb) => (taken.get(climb) ?? 0) > 0);
  const raises = raised.map((climb) => raiseOf(climb, taken.get(climb) ?? 0, leads));
  return {
    merits: same.map(({ merit }) => merit),
    effort: raises.reduce((total, { effort }) => total + effort, 0),
    units: new Set(raises.map(({ lead, indicator }) => lead ?? indicator)).size,
    raises,
    score: score(instrument, after(climbs, levels, taken)),
  };
}

function raiseOf(climb: Climb, steps: number, leads: Question['leads']): Raise {
  const { no } = climb.indicator;
  return {
    indicator: no,
    lead: leads[String(no)] ?? null,
    from: String(climb.from / 100),
    to: String(climb.steps[steps - 1]),
    effort: climb.effort * steps,
    contribution: contribution(gainOf(climb, steps)),
  };
}
