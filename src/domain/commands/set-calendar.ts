import type { Cycle } from '../cycle.js';
import type { Draft } from '../draft.js';
import { isAfter } from '../instants.js';
import { openedNoticeAt } from '../occurrences.js';
import { picked } from '../picked.js';
import { sameJson } from '../same-json.js';
import { calendarOf } from '../timeline.js';
import type { SetHolidays } from './command.js';

/** Another decree: what has fallen due by now stays as it was, all that is to come goes by the new days. */
export function setHolidays(draft: Draft, command: SetHolidays): void {
  const { holidays, jointLeave } = draft.cycle;
  const before = { holidays, jointLeave };
  const after = {
    holidays: [...new Set(command.holidays)].sort(),
    jointLeave: command.jointLeave ?? jointLeave,
  };
  const changed = (['holidays', 'jointLeave'] as const).filter(
    (name) => !sameJson(before[name], after[name]),
  );
  if (changed.length === 0) return;
  draft.setCycle({ ...draft.cycle, jointLeave: after.jointLeave });
  if (changed.includes('holidays')) setCalendar(draft, { holidays: after.holidays });
  const { decree } = command;
  const facts = {
    from: picked(before, changed),
    to: { ...picked(after, changed), ...(decree !== null && { decree }) },
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
