import type { Responsibility } from '../../domain/assessment/dossier.js';
import { groupBy } from '../../domain/group-by.js';
import type { Assignment } from '../../domain/people.js';
import { responsibilityIn, type Present } from './present.js';
import type { ImportedAssignments } from './read-assignments.js';
import { oneLine } from './cell-text.js';

/** What taking an import would change, and nothing else. */
export interface Difference {
  readonly indicators: readonly IndicatorChange[];
  readonly units: readonly UnitChange[];
}

export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** Null where it stays. */
export interface IndicatorChange {
  readonly indicator: number;
  readonly lead: Change<string | null> | null;
  readonly supports: Change<readonly string[]> | null;
  readonly title: Change<string | null> | null;
  /** All of it, as it would be. */
  readonly next: Responsibility;
}

/** Whose assessors would change. */
export interface UnitChange {
  readonly unit: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * An indicator that is listed gets what its row says. The assessors that are listed for a unit replace those it has;
 * a unit that is not listed keeps its own.
 */
export function differenceOf(
  imported: ImportedAssignments,
  present: Pick<Present, 'people' | 'responsibilities'>,
): Difference {
  return {
    indicators: imported.indicators
      .flatMap((next) => indicatorChange(responsibilityIn(present, next.indicator), next) ?? [])
      .sort((a, b) => a.indicator - b.indicator),
    units: unitChanges(imported.assignments, present.people.assignments),
  };
}

export function isEmpty({ indicators, units }: Difference): boolean {
  return indicators.length === 0 && units.length === 0;
}

/** One for one is a hand-over: what was done stays. */
export function movesOf({ added, removed }: UnitChange) {
  const pairs = Math.min(added.length, removed.length);
  return {
    handed: removed.slice(0, pairs).map((from, index) => ({ from, to: added[index] ?? '' })),
    added: added.slice(pairs),
    removed: removed.slice(pairs),
  };
}

/** Null when it says what is so already. The order of supporting units means nothing, nor do spaces in a title. */
export function indicatorChange(
  from: Responsibility,
  next: Responsibility,
): IndicatorChange | null {
  const lead = from.lead === next.lead ? null : { from: from.lead, to: next.lead };
  const supports = isSameSet(from.supports, next.supports)
    ? null
    : { from: from.supports, to: next.supports };
  const title = isSameTitle(from.title, next.title) ? null : { from: from.title, to: next.title };
  if (!lead && !supports && !title) return null;
  return { indicator: next.indicator, lead, supports, title, next };
}

function unitChanges(
  imported: readonly Assignment[],
  present: readonly Assignment[],
): UnitChange[] {
  return [...groupBy(imported, ({ unit }) => unit)]
    .map(([unit, group]) => {
      const now = present.filter((each) => each.unit === unit).map(({ assessor }) => assessor);
      const next = group.map(({ assessor }) => assessor);
      return { unit, added: without(next, now), removed: without(now, next) };
    })
    .filter(({ added, removed }) => added.length + removed.length > 0)
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

function without(codes: readonly string[], others: readonly string[]): string[] {
  return codes.filter((code) => !others.includes(code)).sort();
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return without(a, b).length + without(b, a).length === 0;
}

function isSameTitle(a: string | null, b: string | null): boolean {
  return oneLine(a ?? '') === oneLine(b ?? '');
}
