import type { PublishedResult } from '../domain/commands/command.js';
import type { Facts, Levels, Task } from '../domain/cycle.js';
import { publishedLevels, score, type Instrument } from '../domain/scoring.js';

/** Rules 21 and 22: the index of the levels that were verified when it is published. */
export function resultOf(facts: Facts, instrument: Instrument): PublishedResult {
  const { index, predikat } = score(instrument, publishedLevels(instrument, verifiedLevels(facts)));
  return { index, predikat, target: facts.cycle.target };
}

/** What a unit claims: its self-assessment, as far as its revision says nothing else. */
export function claimedLevels(facts: Facts, unit: string): Levels {
  return levelsOf(facts, ['self-assessment', 'revision'], (task) => task.unit === unit);
}

/** The last review that has a level for an indicator decides. */
function verifiedLevels(facts: Facts): Levels {
  return levelsOf(facts, ['review'], () => true);
}

function levelsOf(facts: Facts, kinds: readonly string[], mine: (task: Task) => boolean): Levels {
  const phases = facts.phases.filter(({ kind }) => kinds.includes(kind));
  const tasks = phases.flatMap(({ code }) =>
    facts.tasks.filter((task) => task.phase === code && task.state === 'finished' && mine(task)),
  );
  return Object.assign({}, ...tasks.map(({ levels }) => levels)) as Levels;
}
