import type { Temporal } from 'temporal-polyfill';
import type { Answer, AnswerState } from '../domain/assessment/answer.js';
import { claimOf } from '../domain/assessment/answer.js';
import { Desk } from '../domain/assessment/desk.js';
import type { Dossier } from '../domain/assessment/dossier.js';
import { supportedLevel } from '../domain/assessment/evidence.js';
import { answerGaps, type Gap } from '../domain/assessment/gaps.js';
import { verifiedLevels } from '../domain/assessment/verified.js';
import { localDate } from '../domain/calendar.js';
import { isUnfinished, type Facts, type Task } from '../domain/cycle.js';
import { Draft } from '../domain/draft.js';
import { groupBy } from '../domain/group-by.js';
import { isClose, isToNudge } from '../domain/nudge.js';
import type { Unit } from '../domain/people.js';
import type { Indicator, Instrument } from '../domain/scoring.js';

export type IndicatorState =
  AnswerState | 'external' | 'no-lead' | 'unanswered' | 'nihil-asked' | 'nihil';

/** Where one indicator stands. */
export interface IndicatorProgress {
  readonly indicator: Indicator;
  /** The city's own, where it has one. */
  readonly title: string | null;
  readonly lead: string | null;
  readonly supports: readonly string[];
  readonly state: IndicatorState;
  readonly claim: string | null;
  /** What the evidence would carry. */
  readonly supported: number;
  readonly verified: string | null;
  /** What it lacks before it can be sent; nothing once it is. */
  readonly gaps: readonly Gap[];
}

/** Where one unit stands. */
export interface UnitProgress {
  readonly unit: Unit;
  readonly indicators: readonly IndicatorProgress[];
  /** Those that count, in the order of the phases; reviews are not among them. */
  readonly tasks: readonly TaskProgress[];
  /** Its reviews. */
  readonly reviews: readonly TaskProgress[];
  readonly isLate: boolean;
}

export interface TaskProgress extends Task {
  /** The deadline date minus today, negative when it is over. */
  readonly daysLeft: number;
}

export interface Progress {
  readonly units: readonly UnitProgress[];
  readonly indicators: readonly IndicatorProgress[];
  /** Of the coordinators. */
  readonly shared: readonly TaskProgress[];
  /** Lapsed tasks, the longest first. */
  readonly late: readonly TaskProgress[];
  /** Of units, unfinished, and soon to be late; the most urgent first. */
  readonly close: readonly TaskProgress[];
}

export function progressOf(
  facts: Facts,
  instrument: Instrument,
  dossier: Dossier,
  now: Temporal.Instant,
): Progress {
  const desk = new Desk(dossier, new Draft(facts, now, ''), instrument, now);
  const verified = verifiedLevels(facts, dossier);
  const indicators = instrument.indicators.map((indicator) => {
    return indicatorProgress(desk, indicator, verified[String(indicator.no)] ?? null);
  });
  const today = localDate(now, facts.cycle.zone);
  const daysTo = daysFrom(today);
  const tasks = facts.tasks
    .filter(({ state }) => state !== 'cancelled')
    .map((task) => ({ ...task, daysLeft: daysTo(task.deadlineDate) }));
  // Units times tasks would be millions of comparisons in a province.
  const tasksOf = groupBy(inPhaseOrder(facts, tasks), ({ unit }) => unit);
  const ledBy = groupBy(indicators, ({ lead }) => lead);
  const late = tasks.filter(({ state, excused }) => state === 'lapsed' && !excused);
  const close = tasks.filter((task) => isClose(task, today) && isToNudge(task, today));
  return {
    units: facts.people.units
      .filter(({ retired }) => !retired)
      .map((unit) => {
        return unitProgress(unit, ledBy.get(unit.code) ?? [], tasksOf.get(unit.code) ?? []);
      }),
    indicators,
    shared: tasks.filter(({ unit }) => unit === null),
    late: late.sort((a, b) => a.daysLeft - b.daysLeft),
    close: close.sort((a, b) => a.daysLeft - b.daysLeft),
  };
}

function indicatorProgress(
  desk: Desk,
  indicator: Indicator,
  verified: string | null,
): IndicatorProgress {
  const { no } = indicator;
  const { title, lead, supports } = desk.responsibility(no);
  const answer = desk.answer(no);
  const state = stateOf(desk, indicator, answer);
  const isOpen = state === 'draft' || state === 'unanswered' || state === 'revising';
  return {
    ...{ indicator, title, lead, supports, state, verified },
    claim: answer && (claimOf(answer) ?? answer.level),
    supported: supportedLevel(indicator, desk.evidenceOf(no)),
    gaps: isOpen ? answerGaps(desk, no) : [],
  };
}

function stateOf(
  desk: Desk,
  { no, valueSource }: Indicator,
  answer: Answer | null,
): IndicatorState {
  if (valueSource === 'external') return 'external';
  const nihil = desk.nihil(no)?.state;
  if (nihil === 'approved') return 'nihil';
  if (nihil === 'asked') return 'nihil-asked';
  if (desk.responsibility(no).lead === null) return 'no-lead';
  return answer?.state ?? 'unanswered';
}

/** @param own its tasks, in the order of the phases */
function unitProgress(
  unit: Unit,
  indicators: readonly IndicatorProgress[],
  own: readonly TaskProgress[],
): UnitProgress {
  return {
    unit,
    indicators,
    tasks: own.filter(({ assessor }) => assessor === null),
    reviews: own.filter(({ assessor }) => assessor !== null),
    isLate: own.some(
      ({ state, assessor, excused }) => state === 'lapsed' && assessor === null && !excused,
    ),
  };
}

/** Thousands of tasks share a few dates, and the very objects: each is counted to once. */
function daysFrom(today: Temporal.PlainDate): (date: Temporal.PlainDate) => number {
  const known = new Map<Temporal.PlainDate, number>();
  return (date) => {
    const days = known.get(date) ?? today.until(date).total('days');
    known.set(date, days);
    return days;
  };
}

function inPhaseOrder({ phases }: Facts, tasks: readonly TaskProgress[]): TaskProgress[] {
  const position = new Map(phases.map(({ code }, index) => [code, index]));
  return [...tasks].sort((a, b) => (position.get(a.phase) ?? 0) - (position.get(b.phase) ?? 0));
}

/** What is left to do, the most urgent first. */
export function unfinished(tasks: readonly TaskProgress[]): TaskProgress[] {
  return tasks.filter(isUnfinished).sort((a, b) => a.daysLeft - b.daysLeft);
}
