import type { Temporal } from 'temporal-polyfill';
import { localDate } from './calendar.js';
import type { Task } from './cycle.js';
import type { NoticeKind } from './notice-kind.js';

const counted: ReadonlySet<NoticeKind> = new Set([
  'opened',
  'reminder',
  'overdue',
  'rescheduled',
  'extended',
  'extension-asked',
  'extension-refused',
  'handover',
  'assigned',
]);

/** The deadline date minus the local date, negative when overdue; null for notices that do not count days. */
export function daysLeft(
  kind: NoticeKind,
  task: Pick<Task, 'deadlineDate'> | null,
  now: Temporal.Instant,
  zone: string,
): number | null {
  if (!task || !counted.has(kind)) return null;
  return localDate(now, zone).until(task.deadlineDate).total('days');
}
