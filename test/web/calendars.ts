import ICAL from 'ical.js';
import { CalendarFeedStore } from '../../src/people/calendar-feed.store.js';
import type { Office } from '../api/office.js';

/** An event as another program reads it. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  readonly status: string;
  /** `2025-09-12`, or `2025-09-12T09:00:00Z`. */
  readonly start: string;
  readonly end: string | null;
  readonly url: string;
  readonly stamp: string;
  readonly changed: string;
  readonly alarms: readonly string[];
}

/** What a calendar program makes of a feed. @throws Error when it is none */
export function eventsIn(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string): string => {
      const found = event.getFirstPropertyValue(name);
      return found === null ? '' : String(found);
    };
    return {
      uid: value('uid'),
      sequence: Number(value('sequence')),
      summary: value('summary'),
      status: value('status'),
      start: value('dtstart'),
      end: value('dtend') || null,
      url: value('url'),
      stamp: value('dtstamp'),
      changed: value('last-modified'),
      alarms: event
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    };
  });
}

/** A new address for somebody's calendar, in place of the one before. */
export async function addressOf(office: Office, email: string): Promise<string> {
  const secret = await office.site.app.get(CalendarFeedStore, { strict: false }).issue(email);
  return `/kalender/${secret}.ics`;
}
