import type { Temporal } from 'temporal-polyfill';
import { advance } from './advance.js';
import type { Facts, Phase, Task } from './cycle.js';
import { Draft } from './draft.js';
import { forecast } from './forecast.js';
import { groupBy } from './group-by.js';
import { calendarItself, type Entry } from './journal.js';
import { mailsOf, type Mail } from './mails.js';
import type { CycleState } from './machines.js';
import type { Unit } from './people.js';
import type { Notice } from './notice.js';
import { KnownOccurrences } from './occurrences.js';
import { planNotices } from './plan-notices.js';
import { addressKey } from './recipients.js';
import { sameJson } from './same-json.js';
import { sendable } from './sendable.js';

/** What the next tick will find: facts, up to when was planned, and entries that nobody was told of yet. */
export interface Standing {
  readonly facts: Facts;
  readonly tickedUntil: Temporal.Instant;
  readonly news: readonly Entry[];
}

export interface PlannedNotice extends Notice {
  readonly at: Temporal.Instant;
}

/** Null on one side: it was not there, or is not there any more. */
export interface Changed<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** What a change does, by the rules themselves. Nothing has happened yet. */
export interface Preview {
  readonly cycle: { readonly before: CycleState; readonly after: CycleState };
  readonly phases: readonly Changed<Phase>[];
  readonly tasks: readonly Changed<Task>[];
  readonly units: readonly Changed<Unit>[];
  /** Mails that go at once, which would not go without the change. */
  readonly now: readonly Mail[];
  /** What goes besides: new, no longer, and at another time or of another deadline. */
  readonly come: readonly PlannedNotice[];
  readonly gone: readonly PlannedNotice[];
  readonly moved: readonly { readonly before: PlannedNotice; readonly after: PlannedNotice }[];
}

interface Future {
  readonly facts: Facts;
  readonly notices: readonly PlannedNotice[];
}

/**
 * Carries a change out on facts that nobody saves, lets the calendar run to its end with and without it,
 * and tells the two apart. The planner is that of the tick.
 * @throws whatever the change throws
 */
export function previewOf(
  standing: Standing,
  now: Temporal.Instant,
  change: (draft: Draft) => void,
): Preview {
  // Rule 8: what the calendar has moved by now is moved before anybody changes anything.
  const present = carriedOn(standing, now, advance);
  const before = futureOf(present, now);
  const after = futureOf(carriedOn(present, now, change), now);
  const { come, gone, moved } = difference(before.notices, after.notices);
  const isNow = ({ at }: PlannedNotice): boolean => at.equals(now);
  const hastened = moved.filter((each) => isNow(each.after));
  const atOnce = [...come.filter(isNow), ...hastened.map((each) => each.after)];
  const order = after.facts.phases.map(({ code }) => code);
  return {
    cycle: { before: before.facts.cycle.state, after: after.facts.cycle.state },
    phases: changes(before.facts.phases, after.facts.phases, ({ code }) => code),
    tasks: changes(before.facts.tasks, after.facts.tasks, ({ id }) => id),
    units: changes(before.facts.people.units, after.facts.people.units, ({ code }) => code),
    now: mailsOf(atOnce, order),
    come: come.filter((each) => !isNow(each)),
    gone: [...gone, ...hastened.map((each) => each.before)],
    moved: moved.filter((each) => !hastened.includes(each)),
  };
}

function carriedOn(
  { facts, tickedUntil, news }: Standing,
  now: Temporal.Instant,
  work: (draft: Draft) => void,
): Standing {
  const draft = new Draft(facts, now, calendarItself);
  work(draft);
  return { facts: draft.facts, tickedUntil, news: [...news, ...draft.decision().journal] };
}

/** What the next tick does if it comes now, and every one after it if nobody does anything. */
function futureOf(standing: Standing, now: Temporal.Instant): Future {
  const { facts, tickedUntil: after, news } = carriedOn(standing, now, advance);
  // A cycle that is paused neither moves nor mails (rule 17).
  if (facts.cycle.state !== 'active') return { facts, notices: [] };
  const known = new KnownOccurrences();
  const atOnce = planNotices(facts, { after, until: now, news }, known);
  const later = [...forecast(facts, now, undefined, known)].flatMap(({ at, mails }) =>
    mails.flatMap((mail) => mail.notices.map((notice) => ({ ...notice, at }))),
  );
  return {
    facts,
    notices: [...sendable(atOnce, facts, now).map((notice) => ({ ...notice, at: now })), ...later],
  };
}

function changes<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (of: T) => string,
): Changed<T>[] {
  const then = new Map(before.map((each) => [keyOf(each), each]));
  const today = new Map(after.map((each) => [keyOf(each), each]));
  return [...new Set([...then.keys(), ...today.keys()])]
    .map((key) => ({ before: then.get(key) ?? null, after: today.get(key) ?? null }))
    .filter(({ before: was, after: is }) => was !== is && !sameJson(plain(was), plain(is)));
}

/** A notice of the same matter to the same person at another time has moved; what has no match came or went. */
function difference(
  before: readonly PlannedNotice[],
  after: readonly PlannedNotice[],
): Pick<Preview, 'come' | 'gone' | 'moved'> {
  const then = new Set(before.map(exactly));
  const today = new Set(after.map(exactly));
  const left = groupBy(
    before.filter((each) => !today.has(exactly(each))),
    matter,
  );
  const come: PlannedNotice[] = [];
  const moved: { before: PlannedNotice; after: PlannedNotice }[] = [];
  for (const each of after.filter((notice) => !then.has(exactly(notice)))) {
    const earlier = left.get(matter(each))?.shift();
    if (earlier) moved.push({ before: earlier, after: each });
    else come.push(each);
  }
  return { come, gone: [...left.values()].flat(), moved };
}

function exactly(notice: PlannedNotice): string {
  const { at, occurrence, deadline, copyTo } = notice;
  const copies = copyTo.map(addressKey);
  return JSON.stringify([matter(notice), occurrence, at.toString(), deadline.toString(), copies]);
}

function matter({ recipient, kind, offset, phase, unit, task }: PlannedNotice): string {
  return JSON.stringify([addressKey(recipient), kind, offset, phase, unit, task]);
}

/** With instants as text, which can be compared. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
