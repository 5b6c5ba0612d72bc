import { Temporal } from 'temporal-polyfill';
import { localDate } from './calendar.js';
import type { Task } from './cycle.js';
import type { NoticeKind } from './notice-kind.js';
import { remembered } from './remembered.js';

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
  return daysUntil(Math.floor(now.epochMilliseconds / 1000), zone, task.deadlineDate);
}

const daysUntil = remembered(
  (second: number, zone: string, date: Temporal.PlainDate) =>
    `${second} ${zone} ${date.toString()}`,
  (second, zone, date) =>
    localDate(Temporal.Instant.fromEpochMilliseconds(second * 1000), zone)
      .until(date)
      .total('days'),
);
