import type { Draft } from '../draft.js';
import { sameJson } from '../same-json.js';
import type { SetReminders } from './command.js';

/** From now on these offsets count; what they would have made due earlier is not sent (rule 15). */
export function setReminders(draft: Draft, { phase: code, reminders }: SetReminders): void {
  const phase = draft.phase(code);
  if (sameJson(phase.reminders, reminders)) return;
  draft.setPhase({ ...phase, reminders });
  const facts = { from: { reminders: phase.reminders }, to: { reminders } };
  draft.record({ what: 'settings', phase: code, facts });
}
