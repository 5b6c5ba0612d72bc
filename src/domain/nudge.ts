import type { Temporal } from 'temporal-polyfill';
import { isUnfinished, type Task } from './cycle.js';

/** So many days before its deadline an unfinished task is close to it. */
const closeWithin = 3;

/** Whether a coordinator may want to remind whoever has it: a unit's task that is late, or close to its deadline. */
export function isToNudge(
  task: Pick<Task, 'state' | 'excused' | 'unit' | 'deadlineDate'>,
  today: Temporal.PlainDate,
): boolean {
  if (task.excused || task.unit === null) return false;
  return task.state === 'lapsed' || isClose(task, today);
}

export function isClose(
  task: Pick<Task, 'state' | 'deadlineDate'>,
  today: Temporal.PlainDate,
): boolean {
  return isUnfinished(task) && today.until(task.deadlineDate).total('days') <= closeWithin;
}
