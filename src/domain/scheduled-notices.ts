import type { Facts, Task } from './cycle.js';
import { isUnfinished } from './cycle.js';
import { isAfter } from './instants.js';
import type { Entry } from './journal.js';
import type { Matter, Notice } from './notice.js';
import type { NoticeKind } from './notice-kind.js';
import { isOverdue } from './offset.js';
import type { KnownOccurrences, Occurrence } from './occurrences.js';
import { pastSchedule } from './past-schedule.js';
import type { Span } from './plan-notices.js';
import type { Directory } from './recipients.js';

/**
 * Rule 14: of each task's occurrences in the span only the latest. The opened notice of a task that was
 * just made belongs to the span although it may be due at the very instant the last tick ended with.
 */
export function scheduled(
  facts: Facts,
  span: Span,
  directory: Directory,
  known?: KnownOccurrences,
): Notice[] {
  const made = madeTasks(span.news);
  const schedules = pastSchedule(facts, span.until, span.news, known);
  return schedules.flatMap(({ tasks, occurrences: past }) => {
    const due = latest(past.filter(({ at }) => isAfter(at, span.after)));
    const dueIfMade = latest(past.filter((each) => each.offset === null || each === due));
    const [asDue, asMade] = [due, dueIfMade].map((each) => each && named(each, tasks[0]));
    return tasks.flatMap((task) => {
      const occurrence = made.has(task.id) ? asMade : asDue;
      const matter = occurrence && matterOf(task, occurrence, made.get(task.id) === 'assigned');
      if (!occurrence || !matter) return [];
      return directory.address(matter, directory.bearersOf(task), occurrence.reached);
    });
  });
}

/** An occurrence as the tasks of one schedule have it: what is unique of it besides the task. */
interface Named extends Occurrence {
  readonly name: string;
}

function named(occurrence: Occurrence, task: Task | undefined): Named {
  const { offset } = occurrence;
  if (!offset || !task) return { ...occurrence, name: 'opened' };
  const { deadline, deadlineDate } = task;
  return {
    ...occurrence,
    name: `${deadline.toString()} ${deadlineDate.toString()} ${offset.name}`,
  };
}

/** Null when it is not true: a reminder is for who is unfinished, an overdue notice for who has lapsed. */
function matterOf(task: Task, { offset, name }: Named, assigned: boolean): Matter | null {
  const kind = kindOf(offset);
  const isTrue = isTrueOf(task, { offset });
  // Rule 10: for a review that somebody was just given, `assigned` stands for `opened`.
  if (!isTrue || (kind === 'opened' && assigned)) return null;
  return {
    occurrence: `${task.id} ${name}`,
    kind,
    offset: offset?.name ?? null,
    phase: task.phase,
    unit: task.unit,
    task: task.id,
    deadline: task.deadline,
    facts: {},
  };
}

export function isTrueOf(task: Task, { offset }: Pick<Occurrence, 'offset'>): boolean {
  if (task.excused) return false;
  return kindOf(offset) === 'overdue' ? task.state === 'lapsed' : isUnfinished(task);
}

function kindOf(offset: Occurrence['offset']): NoticeKind {
  if (offset === null) return 'opened';
  return isOverdue(offset) ? 'overdue' : 'reminder';
}

export function latest(occurrences: readonly Occurrence[]): Occurrence | null {
  return occurrences.reduce<Occurrence | null>(
    (last, each) => (last && isAfter(last.at, each.at) ? last : each),
    null,
  );
}

/** Tasks made since the last tick, and whether an `assigned` notice speaks of them. */
function madeTasks(news: readonly Entry[]): Map<string, 'made' | 'assigned'> {
  const made = news.filter(({ what, from }) => what === 'task' && from === null);
  return new Map(
    made.flatMap(({ task, assessor, facts }) =>
      task ? [[task, assessor && facts['late'] === true ? 'assigned' : 'made'] as const] : [],
    ),
  );
}
