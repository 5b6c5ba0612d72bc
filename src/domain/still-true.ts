import type { Temporal } from 'temporal-polyfill';
import { isUnfinished, type Phase, type Task } from './cycle.js';
import { isAfter } from './instants.js';
import type { Notice } from './notice.js';
import type { NoticeKind } from './notice-kind.js';
import { unitOf, type People } from './people.js';
import { isSameAddress } from './recipients.js';

/** The present state of what a notice speaks of. */
export interface Present {
  readonly now: Temporal.Instant;
  readonly phase: Phase | null;
  readonly task: Task | null;
  readonly people: People;
  /** The request for more time, of the unit in the phase, that still waits for a decision. */
  readonly request: string | null;
}

type Told = Pick<Notice, 'kind' | 'unit' | 'deadline' | 'recipient' | 'facts'>;
type Check = (notice: Told, present: Present) => boolean;

const unfinished: Check = (_, { task, now }) =>
  task !== null && isUnfinished(task) && isAfter(task.deadline, now);

/** Who has nothing to answer for is not reminded of it. */
const owed: Check = (_, { task }) => task !== null && !task.excused;

const sameDeadline: Check = ({ deadline }, { task }) => task?.deadline.equals(deadline) ?? false;

const unitTakesPart: Check = ({ unit }, { people }) => unitOf(people, unit)?.retired === false;

const isAssigned: Check = (_, { task, people }) =>
  people.assignments.some(
    ({ assessor, unit }) => assessor === task?.assessor && unit === task.unit,
  );

const both =
  (...checks: Check[]): Check =>
  (notice, present) =>
    checks.every((check) => check(notice, present));

/** Rule 12. An occurrence belongs to its deadline: when that moves, it is no longer true. */
const checks: Readonly<Record<NoticeKind, Check>> = {
  opened: unfinished,
  reminder: both(unfinished, owed, sameDeadline),
  overdue: both((_, { task }) => task?.state === 'lapsed', owed, sameDeadline),
  blocked: (_, { phase }) => phase?.state === 'blocked',
  rescheduled: both(unfinished, sameDeadline),
  extended: both(unfinished, sameDeadline),
  handover: unfinished,
  assigned: unfinished,
  unassigned: (notice, present) => !isAssigned(notice, present),
  returned: unitTakesPart,
  comment: unitTakesPart,
  'extension-asked': ({ facts }, { request }) => request !== null && facts.request === request,
  'extension-refused': unitTakesPart,
  outage: ({ recipient }, { people }) =>
    people.coordinators.some((each) => isSameAddress(each, recipient)),
  'cycle-closed': () => true,
};

/** Rule 12: whether a notice may still be sent, which is asked right before it is. */
export function stillTrue(notice: Told, present: Present): boolean {
  return checks[notice.kind](notice, present) && stillInOffice(notice, present);
}

/** A mail to somebody who is no longer the unit's admin, or no longer its assessor, speaks to the wrong person. */
function stillInOffice(notice: Told, present: Present): boolean {
  const { recipient, kind } = notice;
  if (recipient.role === 'admin') {
    return (
      unitOf(present.people, recipient.unit)?.admins.some((admin) =>
        isSameAddress(admin, recipient),
      ) ?? false
    );
  }
  return recipient.role !== 'assessor' || kind === 'unassigned' || isAssigned(notice, present);
}
