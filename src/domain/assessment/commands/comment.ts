import { Refusal } from '../../refusal.js';
import type { Actor } from '../actor.js';
import type { Desk } from '../desk.js';
import type { Comment } from '../dossier.js';
import { verifiedBy } from '../verified.js';
import { refuseAfterResult } from '../window.js';
import type { WriteComment } from './command.js';

/** A question, an answer or a sanggah in the thread; whoever stands on the other side is told. */
export function comment(desk: Desk, command: WriteComment, actor: Actor): void {
  const { id, indicator, text, objection } = command;
  refuseAfterResult(desk);
  const side = sideOf(desk, indicator, actor);
  if (objection) refuseObjection(desk, indicator, side);
  const at = desk.draft.now;
  desk.addComment({ id, indicator, text, author: actor.name, side, objection, at });
  const { lead } = desk.responsibility(indicator);
  desk.record('commented', indicator, { unit: lead, facts: { comment: id, side, objection } });
}

function sideOf(desk: Desk, indicator: number, actor: Actor): Comment['side'] {
  const { lead, supports } = desk.responsibility(indicator);
  if (actor.coordinator) return 'coordinator';
  const isOfUnit = [lead, ...supports].some(
    (unit) => unit !== null && actor.adminOf.includes(unit),
  );
  return isOfUnit ? 'unit' : 'assessor';
}

/** Only the unit objects, and only to what a finished review says. */
function refuseObjection(desk: Desk, indicator: number, side: Comment['side']): void {
  if (side !== 'unit') throw new Refusal('not_allowed', { action: 'object' });
  const isReviewed = verifiedBy(desk.draft.facts, desk.dossier).some(
    (each) => each.indicator === indicator,
  );
  if (!isReviewed) throw new Refusal('not_open', { indicator: String(indicator) });
}
