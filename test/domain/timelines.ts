import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { phaseKinds, type Phase } from '../../src/domain/cycle.js';
import { hasNotaDinas, rungNames, type Rung } from '../../src/domain/escalation.js';
import {
  addUnit,
  assign,
  extend,
  finish,
  holidays,
  override,
  pause,
  reassign,
  replaceAdmins,
  reschedule,
  result,
  resume,
  retireUnit,
  unassign,
  type Act,
} from './commands.js';
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
const offsets = ['H-14', 'H-7', 'H-3', 'H-1', 'H', 'H+1', 'H+3', 'HK-1', 'HK-3'];
const units = ['DINKES', 'DLH', 'BAPPEDA'];
const assessors = ['A1', 'A2', 'A3'];

/** Kept away from the hours after `sendAt`, so that a tick that is a little late loses nothing. */
const openingTimes = ['', '', '', 'T10:00', 'T05:20'];
const closingTimes = ['', '', '', 'T16:00', 'T05:20'];
export const sendTimes = ['00:00', '02:30', '08:00', '23:30'];

export function dayAfter(first: string, days: number): string {
  return Temporal.PlainDate.from(first).add({ days }).toString();
}

export function momentAfter(first: string, minutes: number): string {
  return Temporal.PlainDateTime.from(`${first}T00:00`).add({ minutes }).toString();
}

const momentOf = (first: string, times: readonly string[], max: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.constantFrom(...times))
    .map(([days, time]) => `${dayAfter(first, days)}${time}`);

function phaseFrom(first: string, index: number): fc.Arbitrary<Phase> {
  return fc
    .record({
      kind: fc.constantFrom(...phaseKinds, 'review' as const, 'revision' as const),
      opens: momentOf(first, openingTimes, span / 2),
      days: fc.integer({ min: 1, max: 25 }),
      time: fc.constantFrom(...closingTimes),
      reminders: fc.uniqueArray(fc.constantFrom(...offsets), { maxLength: 5 }),
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

/** What somebody may do on a day. */
export function actOn(first: string, day: number, count: number): fc.Arbitrary<Act> {
  const code = fc.integer({ min: 0, max: count - 1 }).map((index) => `p${index}`);
  const unit = fc.constantFrom(...units);
  const assessor = fc.constantFrom(...assessors);
  const soon = dayAfter(first, day);
  const closes = momentOf(soon, closingTimes, 14);
  const findings = fc.constantFrom<number[]>([], [3]);
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(code, unit, findings).map((each) => finished(...each)) },
    { weight: 3, arbitrary: fc.tuple(code, closes).map(([p, c]) => reschedule(p, { closes: c })) },
    fc.tuple(code, momentOf(soon, openingTimes, 9)).map(([p, o]) => reschedule(p, { opens: o })),
    { weight: 5, arbitrary: fc.tuple(code, unit, closes).map((each) => extend(...each)) },
    code.map(override),
    fc.constantFrom(pause, resume, resume),
    {
      weight: 3,
      arbitrary: fc
        .array(fc.integer({ min: -5, max: 12 }), { maxLength: 6 })
        .map((days) => holidays(...days.map((each) => dayAfter(soon, each)))),
    },
    { weight: 2, arbitrary: unit.map(addUnit) },
    unit.map(retireUnit),
    fc.tuple(unit, fc.constantFrom('lama', 'baru')).map(([u, who]) => admins(u, who)),
    { weight: 4, arbitrary: fc.tuple(assessor, unit).map((each) => assign(...each)) },
    { weight: 2, arbitrary: fc.tuple(assessor, unit).map((each) => unassign(...each)) },
    fc.tuple(unit, assessor, assessor).map((each) => reassign(...each)),
  );
}

const finished = (code: string, unit: string, findings: number[]): Act =>
  finish(code, { unit, findings, result });

const admins = (unit: string, who: string): Act =>
  replaceAdmins(unit, [`${who}@${unit.toLowerCase()}.test`]);

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

/** Some rungs, upwards, a few working days apart. */
const ladder: fc.Arbitrary<Rung[]> = fc
  .tuple(
    fc.subarray([...rungNames], { minLength: 1 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([rungs, steps]) =>
    rungs.map((to, at) => ({
      to,
      after: steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0),
      notaDinas: hasNotaDinas(to),
    })),
  );

/** The same, looked at before it is over. */
export function begunTimelines(): fc.Arbitrary<Timeline> {
  const minutes = fc.integer({ min: minutesOfDay, max: span * minutesOfDay });
  return fc.tuple(timelines(), minutes).map(([timeline, minute]) => ({
    ...timeline,
    deeds: timeline.deeds.filter((deed) => deed.minute < minute),
    end: minute,
  }));
}
