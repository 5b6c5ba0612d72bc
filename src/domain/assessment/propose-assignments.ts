import { groupBy } from '../group-by.js';
import type { Assessor, Assignment, People, Unit } from '../people.js';
import type { Responsibility } from './dossier.js';

export interface Proposal {
  /** Only new ones, by unit and assessor. */
  readonly assignments: readonly Assignment[];
  readonly loads: readonly Load[];
  readonly left: readonly LeftUnit[];
}

/** What an assessor has to read: one for each unit, and one more for each indicator that it leads. */
export interface Load {
  readonly assessor: string;
  readonly before: number;
  readonly after: number;
}

/** A unit that goes without. */
export interface LeftUnit {
  readonly unit: string;
  /** How many assessors are missing. */
  readonly missing: number;
  readonly why: 'no_assessors' | 'conflict_of_interest' | 'too_few_assessors';
}

export interface Wish {
  readonly people: People;
  readonly responsibilities: readonly Responsibility[];
  /** How many assessors a unit should have in the end. */
  readonly perUnit?: 1 | 2;
}

/**
 * An assessor for every active unit that lacks one: the heaviest unit first, each to whoever has least to read.
 *
 * The highest load is at most 1 + (m - 1) / e times the best possible one, with m assessors and never fewer than e to
 * choose among: the chosen one had the least of those e, so no more than the e-th part of everything, while the best
 * plan leaves somebody with the m-th part, and somebody with the heaviest unit. With one assessor a unit, and no home
 * that two of them share, that is twice the best. The heaviest unit goes first because that mostly comes far closer.
 */
export function proposeAssignments({ people, responsibilities, perUnit = 1 }: Wish): Proposal {
  const units = people.units.filter(({ retired }) => !retired);
  const weights = weightsOf(units, responsibilities);
  const before = loadsOf(people, weights);
  const board = new Board(people, before);
  const byWeight = [...units].sort(
    (a, b) => weightIn(weights, b.code) - weightIn(weights, a.code) || inOrder(a.code, b.code),
  );
  for (const { code } of byWeight) board.fill(code, weightIn(weights, code), perUnit);
  return {
    assignments: board.proposed.sort(
      (a, b) => inOrder(a.unit, b.unit) || inOrder(a.assessor, b.assessor),
    ),
    loads: board.assessors.map(({ code }) => ({
      assessor: code,
      before: before.get(code) ?? 0,
      after: board.loads.get(code) ?? 0,
    })),
    left: board.left.sort((a, b) => inOrder(a.unit, b.unit)),
  };
}

/** The assignments under change: each unit sees what the ones before it took. */
class Board {
  readonly assessors: readonly Assessor[];
  readonly loads: Map<string, number>;
  readonly proposed: Assignment[] = [];
  readonly left: LeftUnit[] = [];
  private readonly assigned: ReadonlyMap<string, readonly Assignment[]>;

  constructor({ assessors, assignments }: People, loads: ReadonlyMap<string, number>) {
    this.assessors = assessors
      .filter(({ retired }) => !retired)
      .sort((a, b) => inOrder(a.code, b.code));
    this.loads = new Map(loads);
    this.assigned = groupBy(assignments, ({ unit }) => unit);
  }

  fill(unit: string, weight: number, perUnit: number): void {
    const present = new Set(this.assigned.get(unit)?.map(({ assessor }) => assessor));
    const wanted = Math.max(0, perUnit - present.size);
    // Sorting is stable: of equal loads the first code stays first.
    const chosen = this.assessors
      .filter(({ code, unit: home }) => home !== unit && !present.has(code))
      .sort((a, b) => this.load(a) - this.load(b))
      .slice(0, wanted);
    for (const assessor of chosen) {
      this.proposed.push({ assessor: assessor.code, unit });
      this.loads.set(assessor.code, this.load(assessor) + weight);
    }
    const missing = wanted - chosen.length;
    if (missing > 0) this.left.push({ unit, missing, why: this.whyNobody(unit) });
  }

  private load({ code }: Assessor): number {
    return this.loads.get(code) ?? 0;
  }

  private whyNobody(unit: string): LeftUnit['why'] {
    if (this.assessors.length === 0) return 'no_assessors';
    const isHomeOfAll = this.assessors.every(({ unit: home }) => home === unit);
    return isHomeOfAll ? 'conflict_of_interest' : 'too_few_assessors';
  }
}

function weightsOf(
  units: readonly Unit[],
  responsibilities: readonly Responsibility[],
): ReadonlyMap<string, number> {
  const led = groupBy(responsibilities, ({ lead }) => lead);
  return new Map(units.map(({ code }) => [code, 1 + (led.get(code)?.length ?? 0)]));
}

/** A retired unit is nobody's load any more. */
function loadsOf(
  { assessors, assignments }: People,
  weights: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const byAssessor = groupBy(assignments, ({ assessor }) => assessor);
  return new Map(
    assessors.map(({ code }) => {
      const given = byAssessor.get(code) ?? [];
      return [code, given.reduce((sum, { unit }) => sum + weightIn(weights, unit), 0)];
    }),
  );
}

function weightIn(weights: ReadonlyMap<string, number>, unit: string): number {
  return weights.get(unit) ?? 0;
}

/** By code unit, not by language: the same everywhere. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
