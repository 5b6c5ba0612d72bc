/** Rule 3. `days` counts from the deadline date: negative before, positive after. */
export interface Offset {
  /** As the office writes it: `H-7`, `H`, `H+1`, `HK-3`. */
  readonly name: string;
  readonly days: number;
  readonly working: boolean;
}

const pattern = /^(?:H|H([+-])([1-9]\d{0,2})|HK-([1-9]\d{0,2}))$/;
const rungPattern = /^HK\+(\d{1,3})$/;

/** Null when the text is no offset. */
export function parseOffset(name: string): Offset | null {
  const match = pattern.exec(name);
  if (!match) return null;
  const [, sign, calendarDays, workingDays] = match;
  if (workingDays) return { name, days: -Number(workingDays), working: true };
  return { name, days: Number(`${sign ?? ''}${calendarDays ?? 0}`), working: false };
}

/** Of the escalation ladder, `HK+3`; a phase's own reminders have no such. */
export function rungOffset(days: number): Offset {
  return { name: `HK+${days}`, days, working: true };
}

export function isRung({ working, days }: Offset): boolean {
  return working && days >= 0;
}

/** After the deadline, with `HK+0`: the first time of sending that is. */
export function isOverdue(offset: Offset): boolean {
  return offset.days > 0 || isRung(offset);
}

/** For what the schema has already checked. */
export function offsetOf(name: string): Offset {
  const days = rungPattern.exec(name)?.[1];
  const offset = days === undefined ? parseOffset(name) : rungOffset(Number(days));
  if (!offset) throw new RangeError(`not an offset: ${name}`);
  return offset;
}
