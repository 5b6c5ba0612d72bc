import { holidaysOf, mostHolidays, withDaysOf } from '../../cycle/holidays-file.js';
import type { SetHolidays } from '../../domain/commands/command.js';
import type { Cycle } from '../../domain/cycle.js';
import type { YamlPart } from '../../platform/yaml-part.js';

/**
 * What a holidays file would change in a cycle, whose days of other years stay.
 * @throws InputError with everything that is wrong in the file
 */
export function holidayOrder(
  part: YamlPart,
  { holidays: known }: Pick<Cycle, 'holidays'>,
  jointLeave: boolean,
): SetHolidays {
  const file = holidaysOf(part);
  const holidays = withDaysOf(known, file, jointLeave);
  if (holidays.length > mostHolidays) {
    throw part.errorAt(['days'], `more than ${mostHolidays} days off with those of other years`);
  }
  return { do: 'setHolidays', holidays, jointLeave, decree: file.decree?.number ?? null };
}
