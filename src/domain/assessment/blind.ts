import type { Facts, Task } from '../cycle.js';
import type { Actor } from './actor.js';
import type { Dossier } from './dossier.js';

/**
 * Two assessors of one unit work blind until both are done: so long, what the others say of it is not for one
 * of them, in a figure as little as word for word.
 */
export function asSeenBy(
  { coordinator, assessor }: Actor,
  { tasks }: Pick<Facts, 'tasks'>,
  dossier: Dossier,
): Dossier {
  if (coordinator || assessor === null) return dossier;
  const reviews = tasks.filter((task) => task.assessor !== null && task.state !== 'cancelled');
  const shared = reviews
    .filter((task) => task.assessor === assessor)
    .map((own) => reviews.filter((task) => isBeside(own, task)));
  const blind = shared.filter((all) => all.some(({ state }) => state !== 'finished')).flat();
  const hidden = new Set(blind.filter((task) => task.assessor !== assessor).map((task) => task.id));
  const isSeen = ({ task }: { readonly task: string }): boolean => !hidden.has(task);
  const { reviews: items, verdicts } = dossier;
  return { ...dossier, reviews: items.filter(isSeen), verdicts: verdicts.filter(isSeen) };
}

function isBeside(own: Task, { phase, unit }: Task): boolean {
  return phase === own.phase && unit === own.unit;
}
