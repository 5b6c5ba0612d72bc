/** Somebody who can get a mail. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** An OPD that takes part in a cycle. Retired ones stay, for what they did remains. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly head: Person | null;
  /** Of the unit; a rung of the escalation ladder. */
  readonly secretary: Person | null;
  readonly admins: readonly Person[];
  readonly retired: boolean;
}

/** Retired ones stay, for what they did remains. */
export interface Assessor extends Person {
  readonly code: string;
  /** The home unit, which they may not assess. */
  readonly unit: string | null;
  readonly retired: boolean;
}

export interface Assignment {
  readonly assessor: string;
  readonly unit: string;
}

/** Who takes part in one cycle. */
export interface People {
  readonly coordinators: readonly Person[];
  readonly units: readonly Unit[];
  readonly assessors: readonly Assessor[];
  readonly assignments: readonly Assignment[];
  /** The city's regional secretary (Sekretaris Daerah): the last rung of the escalation ladder. */
  readonly sekda: Person | null;
}

/** Null: nobody has that code. Units are looked for once a mail, so that a list would be read as often as it is long. */
export function unitOf(
  { units }: Pick<People, 'units'>,
  code: string | null | undefined,
): Unit | null {
  const known = byCode.get(units) ?? new Map(units.map((unit) => [unit.code, unit]));
  byCode.set(units, known);
  return code ? (known.get(code) ?? null) : null;
}

/** A list of units is never changed, only replaced. */
const byCode = new WeakMap<readonly Unit[], ReadonlyMap<string, Unit>>();
