import type { Basis, Prospect } from '../assessment/target/targets.service.js';
import type { Levels } from '../domain/cycle.js';
import { Refusal } from '../domain/refusal.js';
import { allowedLevels, parseLevel, type Instrument } from '../domain/scoring.js';
import { InputError } from '../platform/input-error.js';

/** @throws InputError for a basis that there is not */
export function basisIn({ bases }: Prospect, asked: string | null): Basis {
  const [first] = bases;
  const found = asked === null ? first : bases.find(({ code }) => code === asked);
  if (found) return found;
  throw wrong('basis', `must be one of ${bases.map(({ code }) => code).join(', ')}`);
}

/** @throws Refusal unknown_indicator, level_not_allowed */
export function levelsIn(
  instrument: Instrument,
  levels: readonly { readonly indicator: number; readonly level: string }[],
): Levels {
  const read = levels.map(({ indicator, level }): [string, string] => {
    requireIndicator(instrument, indicator);
    const parsed = parseLevel(instrument, level);
    if (parsed !== null) return [String(indicator), parsed];
    throw new Refusal('level_not_allowed', { level, allowed: allowedLevels(instrument) });
  });
  return Object.fromEntries(read);
}

/** @throws Refusal unknown_indicator */
export function requireIndicator({ indicators }: Instrument, indicator: number): void {
  if (indicators.some(({ no }) => no === indicator)) return;
  throw new Refusal('unknown_indicator', { indicator: String(indicator) });
}

export function wrong(field: string, problem: string): InputError {
  return new InputError({ file: 'form', line: null, field }, problem);
}
