import type { Temporal } from 'temporal-polyfill';
import type { Attachment } from '../assessment/evidence.js';
import { deadlineOf, type LocalMoment } from '../calendar.js';
import { isUnfinished, type Facts, type Task } from '../cycle.js';
import { isAfter } from '../instants.js';
import type { Moves } from '../machines.js';
import { isPublished } from '../published.js';

export type RequestState = 'waiting' | 'approved' | 'shortened' | 'refused' | 'withdrawn';
export type RequestEvent = 'approve' | 'shorten' | 'refuse' | 'withdraw';

/** What a unit asked for never changes; only what became of it is added. */
export interface ExtensionRequest {
  readonly id: string;
  readonly phase: string;
  readonly unit: string;
  readonly state: RequestState;
  /** Until when the unit wants to have time. */
  readonly wish: LocalMoment;
  readonly reason: string;
  /** The number of the unit's letter, and the letter itself. */
  readonly letter: string;
  readonly file: LetterFile;
  readonly askedBy: string;
  readonly askedAt: Temporal.Instant;
  /** Until when it got time; null when it got none. */
  readonly granted: LocalMoment | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Temporal.Instant | null;
  /** What the coordinator said with the decision. */
  readonly note: string;
}

export type LetterFile = Extract<Attachment, { kind: 'file' }>;

const no = { refused: 'already_decided' } as const;

/** Rule 16, asked for by the unit. Whoever wants something else after that asks anew. */
// prettier-ignore
export const requestMoves: Moves<RequestState, RequestEvent> = {
  waiting:   { approve: 'approved', shorten: 'shortened', refuse: 'refused', withdraw: 'withdrawn' },
  approved:  { approve: no,         shorten: no,          refuse: no,        withdraw: no          },
  shortened: { approve: no,         shorten: no,          refuse: no,        withdraw: no          },
  refused:   { approve: no,         shorten: no,          refuse: no,        withdraw: no          },
  withdrawn: { approve: no,         shorten: no,          refuse: no,        withdraw: no          },
};

/**
 * Whether a decision would still change anything. Not when the unit has finished or retired, has until then
 * anyway, or the result is out. Computed and not stored: a date that moves back makes it ask again.
 */
export function stillAsks(
  { state, phase, unit, wish }: Pick<ExtensionRequest, 'state' | 'phase' | 'unit' | 'wish'>,
  { cycle, phases, tasks, people }: Facts,
): boolean {
  if (state !== 'waiting' || isPublished({ phases, tasks })) return false;
  const takesPart = people.units.some(({ code, retired }) => code === unit && !retired);
  const { at } = deadlineOf(wish, cycle.zone);
  return (
    takesPart && tasks.some((task) => isToExtend(task, phase, unit) && isAfter(at, task.deadline))
  );
}

/** The unit's own task, that it has not done yet; a review of it is its assessor's. */
export function isToExtend(task: Task, phase: string, unit: string): boolean {
  const isOwn = task.phase === phase && task.unit === unit && task.assessor === null;
  return isOwn && (isUnfinished(task) || task.state === 'lapsed');
}
