import { movesOf, type Change, type Difference } from './difference.js';

/** One thing that would change, for whoever has to agree to it. */
export interface DifferenceLine {
  readonly about: 'lead' | 'supports' | 'title' | 'assessor';
  /** Null in a line about an assessor. */
  readonly indicator: number | null;
  /** Whose assessor it is; else null. */
  readonly unit: string | null;
  /** Codes of units or assessors, or a title. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly kind: LineKind;
}

export type LineKind = 'added' | 'changed' | 'removed';

export function linesOf({ indicators, units }: Difference): DifferenceLine[] {
  return [
    ...indicators.flatMap(({ indicator, lead, supports, title }) => {
      const place = { indicator, unit: null };
      return [
        ...(lead ? [line({ ...place, about: 'lead' }, one(lead))] : []),
        ...(supports ? [line({ ...place, about: 'supports' }, supports)] : []),
        ...(title ? [line({ ...place, about: 'title' }, one(title))] : []),
      ];
    }),
    ...units.flatMap((change) => {
      const { handed, added, removed } = movesOf(change);
      const place = { indicator: null, unit: change.unit, about: 'assessor' } as const;
      return [
        ...handed.map(({ from, to }) => line(place, { from: [from], to: [to] })),
        ...added.map((assessor) => line(place, { from: [], to: [assessor] })),
        ...removed.map((assessor) => line(place, { from: [assessor], to: [] })),
      ];
    }),
  ];
}

export function countLines(lines: readonly DifferenceLine[]): Record<LineKind, number> {
  const count = (wanted: LineKind): number => lines.filter(({ kind }) => kind === wanted).length;
  return { added: count('added'), changed: count('changed'), removed: count('removed') };
}

function line(
  place: Pick<DifferenceLine, 'about' | 'indicator' | 'unit'>,
  { from, to }: Change<readonly string[]>,
): DifferenceLine {
  const kind = from.length === 0 ? 'added' : to.length === 0 ? 'removed' : 'changed';
  return { ...place, from, to, kind };
}

function one({ from, to }: Change<string | null>): Change<readonly string[]> {
  return { from: from === null ? [] : [from], to: to === null ? [] : [to] };
}
