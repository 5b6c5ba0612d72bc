import type { Temporal } from 'temporal-polyfill';
import type { Draft } from './draft.js';
import type { Entry, What } from './journal.js';

/** One thing that a change of the timeline moved: a date, a setting, a state. */
export interface TimelineChange {
  readonly what: What;
  /** Which setting, of those that a file or a form can change. */
  readonly field: string | null;
  readonly phase: string | null;
  readonly unit: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** The timeline as it stood after so many changes; the first is the one that was activated. */
export interface TimelineVersion {
  readonly number: number;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly reason: string | null;
  /** The number of the letter that it rests on. */
  readonly letter: string | null;
  readonly changes: readonly TimelineChange[];
}

/**
 * Rule 19: an order that changed the timeline is one more version of it, in the journal like what it
 * consists of. Called once, when the order is carried out: whoever changed nothing makes none.
 */
export function numberVersion(draft: Draft): void {
  const entries = draft.decision().journal.filter(changesTimeline);
  if (entries.length === 0) return;
  const { version } = draft.cycle;
  const reasons = new Set(entries.map(({ why }) => why));
  const [reason = null] = reasons.size === 1 ? reasons : [];
  draft.setCycle({ ...draft.cycle, version: version + 1 });
  draft.record({
    what: 'version',
    from: String(version),
    to: String(version + 1),
    why: draft.basis.reason ?? reason,
    facts: { changes: changesOf(entries) },
  });
}

/** What entries say of the timeline, each thing once. */
export function changesOf(entries: readonly Entry[]): TimelineChange[] {
  return distinct(entries.filter(changesTimeline).flatMap(changesIn));
}

/** Of an entry that made one, or of the one that activated the cycle. */
export function versionIn({ what, who, recorded, to, why, facts }: Entry): TimelineVersion {
  const { letter, changes } = facts as Partial<Pick<TimelineVersion, 'letter' | 'changes'>>;
  return {
    number: what === 'version' ? Number(to) : 1,
    by: who,
    at: recorded,
    reason: why,
    letter: letter ?? null,
    changes: changes ?? [],
  };
}

const timelineChanges: readonly What[] = [
  'rescheduled',
  'extended',
  'overridden',
  'settings',
  'cycle',
];

function changesTimeline({ what, from }: Entry): boolean {
  // The activation is what all others are counted from.
  return timelineChanges.includes(what) && from !== 'draft';
}

function changesIn({ what, phase, unit, from, to, facts }: Entry): TimelineChange[] {
  const change = { what, field: null, phase, unit, from, to };
  if (what === 'extended') {
    return [{ ...change, from: textOf(facts['oldDate']), to: textOf(facts['closes']) }];
  }
  if (what !== 'settings') return [change];
  // What came or went as a whole has no two sides.
  const { from: before = {}, to: after = facts } = facts as Partial<Record<'from' | 'to', object>>;
  const then = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).map(([field, value]) => {
    return { ...change, field, from: textOf(then.get(field)), to: textOf(value) };
  });
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
  return isList ? value.join(', ') : JSON.stringify(value);
}

/** Two reviews of one unit are extended together. */
function distinct(changes: readonly TimelineChange[]): TimelineChange[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
