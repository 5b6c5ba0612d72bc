import { reassignReview } from '../../../src/domain/assessment/commands/hand-over.js';
import type { AssessmentCommand } from '../../../src/domain/assessment/commands/command.js';
import type { Evidence } from '../../../src/domain/assessment/evidence.js';
import type { Task } from '../../../src/domain/cycle.js';
import { extend } from '../commands.js';
import type { City } from './city.js';
import {
  accept,
  agree,
  askNihil,
  attach,
  coordinator,
  decideNihil,
  external,
  lead,
  pdf,
  reject,
  review,
  save,
  settle,
  withdrawNihil,
} from './deeds.js';
import type { Step } from './lives.js';

/** One request, which may be refused. */
export type Try = (city: City) => void;

/** What a step comes to, a request at a time: each sees what the one before it left. */
export const tries: Readonly<Record<Step['what'], (step: Step) => Try[]>> = {
  save: (step) => [asLead(step, (city) => saving(city, step))],
  attach: (step) => [asLead(step, (city) => attaching(city, step, 2 + (step.pick % 4)))],
  replace: (step) => [asLead(step, (city) => replacing(city, step))],
  remove: (step) => [asLead(step, (city) => removing(city, step))],
  send: (step) => [...led(step).flatMap(writing), finishing(step, 'isi')],
  revise: (step) => [...led(step).flatMap(writing), finishing(step, 'revisi')],
  judge: (step) => [asAssessor(step, (city, { id }) => judging(city, step, id))],
  review: (step) => [asAssessor(step, (city, task) => reviewing(city, step, task))],
  agree: (step) => [asAssessor(step, (_, { id }) => agree(step.indicator, id))],
  examine: (step) => [...led(step).flatMap(examining), closing(step)],
  settle: (step) => [settling(step)],
  ask: (step) => [asLead(step, () => askNihil(step.indicator))],
  decide: (step) => [deciding(step)],
  withdraw: (step) => [asLead(step, () => withdrawNihil(step.indicator))],
  lead: (step) => [asCoordinator(step, lead(step.indicator, step.unit))],
  external: (step) => [asCoordinator(step, external(step.level))],
  extend: (step) => [(city) => extending(city, step)],
  handOver: (step) => [(city) => handingOver(city, step)],
  publish: (step) => [(city) => city.finishes(whose(step, coordinator), 'lapor')],
};

type Made = (city: City) => AssessmentCommand | null;

function whose({ who }: Step, own: string): string {
  return who === 'own' ? own : who;
}

function adminOf(unit: string | null): string {
  return `admin@${(unit ?? 'tanpa').toLowerCase()}.test`;
}

/** The same step for each indicator that its unit leads at the start. */
function led(step: Step): Step[] {
  return (step.unit === 'DINKES' ? [1, 2] : [3]).map((indicator) => ({ ...step, indicator }));
}

function asLead(step: Step, made: Made): Try {
  return (city) => {
    const command = made(city);
    const { lead: unit } = city.desk().responsibility(step.indicator);
    if (command) city.does(whose(step, adminOf(unit)), command);
  };
}

function asCoordinator(step: Step, command: AssessmentCommand): Try {
  return (city) => city.does(whose(step, coordinator), command);
}

/** Some review of the unit, by its assessor. */
function asAssessor(step: Step, made: (city: City, task: Task) => AssessmentCommand | null): Try {
  return (city) => {
    const task = reviewOf(city, step);
    const command = task && made(city, task);
    if (command) city.does(whose(step, assessorOf(task)), command);
  };
}

function reviewOf(city: City, { indicator, pick }: Step): Task | null {
  const { lead: unit } = city.desk().responsibility(indicator);
  const own = city.facts.tasks.filter((task) => task.assessor !== null && task.unit === unit);
  return own[pick % own.length] ?? null;
}

function assessorOf({ assessor }: Task): string {
  return `${(assessor ?? 'tanpa').toLowerCase()}@asesor.test`;
}

function saving(city: City, { indicator, level, yes, pick }: Step): AssessmentCommand {
  const newest = city.desk().answer(indicator)?.version ?? 0;
  const fact = yes || pick > 0 ? `Ada ${pick}.` : ' ';
  return save(indicator, { level, fact, version: pick === 7 ? newest + 1 : newest });
}

function attaching(city: City, { indicator }: Step, level: number): AssessmentCommand {
  const unit = city.desk().responsibility(indicator).lead ?? 'DINKES';
  return attach(indicator, level, { id: freeId(city), unit });
}

function replacing(city: City, step: Step): AssessmentCommand | null {
  const evidence = pieceOf(city, step)?.id;
  const id = freeId(city);
  return evidence === undefined
    ? null
    : { do: 'replaceEvidence', id, evidence, attachment: pdf(id) };
}

function removing(city: City, step: Step): AssessmentCommand | null {
  const evidence = pieceOf(city, step)?.id;
  return evidence === undefined ? null : { do: 'removeEvidence', evidence };
}

/** Old versions are among them. */
function pieceOf(city: City, { indicator, pick }: Step): Evidence | undefined {
  const own = city.dossier.evidence.filter((each) => each.indicator === indicator);
  return own[pick % own.length];
}

function freeId(city: City): string {
  return `e${city.dossier.evidence.length}`;
}

/** An answer with whatever evidence it still lacks. */
function writing(step: Step): Try[] {
  const missing = [2, 3, 4, 5].map((level) =>
    asLead(step, (city) => {
      const present = city.desk().evidenceOf(step.indicator);
      return present.some((each) => each.level === level) ? null : attaching(city, step, level);
    }),
  );
  return [asLead(step, (city) => saving(city, { ...step, pick: 1 })), ...missing];
}

function finishing({ unit, ...step }: Step, phase: string): Try {
  return (city) => city.finishes(whose({ unit, ...step }, adminOf(unit)), phase, { unit });
}

function judging(city: City, step: Step, task: string): AssessmentCommand | null {
  const evidence = pieceOf(city, step)?.id;
  if (evidence === undefined) return null;
  return step.yes ? accept(evidence, task) : reject(evidence, 'tidak_tepat', task);
}

function reviewing(
  city: City,
  { indicator, level, yes }: Step,
  { id: task }: Task,
): AssessmentCommand {
  const version = city.desk().review(task, indicator)?.version ?? 0;
  return review(indicator, level, { task, version, finding: yes });
}

/** A verdict on each piece, and the highest level that can be set. */
function examining(step: Step): Try[] {
  const verdicts = Array.from({ length: 8 }, (_, at) =>
    asAssessor({ ...step, yes: at % 3 < 2 }, (city, { id }) => {
      const piece = city.desk().evidenceOf(step.indicator)[at]?.id;
      return piece === undefined
        ? null
        : at < step.pick || step.yes
          ? accept(piece, id)
          : reject(piece, 'tidak_tepat', id);
    }),
  );
  const levels = ['1', '2', '3', '4', '5'].map((level) =>
    asAssessor(step, (city, task) => reviewing(city, { ...step, level }, task)),
  );
  return [...verdicts, ...levels];
}

function closing(step: Step): Try {
  return (city) => {
    const task = reviewOf(city, step);
    if (!task) return;
    const { phase, unit, assessor } = task;
    city.finishes(whose(step, assessorOf(task)), phase, { unit, assessor });
  };
}

/** On what was asked first, if anything was. */
function deciding(step: Step): Try {
  return (city) => {
    const asked = city.dossier.nihil.find(({ state }) => state === 'asked');
    const { indicator } = asked ?? step;
    city.does(whose(step, coordinator), decideNihil(indicator, step.yes));
  };
}

/** At what one of the assessors has found. */
function settling(step: Step): Try {
  return (city) => {
    const { indicator, pick } = step;
    const items = city.dossier.reviews.filter((each) => each.indicator === indicator);
    const item = items[pick % items.length];
    if (!item?.level) return;
    city.does(whose(step, coordinator), { ...settle(indicator, item.level), phase: item.phase });
  };
}

function extending(city: City, { unit, pick, yes }: Step): void {
  const closes = city.now.toZonedDateTimeISO('Asia/Jakarta').toPlainDate().add({ days: pick });
  const phase = yes ? 'isi' : 'revisi';
  city.arranges(extend(phase, unit, closes.toString()));
}

function handingOver(city: City, { unit, pick }: Step): void {
  const [from = '', to = ''] =
    [
      ['A1', 'A3'],
      ['A3', 'A1'],
      ['A2', 'A3'],
    ][pick % 3] ?? [];
  city.change(coordinator, (desk) => {
    reassignReview(desk, unit, from, to);
  });
}
