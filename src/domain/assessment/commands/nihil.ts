import { isUnfinished } from '../../cycle.js';
import { move } from '../../machines.js';
import { Refusal } from '../../refusal.js';
import type { Desk } from '../desk.js';
import { nihilMoves, type Nihil, type NihilEvent } from '../nihil.js';
import { refuseAfterResult, writingTask } from '../window.js';
import type { DecideNihil } from './command.js';

export function askNihil(
  desk: Desk,
  { indicator, reason }: { indicator: number; reason: string },
  who: string,
): void {
  const task = writingTask(desk, indicator);
  const before = desk.nihil(indicator);
  const state = before ? move(nihilMoves, before.state, 'ask') : 'asked';
  const asked = { reason, askedBy: who, askedAt: desk.draft.now };
  change(
    desk,
    {
      indicator,
      unit: task.unit ?? '',
      state,
      ...asked,
      decidedBy: null,
      decisionNote: '',
    },
    reason,
  );
}

export function decideNihil(desk: Desk, command: DecideNihil, who: string): void {
  const { indicator, approved, note } = command;
  refuseAfterResult(desk);
  const moved = moving(desk, indicator, approved ? 'approve' : 'refuse');
  change(desk, { ...moved, decidedBy: who, decisionNote: note }, note);
}

export function withdrawNihil(desk: Desk, indicator: number): void {
  refuseAfterResult(desk);
  change(desk, moving(desk, indicator, 'withdraw'), null);
}

function moving(desk: Desk, indicator: number, event: NihilEvent): Nihil {
  const before = desk.nihil(indicator);
  if (!before) throw new Refusal('not_found', { indicator: String(indicator) });
  return { ...before, state: move(nihilMoves, before.state, event) };
}

function change(desk: Desk, nihil: Nihil, why: string | null): void {
  const from = desk.nihil(nihil.indicator)?.state ?? null;
  desk.set('nihil', nihil);
  const { unit, state } = nihil;
  desk.record('nihil', nihil.indicator, { unit, from, to: state, why });
  // Whoever leads it by now, which need not be who asked.
  const { lead } = desk.responsibility(nihil.indicator);
  if (lead !== null) excuse(desk, lead);
}

/**
 * A unit that has nothing to answer for is not reminded of it: every indicator that it leads is approved
 * to be nihil. When one is withdrawn, its reminders come again.
 */
export function excuse(desk: Desk, unit: string): void {
  const led = desk.ledBy(unit);
  const isExcused = led.length > 0 && led.every((no) => desk.nihil(no)?.state === 'approved');
  for (const phase of desk.draft.phases.filter(({ kind }) => kind === 'self-assessment')) {
    for (const task of desk.draft.tasks({ phase: phase.code, unit })) {
      const matters = isUnfinished(task) || task.state === 'lapsed';
      if (matters && task.excused !== isExcused)
        desk.draft.setTask({ ...task, excused: isExcused });
    }
  }
}
