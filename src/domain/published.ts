import type { Facts } from './cycle.js';

/** The result is out: nothing that it was made of changes any more. */
export function isPublished({ phases, tasks }: Pick<Facts, 'phases' | 'tasks'>): boolean {
  const last = phases.findLast(({ kind }) => kind === 'report');
  return tasks.some(({ phase, state }) => phase === last?.code && state === 'finished');
}
