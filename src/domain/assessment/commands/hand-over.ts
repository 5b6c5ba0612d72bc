import { reassign } from '../../commands/assign-assessor.js';
import type { Desk } from '../desk.js';

/** An assessor who takes a review over goes on with what was done, not from the beginning. */
export function reassignReview(desk: Desk, unit: string, from: string, to: string): void {
  const { draft } = desk;
  const before = draft.tasks({ unit, assessor: from });
  reassign(draft, unit, from, to);
  for (const { id, phase } of before) {
    const [heir] = draft.tasks({ unit, assessor: to, phase });
    // A finished review stays with who finished it.
    if (!heir || draft.tasks({ phase, unit, assessor: from }).length > 0) continue;
    handOver(desk, id, heir.id, to);
  }
}

function handOver(desk: Desk, from: string, to: string, assessor: string): void {
  const { reviews, verdicts } = desk.dossier;
  const items = reviews.filter(({ task }) => task === from);
  for (const item of items) desk.set('reviews', { ...item, task: to, assessor });
  for (const verdict of verdicts.filter(({ task }) => task === from)) {
    desk.set('verdicts', { ...verdict, task: to });
  }
  for (const { indicator } of items) {
    desk.record('review-handed-over', indicator, { assessor, task: to, from, to });
  }
}
