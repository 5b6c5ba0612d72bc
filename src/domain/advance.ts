import type { Temporal } from 'temporal-polyfill';
import type { Phase } from './cycle.js';
import type { Draft } from './draft.js';
import { missing } from './guard.js';
import { isAfter, later } from './instants.js';
import { lapse, makeTasks } from './tasks.js';
import { boundariesUntil, closesAt, opensAt } from './timeline.js';

/**
 * Rules 6, 7, 9 and 14: moves phases and tasks through every instant up to now, in order, each with the
 * instant it was due. What was decided by hand is never undone: only states that the calendar may leave
 * are looked at.
 */
export function advance(draft: Draft): void {
  if (draft.cycle.state !== 'active') return;
  for (const at of boundariesUntil(draft.facts, draft.now)) pass(draft, at);
  openWhereGuardHolds(draft);
}

/** Rule 6, for a phase that may open now. */
export function openPhase(
  draft: Draft,
  phase: Phase,
  event: 'open' | 'override',
  note: { due: Temporal.Instant; why?: string },
): void {
  draft.movePhase(phase, event, { openedAt: note.due }, note);
  makeTasks(draft, draft.phase(phase.code), note.due);
}

/** Rule 9: at one instant phases close before others open. */
function pass(draft: Draft, at: Temporal.Instant): void {
  lapse(draft, at);
  closeOver(draft, at);
  for (const phase of draft.phases) {
    const due = opensAt(phase, draft.cycle);
    if (phase.state !== 'scheduled' || isAfter(due, at)) continue;
    const lacking = missing(phase, draft.facts);
    if (lacking.length === 0) openPhase(draft, phase, 'open', { due });
    else draft.movePhase(phase, 'block', {}, { due, facts: { missing: lacking } });
  }
}

function closeOver(draft: Draft, until: Temporal.Instant): void {
  for (const phase of draft.phases) {
    const { at } = closesAt(phase, draft.cycle);
    if (phase.state !== 'open' || isAfter(at, until)) continue;
    draft.movePhase(phase, 'close', {}, { due: phase.openedAt ? later(at, phase.openedAt) : at });
  }
}

/** A phase that was blocked beyond its own closing opens and closes in one tick: its dates are over. */
function openWhereGuardHolds(draft: Draft): void {
  const ready = draft.phases.filter(
    (phase) => phase.state === 'blocked' && missing(phase, draft.facts).length === 0,
  );
  for (const phase of ready) openPhase(draft, phase, 'open', { due: draft.now });
  if (ready.length === 0) return;
  lapse(draft, draft.now);
  closeOver(draft, draft.now);
}
