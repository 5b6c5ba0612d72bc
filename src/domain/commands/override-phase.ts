import { openPhase } from '../advance.js';
import type { Draft } from '../draft.js';

/** Rule 6: a coordinator opens a blocked phase, with a reason. */
export function overridePhase(draft: Draft, code: string, reason: string): void {
  openPhase(draft, draft.phase(code), 'override', { due: draft.now, why: reason });
  draft.record({ what: 'overridden', phase: code, why: reason });
}
