import type { Temporal } from 'temporal-polyfill';
import { deadlineOf, localDate, openingOf, type Deadline } from './calendar.js';
import { scheduledPhase } from './commands/adopt-plan.js';
import type { Cycle, Facts, Phase, PhasePlan, Task } from './cycle.js';
import { groupBy } from './group-by.js';
import { later } from './instants.js';
import type { Entry, What } from './journal.js';
import type { TaskState } from './machines.js';
import type { Assignment, People, Unit } from './people.js';
import { isSameAddress } from './recipients.js';
import { bearersOf } from './tasks.js';
import { closesAt, opensAt } from './timeline.js';

/** Entries of the journal after which a calendar may show something else. */
export const calendarChanges: readonly What[] = [
  'rescheduled',
  'deadline',
  'extended',
  'task',
  'settings',
  'people',
  'units-chosen',
  'unit-added',
  'unit-retired',
  'assigned',
  'unassigned',
  // An excused task is one that nobody is reminded of.
  'nihil',
];

/** How often the journal has something of that kind to tell of one bearer in one phase, and when it did last. */
export interface Change extends Pick<Entry, 'phase' | 'unit' | 'assessor'> {
  readonly count: number;
  readonly last: Temporal.Instant;
}

interface Bearer {
  readonly unit: string | null;
  readonly assessor: string | null;
}

/** Whole days where the cycle's dates are days, from the first until the day after the last; else instants. */
export type When =
  | {
      readonly wholeDays: true;
      readonly from: Temporal.PlainDate;
      readonly until: Temporal.PlainDate;
    }
  | {
      readonly wholeDays: false;
      readonly from: Temporal.Instant;
      readonly until: Temporal.Instant;
    };

/** One thing in somebody's calendar: a task at its deadline, or a phase from its opening to its closing. */
export interface CalendarItem {
  readonly phase: Phase;
  readonly unit: Pick<Unit, 'code' | 'name'> | null;
  readonly assessor: string | null;
  /** Null: the phase itself. */
  readonly task: {
    readonly state: TaskState | 'coming';
    readonly deadline: Deadline;
    readonly excused: boolean;
  } | null;
  readonly when: When;
  /** The cycle has no such phase any more. */
  readonly gone: boolean;
  /** Never falls, and grows with every move: the journal only gets longer. */
  readonly revision: number;
  readonly changedAt: Temporal.Instant | null;
}

/** Whose tasks are somebody's: what the journal is asked about. */
export function officesOf({ units, assessors }: People, email: string) {
  const is = (person: { readonly email: string }): boolean => isSameAddress(person, { email });
  return {
    // Retired ones too: what was taken from a calendar has to be told.
    units: units.filter(({ admins }) => admins.some(is)).map(({ code }) => code),
    assessors: assessors.filter(is).map(({ code }) => code),
  };
}

/** What the journal knows beyond the facts. */
export interface Recorded {
  readonly changes: readonly Change[];
  /** Phases that a cycle had before, and has no more. */
  readonly removed: readonly PhasePlan[];
}

/**
 * What a cycle has for one person: their tasks, those to come among them, and for who coordinates or leads
 * also the phases. What they no longer have is cancelled, not gone. The present plays no part in it: until
 * something is recorded, it stays the same to the letter.
 */
export function personalCalendar(facts: Facts, email: string, recorded: Recorded): CalendarItem[] {
  const { cycle, people } = facts;
  const past = withPast(facts, recorded.changes);
  const bearers = ownBearers(past.people, email);
  const tasks = groupBy(facts.tasks, (task) => keyOf(task.phase, task));
  const looksOn = [...people.coordinators, ...people.units.map(({ head }) => head)].some(
    (person) => person !== null && isSameAddress(person, { email }),
  );
  return everyPhase(facts, recorded).flatMap((each) => {
    const { phase, gone } = each;
    const make = itemMaker(facts, each, recorded.changes);
    const today = gone ? [] : bearersOf(phase, facts);
    const now = new Set(today.map((bearer) => keyOf(phase.code, bearer)));
    const once = new Set(bearersOf(phase, past).map((bearer) => keyOf(phase.code, bearer)));
    const own = bearers.flatMap((bearer) => {
      const key = keyOf(phase.code, bearer);
      const offices = { isBearer: now.has(key), wasBearer: once.has(key) };
      const task = taskOf(phase, cycle, tasks.get(key) ?? [], offices);
      return task ? [make(bearer, task)] : [];
    });
    return looksOn ? [make(nobody, null), ...own] : own;
  });
}

/** A cycle's phases, for whoever knows the address of its calendar: nothing of any person or unit. */
export function cycleCalendar(facts: Facts, recorded: Recorded): CalendarItem[] {
  return everyPhase(facts, recorded).map((each) =>
    itemMaker(facts, each, recorded.changes)(nobody, null),
  );
}

/** One task as it stands in the calendar of whoever has it, for a mail about it. */
export function taskItem(facts: Facts, task: Task, changes: readonly Change[]): CalendarItem {
  const phase = facts.phases.find(({ code }) => code === task.phase);
  if (!phase) throw new RangeError(`a task of phase ${task.phase}, which is gone`);
  const make = itemMaker(facts, { phase, gone: false }, changes);
  return make({ unit: task.unit, assessor: task.assessor }, standing(task));
}

interface ListedPhase extends Pick<CalendarItem, 'gone'> {
  readonly phase: Phase;
}

const nobody: Bearer = { unit: null, assessor: null };

function everyPhase({ phases }: Facts, { removed }: Recorded): ListedPhase[] {
  const codes = new Set(phases.map(({ code }) => code));
  // Who loads a file once more with the phase in it brings it back, under the same name.
  const away = removed.filter(({ code }) => !codes.has(code)).map(scheduledPhase);
  return [
    ...phases.map((phase) => ({ phase, gone: false })),
    ...away.map((phase) => ({ phase, gone: true })),
  ];
}

/** As if nobody had retired or been taken off: who would have had a task then once had it before them. */
function withPast(facts: Facts, changes: readonly Change[]): Facts {
  const { units, assignments } = facts.people;
  const pairs = [...assignments, ...changes, ...facts.tasks].filter(isPair);
  const ever = new Map(
    pairs.map(({ assessor, unit }) => [JSON.stringify([assessor, unit]), { assessor, unit }]),
  );
  const people = {
    ...facts.people,
    units: units.map((unit) => ({ ...unit, retired: false })),
    assignments: [...ever.values()],
  };
  return { ...facts, people };
}

function isPair(each: Bearer): each is Assignment {
  return each.unit !== null && each.assessor !== null;
}

function ownBearers(people: People, email: string): Bearer[] {
  const { units, assessors } = officesOf(people, email);
  const coordinates = people.coordinators.some((each) => isSameAddress(each, { email }));
  return [
    ...(coordinates ? [{ unit: null, assessor: null }] : []),
    ...units.map((unit) => ({ unit, assessor: null })),
    ...people.assignments.filter(({ assessor }) => assessors.includes(assessor)),
  ];
}

/** Null: there is none, nor was there one to come. */
function taskOf(
  phase: Phase,
  cycle: Cycle,
  made: readonly Task[],
  { isBearer, wasBearer }: { readonly isBearer: boolean; readonly wasBearer: boolean },
): CalendarItem['task'] {
  const task = made.find(({ state }) => state !== 'cancelled') ?? made.at(-1);
  if (task) return standing(task);
  // Rule 9: whoever got none when it opened has none.
  if (phase.state === 'open' || phase.state === 'closed' || !wasBearer) return null;
  const state = isBearer ? 'coming' : 'cancelled';
  return { state, deadline: closesAt(phase, cycle), excused: false };
}

function standing({ state, deadline: at, deadlineDate: date, excused }: Task) {
  return { state, deadline: { at, date }, excused };
}

function itemMaker(
  { cycle, people }: Facts,
  { phase, gone }: ListedPhase,
  changes: readonly Change[],
) {
  const units = new Map(people.units.map((unit) => [unit.code, unit]));
  const ofPhase = changes.filter((each) => each.phase === null || each.phase === phase.code);
  return ({ unit, assessor }: Bearer, task: CalendarItem['task']): CalendarItem => {
    // Only what names nobody, or this very bearer: what somebody else has must not move it back and forth.
    const own = ofPhase.filter(
      (each) =>
        (each.unit === null && each.assessor === null) ||
        (each.unit === unit && each.assessor === assessor),
    );
    return {
      phase,
      unit: units.get(unit ?? '') ?? null,
      assessor,
      task,
      when: task ? whenDue(task.deadline, cycle) : whenHeld(phase, cycle),
      gone,
      revision: own.reduce((sum, { count }) => sum + count, 0),
      changedAt: own.reduce<Temporal.Instant | null>(
        (latest, { last }) => (latest ? later(latest, last) : last),
        null,
      ),
    };
  };
}

function whenDue({ at, date }: Deadline, { zone }: Cycle): When {
  return deadlineOf(date.toString(), zone).at.equals(at)
    ? { wholeDays: true, from: date, until: date.add({ days: 1 }) }
    : { wholeDays: false, from: at, until: at };
}

function whenHeld(phase: Phase, cycle: Cycle): When {
  const from = opensAt(phase, cycle);
  const closes = closesAt(phase, cycle);
  const first = localDate(from, cycle.zone);
  const endsDay = deadlineOf(closes.date.toString(), cycle.zone).at.equals(closes.at);
  return endsDay && openingOf(first.toString(), cycle.zone).equals(from)
    ? { wholeDays: true, from: first, until: closes.date.add({ days: 1 }) }
    : { wholeDays: false, from, until: closes.at };
}

function keyOf(phase: string, { unit, assessor }: Bearer): string {
  return JSON.stringify([phase, unit, assessor]);
}
