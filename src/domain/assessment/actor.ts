import { isSameAddress } from '../recipients.js';
import { Refusal } from '../refusal.js';
import type { Task } from '../cycle.js';
import type { People } from '../people.js';
import type { Responsibility } from './dossier.js';

/** Who asks, as far as one cycle knows them. */
export interface Actor {
  /** Whom the journal names. */
  readonly name: string;
  readonly coordinator: boolean;
  /** Codes of the units that they are admin of. */
  readonly adminOf: readonly string[];
  readonly headOf: readonly string[];
  /** The code under which they assess. */
  readonly assessor: string | null;
}

/** What somebody has to do with an indicator. */
export type Relation = 'coordinator' | 'lead' | 'support' | 'head' | 'assessor';

/** What is done with an indicator. */
export type Action =
  'read' | 'answer' | 'attach' | 'declare' | 'judge' | 'comment' | 'assign' | 'decide';

/** Who may do what; whoever is not named may not. */
export const allowed: Readonly<Record<Action, readonly Relation[]>> = {
  read: ['coordinator', 'lead', 'support', 'head', 'assessor'],
  answer: ['lead'],
  attach: ['lead', 'support'],
  declare: ['lead'],
  judge: ['assessor'],
  comment: ['coordinator', 'lead', 'support', 'assessor'],
  assign: ['coordinator'],
  decide: ['coordinator'],
};

/** @returns an actor without any relation when the cycle does not know the address */
export function actorOf(people: People, email: string): Actor {
  const is = (person: { readonly email: string } | null): boolean =>
    person !== null && isSameAddress(person, { email });
  const units = people.units.filter(({ retired }) => !retired);
  return {
    name: email.toLowerCase(),
    coordinator: people.coordinators.some(is),
    adminOf: units.filter(({ admins }) => admins.some(is)).map(({ code }) => code),
    headOf: units.filter(({ head }) => is(head)).map(({ code }) => code),
    assessor: people.assessors.find((each) => !each.retired && is(each))?.code ?? null,
  };
}

export function relationsTo(
  actor: Actor,
  { lead, supports }: Responsibility,
  { assignments }: Pick<People, 'assignments'>,
): Relation[] {
  const units = lead === null ? supports : [lead, ...supports];
  const has: Readonly<Record<Relation, boolean>> = {
    coordinator: actor.coordinator,
    lead: lead !== null && actor.adminOf.includes(lead),
    support: supports.some((unit) => actor.adminOf.includes(unit)),
    head: units.some((unit) => actor.headOf.includes(unit)),
    assessor: assignments.some(
      ({ assessor, unit }) => assessor === actor.assessor && unit === lead,
    ),
  };
  return (Object.keys(has) as Relation[]).filter((relation) => has[relation]);
}

/**
 * Deny by default. Somebody who may not even read is not told that the thing exists.
 * @throws Refusal not_found, not_allowed
 */
export function authorise(action: Action, relations: readonly Relation[]): void {
  const may = (what: Action): boolean => relations.some((each) => allowed[what].includes(each));
  if (!may('read')) throw new Refusal('not_found');
  if (!may(action)) throw new Refusal('not_allowed', { action });
}

export function takesPart({ coordinator, adminOf, headOf, assessor }: Actor): boolean {
  return coordinator || assessor !== null || adminOf.length + headOf.length > 0;
}

/** @throws Refusal not_allowed; not_found for who has no part in the cycle */
export function authoriseCoordinator(actor: Actor): void {
  if (!takesPart(actor)) throw new Refusal('not_found');
  if (!actor.coordinator) throw new Refusal('not_allowed', { action: 'coordinate' });
}

/** For who reads the result as a whole: heads of units, and coordinators. @throws Refusal not_found, not_allowed */
export function authoriseLeader(actor: Actor): void {
  if (!takesPart(actor)) throw new Refusal('not_found');
  if (!isLeader(actor)) throw new Refusal('not_allowed', { action: 'read' });
}

export function isLeader({ coordinator, headOf }: Actor): boolean {
  return coordinator || headOf.length > 0;
}

/** Whoever belongs to a unit does not decide what it asks for. @throws Refusal own_request */
export function refuseOwnUnit(actor: Actor, unit: string): void {
  if (belongsTo(actor, unit)) throw new Refusal('own_request', { unit });
}

export function belongsTo({ adminOf, headOf }: Actor, unit: string): boolean {
  return adminOf.includes(unit) || headOf.includes(unit);
}

/** Rule 8: a task is finished by who has it. @throws Refusal not_found */
export function authoriseFinish(
  actor: Actor,
  { unit, assessor }: { readonly unit: string | null; readonly assessor: string | null },
): void {
  const isOwn =
    assessor !== null
      ? assessor === actor.assessor
      : unit !== null
        ? actor.adminOf.includes(unit)
        : actor.coordinator;
  if (!isOwn) throw new Refusal('not_found', { unit: unit ?? '', assessor: assessor ?? '' });
}

/**
 * A review is its assessor's. One that has finished goes to who reviews the unit now when its assessor no
 * longer does: what comes back revised must not wait for somebody who has left.
 */
export function mayJudge(
  { assessor, unit, state }: Pick<Task, 'assessor' | 'unit' | 'state'>,
  actor: Pick<Actor, 'assessor'>,
  { assignments }: Pick<People, 'assignments'>,
): boolean {
  if (assessor === null || actor.assessor === null) return false;
  const reviewsNow = (code: string): boolean =>
    assignments.some((each) => each.unit === unit && each.assessor === code);
  if (assessor === actor.assessor) return true;
  return state === 'finished' && !reviewsNow(assessor) && reviewsNow(actor.assessor);
}
