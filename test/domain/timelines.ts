import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { phaseKinds, type Phase } from '../../src/domain/cycle.js';
import {
  actOn,
  closingTimes,
  dayAfter,
  ladder,
  momentOf,
  openingTimes,
  sendTimes,
  someReminders,
} from './acts.js';
import type { Act } from './commands.js';
import { everybody, person, unit as unitOf } from './people.js';
import { phase, type Plan } from './world.js';

/** A moment of the year in minutes after the first day's midnight, and what somebody does then. */
export interface Deed {
  readonly minute: number;
  readonly act: Act;
}

export interface Timeline {
  readonly plan: Plan;
  /** Local. */
  readonly start: string;
  readonly deeds: readonly Deed[];
  /** In minutes, like the deeds. */
  readonly end: number;
}

const span = 36;
const afterwards = 12;
const minutesOfDay = 24 * 60;
const end = (span + 3 * afterwards) * minutesOfDay;
/** Each has a change of its clocks soon after its day, or none at all. */
const places = [
  { zone: 'Asia/Jakarta', first: '2028-02-14' },
  { zone: 'Asia/Makassar', first: '2025-09-01' },
  { zone: 'America/New_York', first: '2025-02-24' },
  { zone: 'America/Sao_Paulo', first: '2018-10-22' },
  { zone: 'Asia/Beirut', first: '2025-03-17' },
  { zone: 'Asia/Tehran', first: '2022-03-10' },
  { zone: 'Europe/Berlin', first: '2025-10-13' },
];
export function momentAfter(first: string, minutes: number): string {
  return Temporal.PlainDateTime.from(`${first}T00:00`).add({ minutes }).toString();
}

function phaseFrom(first: string, index: number): fc.Arbitrary<Phase> {
  return fc
    .record({
      kind: fc.constantFrom(...phaseKinds, 'review' as const, 'revision' as const),
      opens: momentOf(first, openingTimes, span / 2),
      days: fc.integer({ min: 1, max: 25 }),
      time: fc.constantFrom(...closingTimes),
      reminders: someReminders,
      guarded: fc.boolean(),
    })
    .map(({ kind, opens, days, time, reminders, guarded }) =>
      phase(kind, {
        code: `p${index}`,
        opens,
        closes: `${dayAfter(opens.slice(0, 10), days)}${time}`,
        reminders,
        requires: kind === 'review' && guarded ? ['every-unit-has-an-assessor'] : [],
        units: null,
      }),
    );
}

function deedIn(first: string, count: number): fc.Arbitrary<Deed> {
  return fc
    .integer({ min: 0, max: (span + afterwards) * minutesOfDay })
    .chain((minute) =>
      actOn(first, Math.floor(minute / minutesOfDay), count).map((act) => ({ minute, act })),
    );
}

/** Some cycle: phases of all kinds, offsets, holidays, a zone, and what people do meanwhile. */
export function timelines({ deeds = 24 } = {}): fc.Arbitrary<Timeline> {
  return fc
    .tuple(fc.constantFrom(...places), fc.integer({ min: 1, max: 4 }))
    .chain(([{ zone, first }, count]) =>
      fc.record({
        plan: planIn(zone, first, count),
        end: fc.constant(end),
        start: fc.integer({ min: -60, max: 10 * minutesOfDay }).map((at) => momentAfter(first, at)),
        deeds: fc
          .array(deedIn(first, count), { maxLength: deeds, size: 'max' })
          .map((all) => [...all].sort((a, b) => a.minute - b.minute)),
      }),
    );
}

function planIn(zone: string, first: string, count: number): fc.Arbitrary<Plan> {
  const cycle = fc.record({
    zone: fc.constant(zone),
    sendAt: fc.constantFrom(...sendTimes),
    holidays: fc.array(
      fc.integer({ min: 0, max: span + afterwards }).map((days) => dayAfter(first, days)),
      { maxLength: 6 },
    ),
    history: fc.constant([]),
  });
  return fc.record({
    cycle: fc
      .tuple(cycle, fc.oneof(fc.constantFrom(null, 'H+1', 'H+3'), ladder))
      .map(([settings, copies]) => ({
        ...settings,
        ...(Array.isArray(copies)
          ? { escalateFrom: null, escalation: copies }
          : { escalateFrom: copies, escalation: [] }),
      })),
    phases: fc.tuple(...Array.from({ length: count }, (_, index) => phaseFrom(first, index))),
    people: fc
      .subarray(everybody().assignments as { assessor: string; unit: string }[])
      .map((assignments) => everybody({ ...onTheRungs, assignments })),
  });
}

/** DLH has no secretary, and the Sekda heads no unit. */
const onTheRungs = {
  units: [unitOf('DINKES', { secretary: person('sekretaris@dinkes.test') }), unitOf('DLH')],
  sekda: person('sekda@kota.test'),
};

/** The same, looked at before it is over. */
export function begunTimelines(): fc.Arbitrary<Timeline> {
  const minutes = fc.integer({ min: minutesOfDay, max: span * minutesOfDay });
  return fc.tuple(timelines(), minutes).map(([timeline, minute]) => ({
    ...timeline,
    deeds: timeline.deeds.filter((deed) => deed.minute < minute),
    end: minute,
  }));
}
