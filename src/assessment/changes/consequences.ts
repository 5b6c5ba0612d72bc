import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../domain/calendar.js';
import type { Command } from '../../domain/commands/command.js';
import type { Cycle, Facts, Phase, Task } from '../../domain/cycle.js';
import type { Basis } from '../../domain/draft.js';
import type { Mail } from '../../domain/mails.js';
import type { Unit } from '../../domain/people.js';
import type { PlannedNotice, Preview } from '../../domain/preview.js';
import { yearsWithout } from '../../domain/uncovered-years.js';
import { fingerprint } from '../fingerprint.js';

type Kind =
  | 'reschedule'
  | 'extend'
  | 'setReminders'
  | 'setHolidays'
  | 'override'
  | 'pause'
  | 'resume'
  | 'addUnit'
  | 'retireUnit';

/** What a coordinator may do to a running cycle once its consequences were shown. */
export type TimelineCommand = Extract<Command, { do: Kind }>;

/** What is to be done, in its order, and on what it rests: all of it or nothing. */
export interface Order {
  readonly commands: readonly TimelineCommand[];
  readonly basis: Basis;
}

/** Null on one side: it was not there, or is not there any more. */
export interface Change<T> {
  readonly before: T | null;
  readonly after: T | null;
}

export interface PhaseShown {
  readonly state: Phase['state'];
  readonly opens: string;
  readonly closes: string;
  readonly reminders: readonly string[];
}

export interface TaskShown {
  readonly state: Task['state'];
  /** The instant, and the last local date (rule 2). */
  readonly deadline: string;
  readonly deadlineDate: string;
}

/** Whether it takes part is told by `retired`: what a unit did stays. */
export type UnitShown = Pick<Unit, 'name' | 'retired'>;

export interface MailShown {
  readonly to: { readonly name: string; readonly email: string };
  /** The addresses that it is copied to, with commas between them. */
  readonly cc: string | null;
  readonly notices: readonly Pick<NoticeShown, 'kind' | 'phase' | 'unit'>[];
}

export interface NoticeShown {
  readonly at: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly kind: PlannedNotice['kind'];
  readonly offset: string | null;
  readonly phase: string;
  readonly unit: string | null;
  readonly deadline: string;
}

/** A preview as pages and programs show it: names, dates and states, nothing that changes while one reads. */
export interface Consequences {
  readonly cycle: Change<Facts['cycle']['state']> | null;
  readonly phases: readonly (Change<PhaseShown> & { readonly phase: string })[];
  readonly tasks: readonly (Change<TaskShown> &
    Pick<Task, 'phase' | 'unit' | 'assessor'> & { readonly task: string })[];
  readonly units: readonly (Change<UnitShown> & { readonly unit: string })[];
  readonly now: readonly MailShown[];
  readonly come: readonly NoticeShown[];
  readonly gone: readonly NoticeShown[];
  readonly moved: readonly { readonly before: NoticeShown; readonly after: NoticeShown }[];
}

export function consequencesOf(preview: Preview): Consequences {
  const { cycle } = preview;
  return {
    cycle: cycle.before === cycle.after ? null : cycle,
    phases: preview.phases.map(({ before, after }) => ({
      phase: (after ?? before)?.code ?? '',
      before: before && phaseShown(before),
      after: after && phaseShown(after),
    })),
    tasks: preview.tasks.flatMap(({ before, after }) => {
      const task = after ?? before;
      if (!task) return [];
      const { id, phase, unit, assessor } = task;
      const states = { before: before && taskShown(before), after: after && taskShown(after) };
      return [{ task: id, phase, unit, assessor, ...states }];
    }),
    units: preview.units.map(({ before, after }) => ({
      unit: (after ?? before)?.code ?? '',
      before: before && unitShown(before),
      after: after && unitShown(after),
    })),
    now: preview.now.map(mailShown),
    come: preview.come.map(noticeShown),
    gone: preview.gone.map(noticeShown),
    moved: preview.moved.map(({ before, after }) => ({
      before: noticeShown(before),
      after: noticeShown(after),
    })),
  };
}

/** Years of which no day off is known, though a date or a mail comes to lie in them. */
export function uncoveredIn({ phases, tasks, come, moved }: Consequences, cycle: Cycle): number[] {
  const mails = [...come, ...moved.map(({ after }) => after)];
  return yearsWithout(cycle, [
    ...phases.flatMap(({ after }) => (after ? [after.opens, after.closes] : [])),
    ...tasks.flatMap(({ after }) => (after ? [after.deadlineDate] : [])),
    ...mails.map(({ at }) => localDate(Temporal.Instant.from(at), cycle.zone).toString()),
  ]);
}

/** Given back with the order: it is refused when something else would come of it by then. */
export function shownAs({ commands, basis }: Order, consequences: Consequences): string {
  return fingerprint([commands, basis.reason, basis.letter, consequences]);
}

function phaseShown({ state, opens, closes, reminders }: Phase): PhaseShown {
  return { state, opens, closes, reminders };
}

function taskShown({ state, deadline, deadlineDate }: Task): TaskShown {
  return { state, deadline: deadline.toString(), deadlineDate: deadlineDate.toString() };
}

function unitShown({ name, retired }: Unit): UnitShown {
  return { name, retired };
}

function mailShown({ to: { name, email }, cc, notices }: Mail): MailShown {
  return {
    to: { name, email },
    cc: cc.length === 0 ? null : cc.map(({ email }) => email).join(', '),
    notices: notices.map(({ kind, phase, unit }) => ({ kind, phase, unit })),
  };
}

function noticeShown(notice: PlannedNotice): NoticeShown {
  const { at, recipient, kind, offset, phase, unit, deadline } = notice;
  const { name, email } = recipient;
  return {
    at: at.toString(),
    to: { name, email },
    kind,
    offset,
    phase,
    unit,
    deadline: deadline.toString(),
  };
}
