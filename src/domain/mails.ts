import { Temporal } from 'temporal-polyfill';
import { groupBy } from './group-by.js';
import type { Notice, Recipient } from './notice.js';
import type { Person } from './people.js';
import { addressKey } from './recipients.js';

/** One mail: the notices of one tick for one recipient (rule 11). */
export interface Mail {
  readonly to: Recipient;
  readonly cc: readonly Person[];
  readonly notices: readonly Notice[];
}

/** Rule 11: what is copied to somebody is a mail of its own for those it is copied to. */
export function mailsOf(notices: readonly Notice[], phaseOrder: readonly string[]): Mail[] {
  // An address has no line of its own in it, so that the first stays apart from those that are copied.
  const groups = groupBy(notices, ({ recipient, copyTo }) =>
    [recipient, ...copyTo].map(addressKey).join('\n'),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { recipient: to, copyTo } = first;
    const cc = copyTo.map(({ name, email }) => ({ name, email }));
    return [{ to, cc, notices: inReadingOrder(group, phaseOrder) }];
  });
}

/** By deadline, phase, unit; what is equal stays in the order in which it happened. */
export function inReadingOrder<N extends Pick<Notice, 'deadline' | 'phase' | 'unit'>>(
  notices: readonly N[],
  phaseOrder: readonly string[],
): N[] {
  if (notices.length < 2) return [...notices];
  const position = new Map(phaseOrder.map((code, index) => [code, index]));
  return [...notices].sort(
    (a, b) =>
      Temporal.Instant.compare(a.deadline, b.deadline) ||
      (position.get(a.phase) ?? 0) - (position.get(b.phase) ?? 0) ||
      compareText(a.unit ?? '', b.unit ?? ''),
  );
}

/** By code point, so that every machine sorts alike. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
