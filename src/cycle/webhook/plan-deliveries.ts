import type { EntityManager } from 'typeorm';
import type { Entry } from '../../domain/journal.js';
import { eventOf } from '../../domain/webhook.js';

/** What a webhook can be told of: an event, and the entry that it comes from. */
export interface Occasion {
  readonly number: number;
  readonly event: string;
}

export function occasionsIn(entries: readonly (Entry & { readonly number: number })[]): Occasion[] {
  return entries.flatMap((entry) => {
    const event = eventOf(entry);
    return event === null ? [] : [{ number: entry.number, event }];
  });
}

/** For whoever wants to be told of these entries, which have just been written in the same transaction. */
export async function planDeliveries(
  tx: EntityManager,
  cycle: string,
  events: readonly Occasion[],
): Promise<void> {
  if (events.length === 0) return;
  // Locked, or a webhook that is removed at this moment would take the entry down with it.
  await tx.query(
    `INSERT INTO webhook_delivery (id, webhook, entry, event, planned_at, next_attempt_at)
     SELECT gen_random_uuid(), w.id, j.id, e.event, j.recorded, j.recorded
     FROM jsonb_to_recordset($2) AS e (number bigint, event text)
     JOIN journal j ON j.cycle = $1 AND j.number = e.number
     JOIN webhook w ON w.cycle = $1 AND e.event = ANY (w.events)
     FOR KEY SHARE OF w`,
    [cycle, JSON.stringify(events)],
  );
}
