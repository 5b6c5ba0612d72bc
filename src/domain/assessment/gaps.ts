import { Refusal } from '../refusal.js';
import type { Facts } from '../cycle.js';
import type { Instrument } from '../scoring.js';
import type { Desk } from './desk.js';
import { isPresent } from './evidence.js';
import { neededLevels } from './levels.js';

/** Why something cannot be finished yet. */
export type GapKind =
  | 'no_lead'
  | 'no_assessor'
  | 'no_answer'
  | 'no_level'
  | 'no_fact'
  | 'no_analysis'
  | 'no_evidence'
  | 'not_revised'
  | 'no_verdict'
  | 'level_not_reached'
  | 'not_settled';

export interface Gap {
  readonly kind: GapKind;
  readonly indicator: number | null;
  readonly unit: string | null;
  /** Of missing evidence. */
  readonly level: number | null;
}

export function gap(kind: GapKind, of: Partial<Omit<Gap, 'kind'>>): Gap {
  return { kind, indicator: null, unit: null, level: null, ...of };
}

/** Rule 18, with the list of what is missing. */
export class Incomplete extends Refusal {
  constructor(readonly gaps: readonly Gap[]) {
    super('incomplete', { missing: gaps.map(inShort).join('; ') });
  }
}

export function inShort({ kind, indicator, unit, level }: Gap): string {
  const where = [
    indicator === null ? [] : `indicator ${indicator}`,
    level === null ? [] : `level ${level}`,
    unit ?? [],
  ].flat();
  return `${kind} (${where.join(', ')})`;
}

/** The assignment is done when every indicator has a lead and every unit an assessor, as far as the cycle needs them. */
export function assignmentGaps(
  { phases, people }: Facts,
  instrument: Instrument,
  desk: Desk,
): Gap[] {
  const kinds = new Set(phases.map(({ kind }) => kind));
  const leads = instrument.indicators
    .filter(
      ({ no, valueSource }) =>
        valueSource === 'evidence' && !takesPart(people.units, desk.responsibility(no).lead),
    )
    .map(({ no }) => gap('no_lead', { indicator: no }));
  const assigned = new Set(people.assignments.map(({ unit }) => unit));
  const units = people.units
    .filter(({ code, retired }) => !retired && !assigned.has(code))
    .map(({ code }) => gap('no_assessor', { unit: code }));
  return [...(kinds.has('self-assessment') ? leads : []), ...(kinds.has('review') ? units : [])];
}

function takesPart(units: Facts['people']['units'], code: string | null): boolean {
  return units.some((unit) => unit.code === code && !unit.retired);
}

/** What an answer lacks before it can be sent. */
export function answerGaps(desk: Desk, no: number): Gap[] {
  const answer = desk.answer(no);
  if (!answer) return [gap('no_answer', { indicator: no })];
  const { level, fact, analysis } = answer;
  return [
    ...(level === null ? [gap('no_level', { indicator: no })] : []),
    ...(fact.trim() === '' ? [gap('no_fact', { indicator: no })] : []),
    ...(analysis.trim() === '' ? [gap('no_analysis', { indicator: no })] : []),
    ...(level === null ? [] : evidenceGaps(desk, no, level)),
  ];
}

function evidenceGaps(desk: Desk, no: number, level: string): Gap[] {
  const present = new Set(
    desk
      .evidenceOf(no)
      .filter(isPresent)
      .map((each) => each.level),
  );
  return neededLevels(desk.indicator(no), level)
    .filter((needed) => !present.has(needed))
    .map((needed) => gap('no_evidence', { indicator: no, level: needed }));
}
