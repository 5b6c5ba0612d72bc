import { addUnit, retireUnit } from '../../commands/change-units.js';
import { Refusal } from '../../refusal.js';
import type { Desk } from '../desk.js';

/** The lokus: which of the units that the cycle knows take part. @throws Refusal unknown_unit */
export function chooseLokus({ draft }: Desk, codes: readonly string[]): void {
  const chosen = new Set(codes);
  const { units } = draft.facts.people;
  const known = new Set(units.map(({ code }) => code));
  for (const code of chosen)
    if (!known.has(code)) throw new Refusal('unknown_unit', { unit: code });
  for (const { retired, ...unit } of units) {
    if (retired && chosen.has(unit.code)) addUnit(draft, unit);
    if (!retired && !chosen.has(unit.code)) retireUnit(draft, unit.code);
  }
}
