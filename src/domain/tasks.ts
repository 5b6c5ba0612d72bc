import type { Temporal } from 'temporal-polyfill';
import { deadlineOf, type Deadline, type LocalMoment } from './calendar.js';
import { isUnfinished, type Facts, type Phase, type PhaseKind, type Task } from './cycle.js';
import type { Draft } from './draft.js';
import { isAfter, later } from './instants.js';
import { openedNoticeAt } from './occurrences.js';
import { calendarOf, closesAt, stateByDates } from './timeline.js';

interface Bearer {
  readonly unit: string | null;
  readonly assessor: string | null;
}

const shared = (): Bearer[] => [{ unit: null, assessor: null }];

const everyUnit = ({ people }: Facts): Bearer[] =>
  people.units
    .filter(({ retired }) => !retired)
    .map(({ code }) => ({ unit: code, assessor: null }));

const everyPair = ({ people }: Facts): Bearer[] => {
  const active = new Set(people.units.filter(({ retired }) => !retired).map(({ code }) => code));
  return people.assignments.filter(({ unit }) => active.has(unit));
};

const everyReturnedUnit = (facts: Facts): Bearer[] => {
  const returned = new Set(facts.tasks.filter(hasFindings).map(({ unit }) => unit));
  return everyUnit(facts).filter(({ unit }) => returned.has(unit));
};

/** Who has a task in a phase, by its kind: the table of the contract. */
const bearers: Readonly<Record<PhaseKind, (facts: Facts) => Bearer[]>> = {
  assignment: shared,
  briefing: everyUnit,
  'self-assessment': everyUnit,
  review: everyPair,
  revision: everyReturnedUnit,
  report: shared,
};

/** Who has a task in it. */
export function bearersOf(phase: Phase, facts: Facts): Bearer[] {
  return bearers[phase.kind](facts).filter((bearer) => isMeant(phase, bearer));
}

/** A phase can be for some units only. */
function isMeant({ units }: Phase, { unit }: Bearer): boolean {
  return units === null || unit === null || units.includes(unit);
}

/** Rule 9: the tasks of a phase are made when it opens. */
export function makeTasks(draft: Draft, phase: Phase, openedAt: Temporal.Instant): void {
  const noticeAt = openedNoticeAt(openedAt, calendarOf(draft.cycle));
  makeAll(draft, phase, { openedAt, noticeAt });
}

/** A phase that was open already when the cycle was activated: its opened notices go at once, reviews' too. */
export function makeActivationTasks(draft: Draft, phase: Phase): void {
  makeAll(draft, phase, { openedAt: draft.now, noticeAt: draft.now });
}

/**
 * Rule 9: a task in a phase that is already open, made at once with a notice at once (rule 10).
 * Null when the bearer has that task already, or the phase is for others.
 */
export function makeLateTask(draft: Draft, phase: Phase, bearer: Bearer): Task | null {
  if (!isMeant(phase, bearer)) return null;
  if (draft.tasks({ phase: phase.code, ...bearer }).length > 0) return null;
  // An extension is the unit's: whoever takes its review over has the same days left.
  const extendedTo = extensionOf(draft, phase, bearer.unit);
  return make(draft, phase, bearer, {
    openedAt: draft.now,
    noticeAt: draft.now,
    late: true,
    deadline: deadlineWith(closesAt(phase, draft.cycle), extendedTo, draft.cycle.zone),
    extendedTo,
  });
}

/** Phases of these kinds that can be worked in now. */
export function openPhases(draft: Draft, kinds: readonly PhaseKind[]): Phase[] {
  return draft.phases.filter(
    (phase) => kinds.includes(phase.kind) && stateByDates(phase, draft.cycle, draft.now) === 'open',
  );
}

/** A finished review that returned something (rules 9 and 10). */
export function hasFindings({ state, findings }: Task): boolean {
  return state === 'finished' && findings.length > 0;
}

/** Rule 15: the later of the phase's closing and the task's own extension. */
export function deadlineWith(
  closes: Deadline,
  extendedTo: LocalMoment | null,
  zone: string,
): Deadline {
  if (extendedTo === null) return closes;
  const extended = deadlineOf(extendedTo, zone);
  return isAfter(extended.at, closes.at) ? extended : closes;
}

export function moveDeadline(task: Task, { at, date }: Deadline, now: Temporal.Instant): Task {
  return { ...task, deadline: at, deadlineDate: date, deadlineSince: now };
}

/** Rule 8: whoever is late lapses. A task made after its own deadline lapses when it is made. */
export function lapse(draft: Draft, until: Temporal.Instant): void {
  const over = draft.tasks().filter((task) => isUnfinished(task) && !isAfter(task.deadline, until));
  for (const task of over) {
    draft.moveTask(task, 'lapse', {}, { due: later(task.deadline, task.openedAt) });
  }
}

interface Opening {
  readonly openedAt: Temporal.Instant;
  readonly noticeAt: Temporal.Instant;
  readonly late: boolean;
  readonly deadline: Deadline;
  readonly extendedTo: LocalMoment | null;
}

/** With one deadline for all of them. */
function makeAll(
  draft: Draft,
  phase: Phase,
  moments: Pick<Opening, 'openedAt' | 'noticeAt'>,
): void {
  const deadline = closesAt(phase, draft.cycle);
  const opening = { ...moments, late: false, deadline, extendedTo: null };
  for (const bearer of bearersOf(phase, draft.facts)) make(draft, phase, bearer, opening);
}

function make(draft: Draft, phase: Phase, bearer: Bearer, opening: Opening): Task {
  const { unit, assessor } = bearer;
  const { openedAt, noticeAt, late, deadline, extendedTo } = opening;
  const task: Task = {
    id: freeId(draft, phase, bearer),
    phase: phase.code,
    unit,
    assessor,
    state: 'todo',
    deadline: deadline.at,
    deadlineDate: deadline.date,
    extendedTo,
    openedAt,
    noticeAt,
    deadlineSince: openedAt,
    levels: {},
    findings: [],
    excused: false,
  };
  draft.addTask(task, { due: openedAt, facts: { late } });
  return task;
}

/** The latest that the unit was granted in this phase, whoever had its task then. */
function extensionOf(draft: Draft, phase: Phase, unit: string | null): LocalMoment | null {
  if (unit === null) return null;
  return draft.facts.tasks
    .filter((task) => task.phase === phase.code && task.unit === unit)
    .flatMap(({ extendedTo }) => extendedTo ?? [])
    .reduce<LocalMoment | null>((latest, each) => {
      const isLatest = latest === null || isAfter(endOf(draft, each), endOf(draft, latest));
      return isLatest ? each : latest;
    }, null);
}

function endOf({ cycle }: Draft, moment: LocalMoment): Temporal.Instant {
  return deadlineOf(moment, cycle.zone).at;
}

/** A unit that comes back, or an assessor, gets a new task: the cancelled one stays as it was. */
function freeId(draft: Draft, phase: Phase, { unit, assessor }: Bearer): string {
  const name = [phase.code, unit, assessor].filter((part) => part !== null).join('/');
  let count = 1;
  while (draft.hasTask(`${name}#${count}`)) count += 1;
  return `${name}#${count}`;
}
