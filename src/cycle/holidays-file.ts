import type { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { checked } from '../platform/schemas.js';
import type { YamlPart } from '../platform/yaml-part.js';
import { dateProblem } from './date-problem.js';

interface HolidaysInFile {
  readonly days: readonly { readonly date: string }[];
}

/** ISO dates. @param code of `config/holidays`. @throws InputError */
export function loadHolidays(folder: ConfigFolder, code: string): string[] {
  const document = folder.read('holidays', code);
  const { days } = checked<HolidaysInFile>(document, 'holidays');
  const dates = days.map(({ date }) => date);
  InputError.throwAny(dateProblems(document, dates, (index) => ['days', index, 'date']));
  return inOrder(dates);
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
