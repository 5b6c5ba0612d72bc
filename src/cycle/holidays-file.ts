import type { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { checked } from '../platform/schemas.js';
import type { YamlPart } from '../platform/yaml-part.js';
import { dateProblem } from './date-problem.js';

/** Of all years together that a cycle knows. */
export const mostHolidays = 1_000;

export interface Decree {
  /** `SKB 933/2025, 1/2025, 3/2025` */
  readonly number: string;
  readonly title?: string;
  readonly date?: string;
}

/** What a decree says of the days of one year or more. */
export interface HolidaysInFile {
  readonly title: string;
  readonly decree?: Decree;
  /** All the years that it speaks of; else those of its days. */
  readonly covers?: readonly number[];
  readonly days: readonly {
    readonly date: string;
    readonly kind: 'libur' | 'cuti-bersama';
    readonly name: string;
  }[];
}

/** ISO dates. @param code of `config/holidays`, or a path. @throws InputError */
export function loadHolidays(folder: ConfigFolder, code: string, jointLeave = true): string[] {
  return daysOff(holidaysOf(folder.read('holidays', code)), jointLeave);
}

/** @throws InputError with everything that is wrong */
export function holidaysOf(part: YamlPart): HolidaysInFile {
  const file = checked<HolidaysInFile>(part, 'holidays');
  InputError.throwAny(holidayProblems(part, file));
  return file;
}

/** What is holiday and joint leave at once is a holiday. */
export function daysOff({ days }: HolidaysInFile, jointLeave: boolean): string[] {
  return inOrder(days.filter(({ kind }) => jointLeave || kind === 'libur').map(({ date }) => date));
}

/** What a file says of its years, with what was known of all others. */
export function withDaysOf(
  known: readonly string[],
  file: HolidaysInFile,
  jointLeave: boolean,
): string[] {
  const covered = new Set(yearsOf(file));
  return inOrder([
    ...known.filter((date) => !covered.has(yearOf(date))),
    ...daysOff(file, jointLeave),
  ]);
}

/** Two holidays can fall on one day: it is named once. */
export function inOrder(dates: readonly string[]): string[] {
  return [...new Set(dates)].sort();
}

export function* dateProblems(
  part: YamlPart,
  dates: readonly string[],
  pathOf: (index: number) => (string | number)[],
): Generator<InputError> {
  for (const [index, date] of dates.entries()) {
    const problem = dateProblem(date);
    if (problem !== null) yield part.errorAt(pathOf(index), problem);
  }
}

function* holidayProblems(
  part: YamlPart,
  { decree, covers, days }: HolidaysInFile,
): Generator<InputError> {
  const dates = days.map(({ date }) => date);
  if (decree?.date !== undefined)
    yield* dateProblems(part, [decree.date], () => ['decree', 'date']);
  yield* dateProblems(part, dates, (index) => ['days', index, 'date']);
  if (covers === undefined) return;
  for (const [index, date] of dates.entries()) {
    if (covers.includes(yearOf(date))) continue;
    yield part.errorAt(
      ['days', index, 'date'],
      `expected a day of ${covers.join(', ')}, as \`covers\` says`,
    );
  }
  for (const [index, year] of covers.entries()) {
    if (dates.some((date) => yearOf(date) === year)) continue;
    yield part.errorAt(
      ['covers', index],
      `there is no day of ${year} below: add them, or take the year out`,
    );
  }
}

function yearsOf({ covers, days }: HolidaysInFile): readonly number[] {
  return covers ?? days.map(({ date }) => yearOf(date));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
