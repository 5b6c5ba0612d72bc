import type { Temporal } from 'temporal-polyfill';
import type { Facts } from '../../domain/cycle.js';
import { groupBy } from '../../domain/group-by.js';
import type { Notice } from '../../domain/notice.js';
import type { NotaDinasWanted } from './nota-dinas.service.js';

type Escalated = Pick<Notice, 'unit' | 'task' | 'copyTo' | 'facts'>;

/** One for each unit of a mail that has reached a rung with a nota dinas: to whoever stands there. */
export function notaDinasOf(
  entries: readonly Escalated[],
  facts: Facts,
  at: Temporal.Instant,
): NotaDinasWanted[] {
  const formal = entries.filter((entry) => addressee(entry) !== undefined);
  return [...groupBy(formal, ({ unit }) => unit ?? '')].map(([unit, own]) => {
    const named = new Set(own.map(({ task }) => task));
    const tasks = facts.tasks.filter(({ id }) => named.has(id));
    const to = own.flatMap((entry) => addressee(entry) ?? []).at(-1)?.name ?? '';
    return { facts, unit, tasks, to, at };
  });
}

/** Who holds two offices has a copy in the first of them only. Without a copy there is nobody to write to. */
function addressee({ copyTo, facts }: Escalated) {
  if (facts.notaDinas === undefined) return undefined;
  return copyTo.find(({ office }) => office === facts.notaDinas) ?? copyTo.at(-1);
}
