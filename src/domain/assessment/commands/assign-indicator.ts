import { Refusal } from '../../refusal.js';
import type { Desk } from '../desk.js';
import { refuseAfterResult } from '../window.js';
import type { AssignIndicator, SetExternalValue } from './command.js';
import { excuse } from './nihil.js';
import { levelIn } from './save-answer.js';

/** Who leads an indicator can change all year round: offices are merged, and what was answered stays. */
export function assignIndicator(desk: Desk, command: AssignIndicator): void {
  const { indicator, lead, title } = command;
  refuseAfterResult(desk);
  const supports = [...new Set(command.supports)].filter((unit) => unit !== lead);
  for (const unit of lead === null ? supports : [lead, ...supports]) desk.draft.unit(unit);
  const { valueSource, ownTitle } = desk.indicator(indicator);
  if (valueSource === 'external' && lead !== null) {
    throw new Refusal('external_value', { indicator: String(indicator) });
  }
  if (title !== null && !ownTitle) {
    throw new Refusal('title_not_allowed', { indicator: String(indicator) });
  }
  const before = desk.responsibility(indicator);
  desk.set('responsibilities', { indicator, lead, supports, title });
  desk.record('indicator-assigned', indicator, {
    unit: lead,
    from: before.lead,
    to: lead,
    facts: { supports, title },
  });
  for (const unit of [before.lead, lead]) if (unit !== null) excuse(desk, unit);
}

/** A level that comes from another agency, with where it was read. */
export function setExternal(desk: Desk, command: SetExternalValue, who: string): void {
  const { indicator, note } = command;
  refuseAfterResult(desk);
  const level = levelIn(desk, command.level);
  if (desk.indicator(indicator).valueSource !== 'external') {
    throw new Refusal('not_external', { indicator: String(indicator) });
  }
  const before = desk.dossier.externals.find((each) => each.indicator === indicator);
  desk.set('externals', { indicator, level, note, setBy: who, setAt: desk.draft.now });
  desk.record('external-set', indicator, { from: before?.level ?? null, to: level, why: note });
}
