import { refuseOwnUnit, type Actor } from '../assessment/actor.js';
import { Refusal } from '../refusal.js';
import type { ExtensionRequest } from './request.js';

type Of = Pick<ExtensionRequest, 'unit'>;

/** What became of a request is for whoever may look at the unit's desk. */
export function mayRead({ coordinator, adminOf, headOf }: Actor, { unit }: Of): boolean {
  return coordinator || adminOf.includes(unit) || headOf.includes(unit);
}

/** Its letter is between those who wrote it and those who decide. */
export function mayOpenLetter({ coordinator, adminOf }: Actor, { unit }: Of): boolean {
  return coordinator || adminOf.includes(unit);
}

/** Asking, and withdrawing. @throws Refusal not_found, not_allowed */
export function authoriseAsking(actor: Actor, of: Of): void {
  if (!mayRead(actor, of)) throw new Refusal('not_found', { unit: of.unit });
  if (!actor.adminOf.includes(of.unit)) throw new Refusal('not_allowed', { action: 'ask' });
}

/** No unit decides its own request. @throws Refusal not_found, not_allowed, own_request */
export function authoriseDeciding(actor: Actor, of: Of): void {
  if (!mayRead(actor, of)) throw new Refusal('not_found', { unit: of.unit });
  if (!actor.coordinator) throw new Refusal('not_allowed', { action: 'decide' });
  refuseOwnUnit(actor, of.unit);
}
