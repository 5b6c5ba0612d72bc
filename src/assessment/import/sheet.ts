/** What a spreadsheet shows, as text: nothing of its formulas, formats or colours. */
export interface Sheet {
  /** Of a CSV the name of the file. */
  readonly name: string;
  /** Without those that are blank. */
  readonly rows: readonly Row[];
  /** Cells whose value a formula has computed, as `line column`. */
  readonly formulas?: ReadonlySet<string>;
  readonly merges?: readonly Merge[];
}

/** A range of cells that is shown as one; columns are counted from 0. */
export interface Merge {
  readonly lines: readonly [from: number, to: number];
  readonly columns: readonly [from: number, to: number];
}

export interface Row {
  /** As the spreadsheet program counts it, from 1. */
  readonly line: number;
  /** From the first column on; empty where nothing is shown. */
  readonly cells: readonly string[];
}

/** Far more than a city needs, and little enough to be read at once. */
export const limits = {
  bytes: 2 * 1024 * 1024,
  /** Of a workbook, which is compressed. */
  unpackedBytes: 16 * 1024 * 1024,
  rows: 2_000,
  columns: 100,
  /** In one cell: as many as a workbook's can have. */
  characters: 32_767,
  merges: 10_000,
} as const;

/** What is shown for a formula that no program has computed yet. */
export const notComputed = '#FORMULA!';
