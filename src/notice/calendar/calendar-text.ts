import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Cycle } from '../../domain/cycle.js';
import type { CalendarItem, When } from '../../domain/personal-calendar.js';
import { descriptionOf, summaryOf } from './calendar-item-words.js';

/** What one cycle has, for one person or for all. */
export interface CycleCalendar {
  readonly cycle: Pick<Cycle, 'code' | 'title' | 'zone'>;
  readonly items: readonly CalendarItem[];
}

/** Where links lead, and what makes names of events unlike those of any other office. */
export interface Place {
  /** Null: no link. */
  readonly address: string | null;
  readonly domain: string;
}

/** The domain of the office's own address. */
export function domainOf({ email }: { readonly email: string }): string {
  return email.slice(email.indexOf('@') + 1);
}

const hour = 60 * 60;
/** At nine in the morning of the day before; of a time of day, a day before it. */
const alarm = { wholeDays: 15 * hour, timed: 24 * hour } as const;

/** Of what no journal tells: any moment that is not now. */
const unrecorded = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * iCalendar (RFC 5545). Times of day stand in UTC, which needs no definition of a zone to go with it; days
 * are days wherever they are read. Nothing in it is of now, so what has not changed is the same bytes.
 */
export function calendarText(calendars: readonly CycleCalendar[], place: Place): string {
  const calendar = ical({
    name: 'Siklus',
    prodId: { company: 'Siklus', product: 'Kalender', language: 'ID' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: hour,
  });
  for (const { cycle, items } of calendars) {
    for (const item of items) calendar.createEvent(eventOf(item, cycle, place));
  }
  return `${calendar.toString()}\r\n`;
}

type Titled = CycleCalendar['cycle'];

function eventOf(item: CalendarItem, cycle: Titled, place: Place): ICalEventData {
  const { when, task, gone, revision } = item;
  const changed = dateOf(item.changedAt ?? unrecorded);
  return {
    id: `${uidOf(item, cycle)}@${place.domain}`,
    sequence: revision,
    stamp: changed,
    lastModified: changed,
    ...span(when),
    summary: plain(summaryOf(item)),
    description: plain(descriptionOf(item, cycle)),
    ...(place.address !== null && { url: linkTo(item, cycle, place.address) }),
    status:
      gone || task?.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // It is a date to know, not an appointment: nobody is busy for it.
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: isAwaited(task)
      ? [{ type: ICalAlarmType.display, trigger: when.wholeDays ? alarm.wholeDays : alarm.timed }]
      : [],
  };
}

function isAwaited(task: CalendarItem['task']): boolean {
  if (task === null || task.excused) return false;
  const { state } = task;
  return state === 'coming' || state === 'todo' || state === 'in-progress';
}

function span(when: When): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (when.wholeDays) {
    const [start, end] = [dayOf(when.from), dayOf(when.until)];
    return { start, end, allDay: true };
  }
  const start = dateOf(when.from);
  // A deadline is a moment: an event without an end.
  return when.until.equals(when.from) ? { start } : { start, end: dateOf(when.until) };
}

/** Names what it is of by its codes, which say nothing of a person. */
function uidOf({ phase, unit, assessor, task }: CalendarItem, { code }: Titled): string {
  const parts = [task ? 'tugas' : 'tahap', code, phase.code, unit?.code, assessor];
  return parts
    .flatMap((part) => part ?? [])
    .map(encodeURIComponent)
    .join('/');
}

/** As the buttons of mails. */
function linkTo({ phase, unit }: CalendarItem, { code }: Titled, address: string): string {
  const parts = ['kerja', code, phase.code, ...(unit ? [unit.code] : [])];
  return [address, ...parts.map(encodeURIComponent)].join('/');
}

/** Line breaks are escaped; no other control character may stand in a text. */
function plain(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]/gu, ' ');
}

function dateOf(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds);
}

/** The library reads a day in UTC. */
function dayOf(date: Temporal.PlainDate): Date {
  return dateOf(date.toZonedDateTime('UTC').toInstant());
}
