import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Cycle } from '../../src/domain/cycle.js';
import { calendarChanges, personalCalendar } from '../../src/domain/personal-calendar.js';
import { calendarText } from '../../src/notice/calendar/calendar-text.js';
import { everybody, unit } from '../domain/people.js';
import { phase, World, type Plan } from '../domain/world.js';
import { eventsIn } from './calendars.js';

const place = { address: 'https://siklus.kota.test', domain: 'kota.test' };
const admin = 'admin@dinkes.test';

function world(plan: Partial<Plan> & { readonly cycle?: Partial<Cycle> } = {}): World {
  return World.started('2025-08-31T07:00', {
    phases: [phase('self-assessment', { title: 'Penilaian mandiri' })],
    ...plan,
  });
}

function textOf({ facts, journal }: World, email = admin): string {
  const changes = journal
    .filter(({ what }, index) => index === 0 || calendarChanges.includes(what))
    .map(({ recorded, ...entry }) => ({ ...entry, count: 1, last: recorded }));
  const items = personalCalendar(facts, email, { changes, removed: [] });
  return calendarText([{ cycle: facts.cycle, items }], place);
}

describe('a calendar as text', () => {
  it('is read by another program as what it says', () => {
    expect(eventsIn(textOf(world()))).toEqual([
      {
        uid: 'tugas/spbe-2025/self-assessment/DINKES@kota.test',
        sequence: 1,
        summary: 'Tenggat: Penilaian mandiri (Dinas DINKES)',
        status: 'CONFIRMED',
        start: '2025-09-30',
        end: '2025-10-01',
        url: 'https://siklus.kota.test/kerja/spbe-2025/self-assessment/DINKES',
        stamp: '2025-08-31T00:00:00Z',
        changed: '2025-08-31T00:00:00Z',
        alarms: ['-PT15H'],
      },
    ]);
  });

  it.each([
    { zone: 'Asia/Jakarta', start: '2025-09-30T09:00:00Z' },
    { zone: 'Asia/Jayapura', start: '2025-09-30T07:00:00Z' },
    { zone: 'America/New_York', start: '2025-09-30T20:00:00Z' },
  ])('has a time of day as it is in $zone', ({ zone, start }) => {
    const phases = [phase('self-assessment', { closes: '2025-09-30T16:00' })];
    const text = textOf(world({ cycle: { zone }, phases }));

    const [event] = eventsIn(text);
    expect([event?.start, event?.end, event?.alarms]).toEqual([start, null, ['-P1D']]);
    expect(text).not.toContain('TZID');
  });

  it.each([
    'Dinas Perhubungan, Pariwisata; dan Kebudayaan',
    String.raw`Dinas \n Terbalik \, \;`,
    'Dinas dua\nbaris\r\ntiga\rempat',
    'Dinas “Kesehatan” — ☕🙂 '.repeat(12).trim(),
    'BEGIN:VEVENT\r\nUID:lain\r\nEND:VEVENT',
    'Dinas: "kutip"; X=1',
  ])('carries any name whole: %j', (name) => {
    const people = everybody({ units: [unit('DINKES', { name })], assignments: [] });
    const text = textOf(world({ people }));

    const events = eventsIn(text);
    expect(events.map(({ summary }) => summary)).toEqual([
      `Tenggat: Penilaian mandiri (${name.replace(/\r\n?/g, '\n')})`,
    ]);
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('drops other control characters, which no text may hold', () => {
    const people = everybody({ units: [unit('DINKES', { name: 'A\u0007B\u0000C\u0085D' })] });

    expect(eventsIn(textOf(world({ people, phases: [phase('briefing')] })))[0]?.summary).toBe(
      'Tenggat: briefing (A B C D)',
    );
  });

  it('keeps strange codes apart, in names and in links', () => {
    const people = everybody({
      units: [unit('A/B,C', { admins: [{ name: 'x', email: admin }] }), unit('A', { admins: [{ name: 'x', email: admin }] })], // prettier-ignore
      assignments: [],
    });
    const events = eventsIn(textOf(world({ people, phases: [phase('briefing')] })));

    expect(events.map(({ uid }) => uid)).toEqual([
      'tugas/spbe-2025/briefing/A%2FB%2CC@kota.test',
      'tugas/spbe-2025/briefing/A@kota.test',
    ]);
    expect(events[0]?.url).toBe('https://siklus.kota.test/kerja/spbe-2025/briefing/A%2FB%2CC');
  });

  it('is a calendar also where there is nothing in it', () => {
    const calendar = new ICAL.Component(ICAL.parse(calendarText([], place)) as unknown[]);

    expect([calendar.name, calendar.getAllSubcomponents()]).toEqual(['vcalendar', []]);
  });
});
