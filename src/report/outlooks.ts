import type { Temporal } from 'temporal-polyfill';
import type { Desk } from '../domain/assessment/desk.js';
import { isCounted, workloadOf } from '../domain/assessment/workload.js';
import { localDate } from '../domain/calendar.js';
import { isUnfinished, type Phase, type Task } from '../domain/cycle.js';
import { isAfter } from '../domain/instants.js';
import { outlookOf, outlooks, type Forecasted } from '../domain/outlook.js';
import { calendarOf } from '../domain/timeline.js';

/** How a task that can still be finished is likely to end. */
export interface TaskOutlook extends Forecasted {
  readonly task: Task;
  readonly phase: Phase;
}

/** The most urgent first. Whoever has finished, is excused or is late already is not among them. */
export function outlooksOf(desk: Desk, now: Temporal.Instant): TaskOutlook[] {
  const { cycle, phases } = desk.draft.facts;
  const calendar = calendarOf(cycle);
  const today = localDate(now, cycle.zone);
  const found = phases.flatMap((phase) => {
    const { kind } = phase;
    if (!isCounted(kind)) return [];
    return desk.draft
      .tasks({ phase: phase.code })
      .filter((task) => isUnfinished(task) && !task.excused && isAfter(task.deadline, now))
      .map((task): TaskOutlook => {
        const { ready, left, begun } = workloadOf(desk, kind, task);
        const pending = {
          ...{ left, begun, deadlineDate: task.deadlineDate },
          ready: ready.map((at) => localDate(at, cycle.zone)),
          openedOn: localDate(task.openedAt, cycle.zone),
        };
        return { task, phase, ...outlookOf(pending, today, calendar) };
      });
  });
  return found.sort((a, b) => rank(a) - rank(b) || roomOf(a) - roomOf(b));
}

function rank({ outlook }: TaskOutlook): number {
  return outlooks.indexOf(outlook);
}

function roomOf({ daysLeft, needed }: TaskOutlook): number {
  return daysLeft - needed;
}
