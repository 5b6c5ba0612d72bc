import type { Temporal } from 'temporal-polyfill';
import { localDate } from './calendar.js';
import type { Facts, Task } from './cycle.js';
import { asIfRunning, forecast } from './forecast.js';
import { isAfter } from './instants.js';
import type { Notice, Recipient } from './notice.js';
import type { NoticeKind } from './notice-kind.js';
import type { Copied, CopiedOffice } from './escalation.js';
import {
  groupedByDates,
  offsetsByPhase,
  remindersOf,
  type Absence,
  type Reminder,
} from './occurrences.js';
import { isOverdue } from './offset.js';
import { Directory } from './recipients.js';
import { calendarOf } from './timeline.js';

/** Whether a notice will go if nobody does anything, or why not. */
export type Fate = 'goes' | 'held-back' | 'finished' | 'excused' | Absence;

/** Now, or when a cycle that is paused is resumed. */
export function isToCome({ fate }: Pick<PlannedSending, 'fate'>): boolean {
  return fate === 'goes' || fate === 'held-back';
}

/** One notice that the calendar has for one person, whether it will go or not. */
export interface PlannedSending {
  readonly at: Temporal.Instant;
  readonly kind: NoticeKind;
  readonly offset: string | null;
  readonly phase: string;
  readonly unit: string | null;
  readonly task: string | null;
  /** The task's own, with its extension. */
  readonly deadline: Temporal.Instant;
  readonly recipient: Recipient;
  readonly copyTo: readonly Copied[];
  /** Rungs of the ladder that it would be copied to, if anybody stood on them. */
  readonly vacant: readonly CopiedOffice[];
  readonly fate: Fate;
  /** The day that its offset names, where that is no working day (rule 4). */
  readonly movedFrom: Temporal.PlainDate | null;
}

/**
 * The rest of a cycle's notices in the order of their time, by the planner that sends them, with those
 * that will not go and why. Of tasks that are yet to be made as well.
 */
export function sendPlan(facts: Facts, now: Temporal.Instant): PlannedSending[] {
  const { cycle } = facts;
  const running = asIfRunning(facts);
  const steps = [...forecast(running, now)];
  const end = steps.at(-1)?.facts ?? running;
  const reminders = remindersIn(end);
  const moved = new Map(
    reminders.map(({ task, reminder, movedFrom }) => [
      keyOf(task.id, reminder.offset.name),
      movedFrom,
    ]),
  );
  const fate = cycle.state === 'active' ? 'goes' : 'held-back';
  const going = steps.flatMap(({ at, mails }) =>
    mails.flatMap(({ notices }) =>
      notices.map((notice): PlannedSending => {
        const movedFrom = moved.get(keyOf(notice.task, notice.offset)) ?? null;
        return { ...about(notice), at, fate, movedFrom };
      }),
    ),
  );
  const absent = absentIn(end, reminders).filter(({ at }) => isAfter(at, now));
  return [...going, ...absent].sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
}

interface TaskReminder {
  readonly task: Task;
  readonly reminder: Reminder;
  readonly movedFrom: Temporal.PlainDate | null;
}

function remindersIn(facts: Facts): TaskReminder[] {
  const { cycle, tasks } = facts;
  const calendar = calendarOf(cycle);
  const offsets = offsetsByPhase(facts);
  const live = tasks.filter(({ state }) => state !== 'cancelled');
  return [...groupedByDates(live).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const reminders = remindersOf(first, offsets(first), calendar).map((reminder) => ({
      reminder,
      movedFrom: movedFrom(reminder, cycle.zone),
    }));
    return group.flatMap((task) => reminders.map((each) => ({ task, ...each })));
  });
}

/** What the planner passes over: for ever, or because of what has become of the task. */
function absentIn({ people, cycle }: Facts, reminders: readonly TaskReminder[]): PlannedSending[] {
  const directory = new Directory(people, cycle);
  return reminders.flatMap(({ task, reminder, movedFrom: day }) => {
    const fate = reminder.absence ?? fateOf(task);
    if (fate === null) return [];
    const { at, offset } = reminder;
    const { id, phase, unit, deadline } = task;
    const kind = isOverdue(offset) ? 'overdue' : 'reminder';
    const matter = {
      at,
      kind,
      offset: offset.name,
      phase,
      unit,
      task: id,
      deadline,
      fate,
    } as const;
    return directory.bearersOf(task).map((recipient) => ({
      ...matter,
      recipient,
      copyTo: [],
      vacant: [],
      movedFrom: day,
    }));
  });
}

function fateOf({ state, excused }: Task): Fate | null {
  if (state === 'finished') return 'finished';
  return excused ? 'excused' : null;
}

function about(notice: Notice): Omit<PlannedSending, 'at' | 'fate' | 'movedFrom'> {
  const { kind, offset, phase, unit, task, deadline, recipient, copyTo, facts } = notice;
  const { vacant = [] } = facts;
  return { kind, offset, phase, unit, task, deadline, recipient, copyTo, vacant };
}

function movedFrom({ at, unmoved }: Reminder, zone: string): Temporal.PlainDate | null {
  return unmoved.equals(localDate(at, zone)) ? null : unmoved;
}

function keyOf(task: string | null, offset: string | null): string {
  return JSON.stringify([task, offset]);
}
