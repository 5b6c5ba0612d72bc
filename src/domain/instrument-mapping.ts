/** How an office sees an older instrument in a newer one. Levels are never carried: each measures its own. */
export interface InstrumentMapping {
  readonly from: string;
  readonly to: string;
  /** A proposal until the office has checked it. */
  readonly status: 'proposal' | 'confirmed';
  readonly rows: readonly MappedIndicator[];
}

export interface MappedIndicator {
  /** The number of the newer instrument's indicator. */
  readonly to: number;
  /** Numbers of the older instrument's indicators. */
  readonly from: readonly number[];
  /** Nothing: the mapping only informs. */
  readonly carries: 'evidence' | 'nothing';
  readonly note: string;
}

/** The older indicators whose evidence a newer one starts with, in their order. */
export function evidenceFor({ rows }: InstrumentMapping, to: number): number[] {
  const numbers = rows
    .filter((row) => row.to === to && row.carries === 'evidence')
    .flatMap(({ from }) => from);
  return [...new Set(numbers)].sort((a, b) => a - b);
}
