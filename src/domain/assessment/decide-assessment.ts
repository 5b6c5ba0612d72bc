import { Refusal } from '../refusal.js';
import { authorise, mayJudge, relationsTo, type Action, type Actor } from './actor.js';
import { assignIndicator, setExternal } from './commands/assign-indicator.js';
import type { AssessmentCommand } from './commands/command.js';
import { comment } from './commands/comment.js';
import { attachEvidence, ownerOf, removeEvidence, replaceEvidence } from './commands/evidence.js';
import { agree, judgeEvidence, reviewAnswer } from './commands/judge.js';
import { askNihil, decideNihil, withdrawNihil } from './commands/nihil.js';
import { saveAnswer } from './commands/save-answer.js';
import { settle } from './commands/settle.js';
import type { Desk } from './desk.js';

type Of<Name extends AssessmentCommand['do']> = Extract<AssessmentCommand, { do: Name }>;

interface Handler<Name extends AssessmentCommand['do']> {
  readonly action: Action;
  readonly carryOut: (desk: Desk, command: Of<Name>, actor: Actor) => void;
}

const handlers: { readonly [Name in AssessmentCommand['do']]: Handler<Name> } = {
  saveAnswer: {
    action: 'answer',
    carryOut: (desk, given, { name }) => saveAnswer(desk, given, name),
  },
  attachEvidence: { action: 'attach', carryOut: attachAsOwn },
  replaceEvidence: {
    action: 'attach',
    carryOut: (desk, given, actor) => {
      refuseForeign(actor, ownerOf(desk, desk.evidence(given.evidence)));
      replaceEvidence(desk, given, actor.name);
    },
  },
  removeEvidence: {
    action: 'attach',
    carryOut: (desk, { evidence }, actor) => {
      refuseForeign(actor, ownerOf(desk, desk.evidence(evidence)));
      removeEvidence(desk, evidence);
    },
  },
  askNihil: { action: 'declare', carryOut: (desk, given, { name }) => askNihil(desk, given, name) },
  withdrawNihil: {
    action: 'declare',
    carryOut: (desk, { indicator }) => withdrawNihil(desk, indicator),
  },
  decideNihil: {
    action: 'decide',
    carryOut: (desk, given, { name }) => decideNihil(desk, given, name),
  },
  judgeEvidence: { action: 'judge', carryOut: judging(judgeEvidence) },
  reviewAnswer: { action: 'judge', carryOut: judging(reviewAnswer) },
  agree: { action: 'judge', carryOut: judging(agree) },
  settle: { action: 'decide', carryOut: (desk, given, { name }) => settle(desk, given, name) },
  comment: { action: 'comment', carryOut: comment },
  assignIndicator: { action: 'assign', carryOut: assignIndicator },
  setExternal: {
    action: 'assign',
    carryOut: (desk, given, { name }) => setExternal(desk, given, name),
  },
};

/**
 * Carries out what somebody asks for; the desk then holds what changed.
 * @throws Refusal, in which case desk and draft are to be thrown away
 */
export function decideAssessment(desk: Desk, command: AssessmentCommand, actor: Actor): void {
  // The table pairs each name with its own command, which the compiler cannot follow through the index.
  const { action, carryOut } = handlers[command.do] as Handler<AssessmentCommand['do']>;
  const responsibility = desk.responsibility(indicatorOf(desk, command));
  authorise(action, relationsTo(actor, responsibility, desk.draft.facts.people));
  carryOut(desk, command, actor);
}

/** What is asked for at the address of a unit that has nothing to do with it. @throws Refusal not_found */
export function refuseElsewhere(desk: Desk, command: AssessmentCommand, unit: string): void {
  const { lead, supports } = desk.responsibility(numberIn(desk, command));
  if (unit !== lead && !supports.includes(unit)) throw new Refusal('not_found', { unit });
}

function indicatorOf(desk: Desk, command: AssessmentCommand): number {
  return desk.indicator(numberIn(desk, command)).no;
}

function numberIn(desk: Desk, command: AssessmentCommand): number {
  return 'indicator' in command ? command.indicator : desk.evidence(command.evidence).indicator;
}

function attachAsOwn(desk: Desk, command: Of<'attachEvidence'>, actor: Actor): void {
  refuseForeign(actor, command.unit);
  const { lead, supports } = desk.responsibility(command.indicator);
  if (command.unit !== lead && !supports.includes(command.unit)) throw new Refusal('not_allowed');
  attachEvidence(desk, command, actor.name);
}

/** Evidence is its unit's own: another unit's stays as it is. */
function refuseForeign({ adminOf }: Actor, unit: string): void {
  if (!adminOf.includes(unit)) throw new Refusal('not_allowed', { unit });
}

/** A review belongs to one assessor: the other one of the unit works on his own. */
function judging<Given extends { readonly task: string }>(
  carryOut: (desk: Desk, command: Given, who: string) => void,
) {
  return (desk: Desk, command: Given, actor: Actor): void => {
    const task = desk.draft.tasks().find(({ id }) => id === command.task);
    if (!task || !mayJudge(task, actor, desk.draft.facts.people)) {
      throw new Refusal('not_found', { task: command.task });
    }
    carryOut(desk, command, actor.name);
  };
}
