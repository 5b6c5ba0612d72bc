import { groupBy } from '../../domain/group-by.js';
import { calendarText, domainOf } from '../calendar/calendar-text.js';
import type { Attachment, Letter } from './letter.js';

/**
 * Rule 11: one file with an event for each task that the letter tells of. They have the names that they
 * have in the calendars that somebody subscribes to, so that none stands there twice. Null: there is none.
 */
export function calendarFile({ entries, cycle, from, baseUrl }: Letter): Attachment | null {
  const events = entries.flatMap(({ event }) => event ?? []);
  if (events.length === 0) return null;
  const ofTasks = groupBy(events, ({ phase, unit, assessor }) =>
    JSON.stringify([phase.code, unit?.code, assessor]),
  );
  const items = [...ofTasks.values()].flatMap(([first]) => first ?? []);
  const place = { address: baseUrl?.replace(/\/+$/, '') ?? null, domain: domainOf(from) };
  return {
    filename: 'tenggat.ics',
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    content: calendarText([{ cycle, items }], place),
  };
}
