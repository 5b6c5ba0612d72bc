import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { CyclePlan, PhasePlan } from '../../src/domain/cycle.js';
import { hasNotaDinas, rungNames, type Rung } from '../../src/domain/escalation.js';
import {
  addUnit,
  assign,
  chooseUnits,
  extend,
  finish,
  holidays,
  loadFile,
  override,
  pause,
  reassign,
  replaceAdmins,
  reschedule,
  result,
  resume,
  retireUnit,
  setReminders,
  unassign,
  type Act,
  type LoadFile,
} from './commands.js';

const offsets = ['H-14', 'H-7', 'H-3', 'H-1', 'H', 'H+1', 'H+3', 'HK-1', 'HK-3'];
export const someReminders = fc.uniqueArray(fc.constantFrom(...offsets), { maxLength: 5 });
const units = ['DINKES', 'DLH', 'BAPPEDA'];
const assessors = ['A1', 'A2', 'A3'];

/** Kept away from the hours after `sendAt`, so that a tick that is a little late loses nothing. */
export const openingTimes = ['', '', '', 'T10:00', 'T05:20'];
export const closingTimes = ['', '', '', 'T16:00', 'T05:20'];
export const sendTimes = ['00:00', '02:30', '08:00', '23:30'];

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
    {
      weight: 2,
      arbitrary: fc.tuple(code, someReminders).map(([p, names]) => setReminders(p, ...names)),
    },
    fc.tuple(code, fc.option(fc.subarray(units))).map((each) => chooseUnits(...each)),
    { weight: 2, arbitrary: fc.tuple(code, fileEdit(closes)).map(([p, edit]) => edited(p, edit)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(code, fc.subarray(units, { minLength: 2 }), closes)
        .map(([p, all, until]) => ({
          do: 'order' as const,
          acts: all.map((each) => extend(p, each, until)),
        })),
    },
  );
}

/** What somebody writes into the file: of the whole cycle and of one phase. */
interface FileEdit {
  readonly plan: Partial<CyclePlan>;
  readonly phase: Partial<PhasePlan>;
}

function fileEdit(closes: fc.Arbitrary<string>): fc.Arbitrary<FileEdit> {
  const plan = fc.oneof(
    fc.constant({}),
    fc.constantFrom(...sendTimes).map((sendAt) => ({ sendAt })),
    ladder.map((escalation) => ({ escalateFrom: null, escalation })),
    fc.constantFrom(null, 'H+1').map((escalateFrom) => ({ escalateFrom, escalation: [] })),
  );
  const phaseOf = fc.oneof(
    fc.constant({}),
    closes.map((until) => ({ closes: until })),
    someReminders.map((reminders) => ({ reminders })),
    fc.option(fc.subarray(units)).map((some) => ({ units: some })),
  );
  return fc.record({ plan, phase: phaseOf });
}

const edited = (code: string, { plan, phase: change }: FileEdit): LoadFile =>
  loadFile((file) => ({
    plan: { ...file.plan, ...plan },
    phases: file.phases.map((each) => (each.code === code ? { ...each, ...change } : each)),
  }));

const finished = (code: string, unit: string, findings: number[]): Act =>
  finish(code, { unit, findings, result });

const admins = (unit: string, who: string): Act =>
  replaceAdmins(unit, [`${who}@${unit.toLowerCase()}.test`]);

/** Some rungs, upwards, a few working days apart. */
export const ladder: fc.Arbitrary<Rung[]> = fc
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

export function dayAfter(first: string, days: number): string {
  return Temporal.PlainDate.from(first).add({ days }).toString();
}

export const momentOf = (
  first: string,
  times: readonly string[],
  max: number,
): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.constantFrom(...times))
    .map(([days, time]) => `${dayAfter(first, days)}${time}`);
