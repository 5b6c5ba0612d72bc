/** Rule 3. `days` counts from the deadline date: negative before, positive after. */
export interface Offset {
  /** As the office writes it: `H-7`, `H`, `H+1`, `HK-3`. */
  readonly name: string;
  readonly days: number;
  readonly working: boolean;
}

const pattern = /^(?:H|H([+-])([1-9]\d{0,2})|HK-([1-9]\d{0,2}))$/;

/** Null when the text is no offset. */
export function parseOffset(name: string): Offset | null {
  const match = pattern.exec(name);
  if (!match) return null;
  const [, sign, calendarDays, workingDays] = match;
  if (workingDays) return { name, days: -Number(workingDays), working: true };
  return { name, days: Number(`${sign ?? ''}${calendarDays ?? 0}`), working: false };
}

/** For what the schema has already checked. */
export function offsetOf(name: string): Offset {
  const offset = parseOffset(name);
  if (!offset) throw new RangeError(`not an offset: ${name}`);
  return offset;
}
