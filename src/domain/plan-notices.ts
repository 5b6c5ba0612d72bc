import type { Temporal } from 'temporal-polyfill';
import type { Facts } from './cycle.js';
import type { Entry } from './journal.js';
import type { Notice } from './notice.js';
import type { KnownOccurrences } from './occurrences.js';
import { announced } from './announced-notices.js';
import { Directory, addressKey } from './recipients.js';
import { scheduled } from './scheduled-notices.js';

/** The time between two ticks, `(after, until]`, and what the journal holds that nobody was told of yet. */
export interface Span {
  readonly after: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly news: readonly Entry[];
}

/**
 * All notices of one tick (rules 10 and 14), each once: what the calendar makes due in the span, and what
 * people's changes give notice of.
 */
export function planNotices(facts: Facts, span: Span, known?: KnownOccurrences): Notice[] {
  const directory = new Directory(facts.people, facts.cycle);
  const notices = [
    ...announced(facts, span.news, directory),
    ...scheduled(facts, span, directory, known),
  ];
  const unique = new Map(
    notices.map((notice) => [`${addressKey(notice.recipient)} ${notice.occurrence}`, notice]),
  );
  return [...unique.values()];
}
