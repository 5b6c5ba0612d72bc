import type { Entry, What } from './journal.js';

/** What another program can be told of. */
export const webhookEvents = [
  'phase.opened',
  'phase.closed',
  'phase.blocked',
  'task.finished',
  'task.lapsed',
  'task.extended',
  'timeline.changed',
  'cycle.paused',
  'cycle.resumed',
  'result.published',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

type ByNewState = Readonly<Record<string, WebhookEvent>>;

/** Which entries of the journal are events: all of a kind, or those that led to a state. */
// prettier-ignore
const events: Readonly<Partial<Record<What, WebhookEvent | ByNewState>>> = {
  phase:     { open: 'phase.opened', closed: 'phase.closed', blocked: 'phase.blocked' },
  task:      { finished: 'task.finished', lapsed: 'task.lapsed' },
  cycle:     { paused: 'cycle.paused', active: 'cycle.resumed' },
  extended:  'task.extended',
  version:   'timeline.changed',
  published: 'result.published',
};

/** Null: nothing that anybody is told of. */
export function eventOf({
  what,
  from,
  to,
}: Pick<Entry, 'what' | 'from' | 'to'>): WebhookEvent | null {
  // The activation comes before anybody could have asked to be told.
  if (what === 'cycle' && from === 'draft') return null;
  const event = events[what];
  if (typeof event !== 'object') return event ?? null;
  return event[to ?? ''] ?? null;
}

type Told = Pick<Entry, 'due' | 'recorded' | 'phase' | 'unit' | 'from' | 'to'>;

/** What is said of an entry: states and dates, and nothing of any person. The same for the same entry. */
export function webhookBody(
  { id, event, cycle }: { readonly id: string; readonly event: string; readonly cycle: string },
  { due, recorded, phase, unit, from, to }: Told,
): string {
  const at = due.toString();
  return JSON.stringify({
    id,
    event,
    cycle,
    at,
    recorded: recorded.toString(),
    phase,
    unit,
    from,
    to,
  });
}
