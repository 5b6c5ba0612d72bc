import type { Temporal } from 'temporal-polyfill';
import { Desk } from '../../domain/assessment/desk.js';
import type { Dossier } from '../../domain/assessment/dossier.js';
import { isCounted, owedOf } from '../../domain/assessment/workload.js';
import type { Facts, Phase, Task } from '../../domain/cycle.js';
import { Draft } from '../../domain/draft.js';
import { groupBy } from '../../domain/group-by.js';
import { isBefore } from '../../domain/instants.js';
import type { Entry } from '../../domain/journal.js';
import type { TaskState } from '../../domain/machines.js';
import type { Instrument } from '../../domain/scoring.js';
import type { TimelineVersion } from '../../domain/timeline-version.js';
import { closesAt } from '../../domain/timeline.js';
import type { GivenTime, Outcome, OutcomeKind } from './minutes.js';

/** What is known of a phase. */
export interface PhaseRecord {
  readonly facts: Facts;
  readonly dossier: Dossier;
  readonly instrument: Instrument;
  readonly phase: Phase;
  /** Moves of the tasks of the phase, in their order. */
  readonly moves: readonly Entry[];
  /** The newest first. */
  readonly versions: readonly TimelineVersion[];
}

/** What became of each task of the phase, in the order of the units. */
export function outcomesOf(record: PhaseRecord): Outcome[] {
  const { facts, phase } = record;
  const own = facts.tasks.filter((task) => task.phase === phase.code);
  const byBearer = groupBy(own, ({ unit, assessor }) => `${unit ?? ''} ${assessor ?? ''}`);
  const moves = groupBy(record.moves, ({ task }) => task);
  const owed = owedIn(record);
  const place = new Map(facts.people.units.map(({ code }, index) => [code, index]));
  return [...byBearer.values()]
    .flatMap((tasks) => tasks.findLast(({ state }) => state !== 'cancelled') ?? tasks.at(-1) ?? [])
    .sort((a, b) => (place.get(a.unit ?? '') ?? 0) - (place.get(b.unit ?? '') ?? 0))
    .map((task) => outcomeOf(task, moves.get(task.id) ?? [], owed, record));
}

function outcomeOf(
  task: Task,
  moves: readonly Entry[],
  owed: (task: Task) => readonly number[],
  record: PhaseRecord,
): Outcome {
  const { facts, dossier, phase } = record;
  const { people, cycle } = facts;
  const { deadline, deadlineDate, findings } = task;
  const finishedAt =
    task.state === 'finished'
      ? (moves.findLast(({ to }) => to === 'finished')?.recorded ?? null)
      : null;
  const verdicts = dossier.verdicts.filter((each) => each.task === task.id);
  const accepted = verdicts.filter(({ judgement }) => judgement.kind === 'diterima').length;
  return {
    kind: kindOf(task, { moves, finishedAt, closes: closesAt(phase, cycle).at }),
    unit: nameOf(people.units, task.unit),
    assessor: nameOf(people.assessors, task.assessor),
    ...{ deadline, deadlineDate, finishedAt, findings },
    given: givenTime(task, record.versions),
    indicators: Object.keys(task.levels)
      .map(Number)
      .sort((a, b) => a - b),
    owed: owed(task),
    verdicts: task.assessor === null ? null : { accepted, refused: verdicts.length - accepted },
  };
}

interface Ending {
  readonly moves: readonly Entry[];
  readonly finishedAt: Temporal.Instant | null;
  /** The phase's own end, without anybody's extension. */
  readonly closes: Temporal.Instant;
}

type Told = (task: Task, ending: Ending) => OutcomeKind;

/** Nothing is finished late (rule 8): what came after the phase's end came within an extension. */
const kinds: Readonly<Record<TaskState, Told>> = {
  finished: (task, ending) => {
    if (ending.moves.some(({ from, to }) => from === 'lapsed' && to === 'in-progress')) {
      return 'reopened';
    }
    return isWithinExtension(task, ending) ? 'extended' : 'in-time';
  },
  lapsed: ({ excused }) => (excused ? 'nihil' : 'late'),
  todo: ({ excused }) => (excused ? 'nihil' : 'running'),
  'in-progress': ({ excused }) => (excused ? 'nihil' : 'running'),
  cancelled: () => 'cancelled',
};

function kindOf(task: Task, ending: Ending): OutcomeKind {
  return kinds[task.state](task, ending);
}

/** A request that was accepted in time can be recorded a moment after the end: without an extension it is in time. */
function isWithinExtension(
  { extendedTo, deadline }: Task,
  { finishedAt, closes }: Ending,
): boolean {
  const hadMore = extendedTo !== null && isBefore(closes, deadline);
  return hadMore && finishedAt !== null && !isBefore(finishedAt, closes);
}

/** Of the order that gave the task its present extension; of the last one for the unit where none says so. */
function givenTime(
  { phase, unit, extendedTo }: Task,
  versions: readonly TimelineVersion[],
): GivenTime | null {
  if (extendedTo === null) return null;
  const orders = versions.flatMap(({ changes, letter, reason }) =>
    changes
      .filter((each) => each.what === 'extended' && each.phase === phase && each.unit === unit)
      .map(({ to }) => ({ to, letter, reason })),
  );
  const order = orders.find(({ to }) => to === extendedTo) ?? orders[0];
  return { until: extendedTo, letter: order?.letter ?? null, reason: order?.reason ?? null };
}

/** One rule for what is owed, here and where somebody is reminded of it. */
function owedIn(record: PhaseRecord): (task: Task) => readonly number[] {
  const { facts, dossier, instrument, phase } = record;
  const { kind } = phase;
  if (!isCounted(kind)) return () => [];
  const { at } = closesAt(phase, facts.cycle);
  const desk = new Desk(dossier, new Draft(facts, at, ''), instrument, at);
  return (task) => (task.state === 'finished' ? [] : owedOf[kind](desk, task));
}

function nameOf(
  all: readonly { readonly code: string; readonly name: string }[],
  code: string | null,
): string | null {
  return all.find((each) => each.code === code)?.name ?? code;
}
