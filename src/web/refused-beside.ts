import { Refusal, type RefusalCode } from '../domain/refusal.js';

/** Refusals that mean a page does not exist, or not for this visitor. */
const elsewhere: readonly RefusalCode[] = ['not_found', 'not_allowed'];

/** A rule's no to what was typed, which belongs beside it. */
export function belongsBeside(error: unknown): error is Refusal {
  return error instanceof Refusal && !elsewhere.includes(error.code);
}

/** Something else holds, or would come of it, than what the visitor was shown. */
export function isChangedMeanwhile(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code === 'changed_meanwhile';
}
