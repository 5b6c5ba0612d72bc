import { mayJudge } from '../domain/assessment/actor.js';
import { sheetsOf, type Sheet, type SheetReview } from '../domain/assessment/reading.js';
import { localDate } from '../domain/calendar.js';
import type { Task } from '../domain/cycle.js';
import type { Overview } from './overview.service.js';

/** A review as its assessor works through it. */
export interface ReviewInQueue {
  readonly task: Task;
  /** The deadline date minus today. */
  readonly daysLeft: number;
  readonly answers: readonly { readonly sheet: Sheet; readonly review: SheetReview | null }[];
}

/** The reader's own reviews: those that can still be worked on first, by their deadline. */
export function queueOf(overview: Overview): ReviewInQueue[] {
  const { facts, instrument, dossier, actor, now } = overview;
  const sheets = sheetsOf(facts, instrument, dossier, actor);
  const today = localDate(now, facts.cycle.zone);
  return facts.tasks
    .filter((task) => task.state !== 'cancelled' && mayJudge(task, actor, facts.people))
    .map((task) => ({
      task,
      daysLeft: today.until(task.deadlineDate).total('days'),
      answers: sheets
        .filter(
          ({ responsibility, answer }) =>
            responsibility.lead === task.unit && answer?.claimed != null,
        )
        .map((sheet) => ({ sheet, review: ownReview(sheet, task) })),
    }))
    .sort((a, b) => rank(a) - rank(b) || a.daysLeft - b.daysLeft);
}

function ownReview({ reviews }: Sheet, { phase, assessor }: Task): SheetReview | null {
  return reviews.find((each) => each.phase === phase && each.assessor === assessor) ?? null;
}

/** What came back revised waits as well, although its review has finished. */
function rank({ task, answers }: ReviewInQueue): number {
  const isBack = answers.some(
    ({ sheet: { answer }, review }) =>
      answer?.state === 'revised' || (review?.item === null && answer?.state === 'submitted'),
  );
  return task.state !== 'finished' || isBack ? 0 : 1;
}
