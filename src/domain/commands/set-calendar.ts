import type { Cycle } from '../cycle.js';
import type { Draft } from '../draft.js';
import { isAfter } from '../instants.js';
import { openedNoticeAt } from '../occurrences.js';
import { sameJson } from '../same-json.js';
import { calendarOf } from '../timeline.js';
import type { SetHolidays } from './command.js';

/** Another decree: what has fallen due by now stays as it was, all that is to come goes by the new days. */
export function setHolidays(draft: Draft, { holidays: given, decree }: SetHolidays): void {
  const before = draft.cycle.holidays;
  const holidays = [...new Set(given)].sort();
  if (sameJson(before, holidays)) return;
  setCalendar(draft, { holidays });
  const facts = {
    from: { holidays: before },
    to: { holidays },
    ...(decree !== null && { decree }),
  };
  draft.record({ what: 'settings', facts });
}

/** Records nothing: whoever calls it says why. */
export function setCalendar(
  draft: Draft,
  change: Partial<Pick<Cycle, 'sendAt' | 'holidays'>>,
): void {
  const { cycle, now } = draft;
  const { sendAt, holidays } = cycle;
  const replaced = { until: now.toString(), sendAt, holidays };
  const changed = {
    ...cycle,
    ...change,
    earlierCalendars: [...cycle.earlierCalendars, replaced],
  };
  draft.setCycle(changed);
  const calendar = calendarOf(changed);
  for (const task of draft.tasks().filter(({ noticeAt }) => isAfter(noticeAt, now))) {
    const noticeAt = openedNoticeAt(task.openedAt, calendar);
    // A first word that would be past by the new days still has to be said: it keeps its time.
    if (isAfter(noticeAt, now)) draft.setTask({ ...task, noticeAt });
  }
}
