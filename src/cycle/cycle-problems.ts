import { Temporal } from 'temporal-polyfill';
import { deadlineOf, openingOf } from '../domain/calendar.js';
import type { CyclePlan, PhasePlan } from '../domain/cycle.js';
import { parseHundredths } from '../domain/hundredths.js';
import { isAfter } from '../domain/instants.js';
import type { ConfigFolder } from '../platform/config-folder.js';
import type { InputError } from '../platform/input-error.js';
import { nearest } from '../platform/nearest.js';
import { twice } from '../platform/twice.js';
import type { YamlPart } from '../platform/yaml-part.js';
import { dateProblem } from './date-problem.js';
import { escalationProblems, type RungInFile } from './escalation-problems.js';
import { historyProblems, type EarlierInFile } from './history-problems.js';
import { dateProblems } from './holidays-file.js';

export interface CycleInFile extends Pick<CyclePlan, 'code' | 'title' | 'sendAt' | 'instrument'> {
  readonly timezone: string;
  readonly target?: number;
  readonly holidays?: string | readonly string[];
  readonly jointLeave?: boolean;
  readonly escalateFrom?: string;
  readonly escalation?: readonly RungInFile[];
  readonly history?: readonly EarlierInFile[];
  readonly phases: readonly PhaseInFile[];
}

type PhaseInFile = Omit<PhasePlan, 'reminders' | 'requires' | 'units'> &
  Partial<Pick<PhasePlan, 'reminders' | 'requires'>> & { readonly units?: readonly string[] };

/** What a schema cannot see: what the calendar, the zone and the other files say. */
export function* cycleProblems(
  folder: ConfigFolder,
  part: YamlPart,
  file: CycleInFile,
): Generator<InputError> {
  yield* zoneProblems(part, file);
  yield* targetProblems(part);
  yield* referenceProblems(folder, part, file);
  yield* escalationProblems(part, file);
  yield* historyProblems(folder, part, file.history ?? []);
  for (const index of twice(file.phases.map(({ code }) => code))) {
    yield part.errorAt(
      ['phases', index, 'code'],
      'another phase has this code already: rename one',
    );
  }
  for (const index of file.phases.keys()) yield* phaseProblems(part, file, index);
}

/** As IANA writes it; null when there is no such zone. */
export function zoneNamed(name: string): string | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function* zoneProblems(part: YamlPart, { timezone }: CycleInFile): Generator<InputError> {
  if (zoneNamed(timezone) !== null) return;
  const meant = nearest(timezone, Intl.supportedValuesOf('timeZone'));
  const hint = meant === null ? '' : `; did you mean "${meant}"?`;
  const problem = `expected an IANA time zone such as Asia/Jakarta; found ${timezone}${hint}`;
  yield part.errorAt(['timezone'], problem);
}

function* targetProblems(part: YamlPart): Generator<InputError> {
  const target = part.textAt(['target']);
  if (target === null || parseHundredths(target) !== null) return;
  yield part.errorAt(['target'], `expected at most two decimals, such as 4.00; found ${target}`);
}

function* referenceProblems(
  folder: ConfigFolder,
  part: YamlPart,
  { instrument, holidays }: CycleInFile,
): Generator<InputError> {
  const unknownInstrument = folder.whyUnknown('instruments', instrument);
  if (unknownInstrument !== null) yield part.errorAt(['instrument'], unknownInstrument);
  if (typeof holidays === 'string') {
    const unknownHolidays = folder.whyUnknown('holidays', holidays);
    if (unknownHolidays !== null) yield part.errorAt(['holidays'], unknownHolidays);
  } else {
    yield* dateProblems(part, holidays ?? [], (index) => ['holidays', index]);
  }
}

function* phaseProblems(
  part: YamlPart,
  { phases, timezone }: CycleInFile,
  index: number,
): Generator<InputError> {
  const phase = phases[index];
  if (!phase) return;
  const opens = dateProblem(phase.opens);
  const closes = dateProblem(phase.closes);
  if (opens !== null) yield part.errorAt(['phases', index, 'opens'], opens);
  if (closes !== null) yield part.errorAt(['phases', index, 'closes'], closes);
  const zone = zoneNamed(timezone);
  if (opens !== null || closes !== null || zone === null) return;
  if (isAfter(deadlineOf(phase.closes, zone).at, openingOf(phase.opens, zone))) return;
  const problem = `the phase closes before it has opened (${phase.opens}): correct one of the two`;
  yield part.errorAt(['phases', index, 'closes'], problem);
}
