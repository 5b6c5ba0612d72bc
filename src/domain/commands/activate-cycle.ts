import type { Phase } from '../cycle.js';
import type { Draft } from '../draft.js';
import { missing } from '../guard.js';
import { isAfter, isBefore } from '../instants.js';
import type { PhaseState } from '../machines.js';
import { makeActivationTasks } from '../tasks.js';
import { closesAt, opensAt } from '../timeline.js';

/**
 * The cycle starts now. Phases take the state that belongs to this instant, which is no move of theirs;
 * what opens at this very instant is left to the tick, like any other opening.
 */
export function activateCycle(draft: Draft): void {
  const states = draft.phases.map((phase) => [phase.code, initialState(draft, phase)] as const);
  const blocked = states.flatMap(([code, state]) => (state === 'blocked' ? [code] : []));
  draft.moveCycle('activate', { facts: { phases: Object.fromEntries(states), blocked } });
  for (const [code, state] of states) {
    const phase = draft.phase(code);
    draft.setPhase({ ...phase, state, openedAt: state === 'open' ? draft.now : null });
  }
  for (const phase of draft.phases.filter(({ state }) => state === 'open')) {
    makeActivationTasks(draft, phase);
  }
}

function initialState({ cycle, now, facts }: Draft, phase: Phase): PhaseState {
  if (!isBefore(opensAt(phase, cycle), now)) return 'scheduled';
  if (!isAfter(closesAt(phase, cycle).at, now)) return 'closed';
  return missing(phase, facts).length === 0 ? 'open' : 'blocked';
}
