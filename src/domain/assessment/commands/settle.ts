import { hundredthsOf } from '../../hundredths.js';
import { Refusal } from '../../refusal.js';
import type { Desk } from '../desk.js';
import { levelOfItem } from '../review.js';
import { verifiedBy } from '../verified.js';
import { refuseAfterResult } from '../window.js';
import type { SettleDifference } from './command.js';
import { levelIn } from './save-answer.js';

/** Two assessors differ: a coordinator decides, somewhere between the two. */
export function settle(desk: Desk, command: SettleDifference, who: string): void {
  const { phase, indicator, note } = command;
  refuseAfterResult(desk);
  const level = levelIn(desk, command.level);
  const found = verifiedBy(desk.draft.facts, desk.dossier).find(
    (each) => each.indicator === indicator && each.phase === phase,
  );
  const levels = (found?.items ?? []).map((each) => hundredthsOf(levelOfItem(each) ?? ''));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  if (low >= high) throw new Refusal('not_found', { phase, indicator: String(indicator) });
  const figure = hundredthsOf(level);
  if (figure < low || figure > high) {
    const allowed = `${low / 100}–${high / 100}`;
    throw new Refusal('level_not_allowed', { level, allowed });
  }
  const from = found?.level ?? null;
  const settled = { settledBy: who, settledAt: desk.draft.now };
  desk.set('settlements', { phase, indicator, level, note, ...settled });
  desk.record('settled', indicator, { phase, from, to: level, why: note });
}
