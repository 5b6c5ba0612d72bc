import type { Actor } from '../actor.js';
import type { Comment } from '../dossier.js';
import type { Desk } from '../desk.js';
import { refuseAfterResult } from '../window.js';

/** A question or an answer in the thread; whoever stands on the other side is told. */
export function comment(
  desk: Desk,
  { id, indicator, text }: Pick<Comment, 'id' | 'indicator' | 'text'>,
  actor: Actor,
): void {
  refuseAfterResult(desk);
  const { lead, supports } = desk.responsibility(indicator);
  const isOfUnit = [lead, ...supports].some(
    (unit) => unit !== null && actor.adminOf.includes(unit),
  );
  const side = actor.coordinator ? 'coordinator' : isOfUnit ? 'unit' : 'assessor';
  const at = desk.draft.now;
  desk.addComment({ id, indicator, text, author: actor.name, side, at });
  desk.record('commented', indicator, { unit: lead, facts: { comment: id, side } });
}
