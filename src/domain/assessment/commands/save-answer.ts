import { Refusal } from '../../refusal.js';
import { allowedLevels, parseLevel } from '../../scoring.js';
import type { Desk } from '../desk.js';
import { begin, editing, writingTask } from '../window.js';
import type { SaveAnswer } from './command.js';

/** Two who edit at once: the second is told what the first has saved, and loses nothing. */
export function saveAnswer(desk: Desk, command: SaveAnswer, who: string): void {
  const { indicator, version, fact, analysis } = command;
  const level = command.level === null ? null : levelIn(desk, command.level);
  const task = writingTask(desk, indicator);
  const before = desk.answer(indicator);
  if ((before?.version ?? 0) !== version) throw changedMeanwhile(desk, indicator);
  begin(desk, task);
  const answer = editing(desk, indicator);
  desk.set('answers', {
    ...answer,
    version: version + 1,
    level,
    fact,
    analysis,
    updatedAt: desk.draft.now,
    updatedBy: who,
  });
  const from = before?.level ?? null;
  const facts = { version: version + 1, fact, analysis };
  desk.record('answer-saved', indicator, {
    phase: task.phase,
    unit: task.unit,
    task: task.id,
    from,
    to: level,
    facts,
  });
}

/** @throws Refusal level_not_allowed */
export function levelIn({ instrument }: Pick<Desk, 'instrument'>, text: string): string {
  const level = parseLevel(instrument, text);
  if (level !== null) return level;
  throw new Refusal('level_not_allowed', { level: text, allowed: allowedLevels(instrument) });
}

function changedMeanwhile(desk: Desk, indicator: number): Refusal {
  const { version, level, fact, analysis, updatedBy } = editing(desk, indicator);
  return new Refusal('changed_meanwhile', {
    indicator: String(indicator),
    version: String(version),
    level: level ?? '',
    fact,
    analysis,
    by: updatedBy,
  });
}
