import { Temporal } from 'temporal-polyfill';
import { dateProblem } from '../../cycle/date-problem.js';
import { isBefore } from '../../domain/instants.js';
import { allowedLevels, type Instrument } from '../../domain/scoring.js';
import { addressProblems } from '../../people/people-problems.js';
import type { InputError } from '../../platform/input-error.js';
import type { YamlPart } from '../../platform/yaml-part.js';
import {
  levelIn,
  type ActInFile,
  type EventInFile,
  type FinishInFile,
  type RescheduleInFile,
} from './events.js';

interface Span {
  readonly start: string;
  readonly end: string;
}

export function* spanProblems(document: YamlPart, { start, end }: Span): Generator<InputError> {
  const from = instantIn(start);
  const to = instantIn(end);
  if (from === null) yield document.errorAt(['start'], noInstant(start));
  if (to === null) yield document.errorAt(['end'], noInstant(end));
  if (from === null || to === null || isBefore(from, to)) return;
  yield document.errorAt(['end'], `expected an instant after the start, ${start}; found ${end}`);
}

/**
 * What a schema cannot see. An unknown phase or unit, and dates that a rule refuses, are no errors of the
 * file: the cycle refuses them, and the log shows it.
 */
export function* eventProblems(
  document: YamlPart,
  events: readonly EventInFile[],
  span: Span,
  instrument: Instrument,
): Generator<InputError> {
  for (const [index, event] of events.entries()) {
    const part = document.at(['events', index]);
    yield* timeProblems(part, event, span);
    yield* actProblems(part, event, instrument);
  }
}

/** The same for one act, whenever it happens. */
export function* actProblems(
  part: YamlPart,
  act: ActInFile,
  instrument: Instrument,
): Generator<InputError> {
  if (act.do === 'finish') yield* finishProblems(part, act, instrument);
  if (act.do === 'reschedule') yield* rescheduleProblems(part, act);
  if (act.do === 'extend') yield* momentProblems(part, 'closes', act.closes);
  if (act.do === 'replaceAdmins') yield* addressProblems(part, ['admins'], act.admins);
  if (act.do === 'addUnit') yield* addressProblems(part, ['unit', 'admins'], act.unit.admins);
}

function* timeProblems(
  part: YamlPart,
  { at: text }: EventInFile,
  { start, end }: Span,
): Generator<InputError> {
  const at = instantIn(text);
  if (at === null) {
    yield part.errorAt(['at'], noInstant(text));
  } else if (isBefore(at, Temporal.Instant.from(start))) {
    yield part.errorAt(['at'], `${text} is before the start, ${start}: move one of the two`);
  } else if (!isBefore(at, Temporal.Instant.from(end))) {
    yield part.errorAt(['at'], `${text} is not before the end, ${end}: move one of the two`);
  }
}

function* finishProblems(
  part: YamlPart,
  { levels, findings }: FinishInFile,
  instrument: Instrument,
): Generator<InputError> {
  const { code, indicators } = instrument;
  const numbers = new Set(indicators.map(({ no }) => String(no)));
  const unknown = (no: string): string =>
    `no indicator ${no} in ${code}: its indicators are 1 to ${indicators.length}`;
  for (const no of Object.keys(levels ?? {})) {
    if (!numbers.has(no)) {
      yield part.errorAt(['levels', no], unknown(no));
    } else if (levelIn(part, no, instrument) === null) {
      const found = part.textAt(['levels', no]) ?? '';
      const problem = `expected ${allowedLevels(instrument)} under ${code}; found ${found}`;
      yield part.errorAt(['levels', no], problem);
    }
  }
  for (const [index, no] of (findings ?? []).entries()) {
    if (!numbers.has(String(no))) yield part.errorAt(['findings', index], unknown(String(no)));
  }
}

function* rescheduleProblems(
  part: YamlPart,
  { opens, closes }: RescheduleInFile,
): Generator<InputError> {
  if (opens === undefined && closes === undefined) {
    yield part.errorAt([], 'a reschedule moves something: expected opens, closes or both');
  }
  yield* momentProblems(part, 'opens', opens);
  yield* momentProblems(part, 'closes', closes);
}

function* momentProblems(
  part: YamlPart,
  field: string,
  moment: string | undefined,
): Generator<InputError> {
  const problem = moment === undefined ? null : dateProblem(moment);
  if (problem !== null) yield part.errorAt([field], problem);
}

/** The pattern of an instant lets 30 February pass. */
function instantIn(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function noInstant(text: string): string {
  return `there is no such instant: correct the date, the time or the offset; found ${text}`;
}
