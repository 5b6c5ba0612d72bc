import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../platform/columns.js';
import type { MailRow, MailState } from './outbox.entity.js';

/** What became of a mail that was claimed. */
export interface Settled {
  readonly mail: MailRow;
  readonly state: Exclude<MailState, 'claimed'>;
  readonly attempts: number;
  readonly firstAttemptAt: Temporal.Instant | null;
  readonly nextAttemptAt: Temporal.Instant | null;
  readonly outstanding: readonly string[];
  /** Those of this attempt. */
  readonly bounced: readonly string[];
  readonly error: string | null;
  /** Of the timeline that it spoke of; null when nothing was sent. */
  readonly version: number | null;
  /** Entries that were no longer true. */
  readonly superseded: readonly string[];
  /** Entries of kinds that the recipient does without. */
  readonly silenced: readonly string[];
}

/** Whether more is to be recorded of it than what became of it. */
export function isTrouble({ state, bounced }: Settled): boolean {
  return isUntold(state) || bounced.length > 0;
}

export function isUntold(state: Settled['state']): boolean {
  return state === 'waiting' || state === 'failed';
}

/** @returns the ids of those that were still this process's own */
export async function mark(
  session: Pick<EntityManager, 'query'>,
  settled: readonly Settled[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ id: string }[]>(settle, [
    JSON.stringify(settled.map(row)),
    instantText(now),
    settled.map(({ mail }) => mail.id),
  ]);
  return new Set(rows.map(({ id }) => id));
}

// The ids as a value: PostgreSQL looks those notices up, whatever it thinks of the size of the tables.
const settle = `
  WITH own AS (
    UPDATE ONLY mail m SET
      state = g.state, claimed_by = NULL, dispatched_at = NULL,
      attempts = g.attempts, first_attempt_at = to_timestamp(g.first_attempt_at / 1000.0),
      next_attempt_at = coalesce(to_timestamp(g.next_attempt_at / 1000.0), m.next_attempt_at),
      outstanding = g.outstanding, bounced = m.bounced || g.bounced, last_error = g.error,
      version = coalesce(g.version, m.version),
      sent_at = CASE WHEN g.state = 'sent' THEN $2::timestamptz ELSE m.sent_at END
    FROM jsonb_to_recordset($1) AS g (
      id uuid, claimed_by int, state text, attempts int, first_attempt_at bigint,
      next_attempt_at bigint, outstanding text[], bounced text[], error text, version int,
      superseded text[], silenced text[])
    WHERE m.id = g.id AND m.id = ANY ($3::uuid[]) AND m.claimed_by = g.claimed_by
    RETURNING m.id, g.state, g.superseded, g.silenced
  ), told AS (
    UPDATE ONLY notice n SET state = CASE
      WHEN n.id::text = ANY (own.superseded) THEN 'superseded'
      WHEN n.id::text = ANY (own.silenced) THEN 'silenced'
      WHEN own.state = 'sent' THEN 'sent'
      WHEN own.state = 'waiting' THEN 'waiting'
      ELSE 'undelivered' END
    FROM own WHERE n.mail = own.id AND n.mail = ANY ($3::uuid[]) AND n.state = 'waiting'
  )
  SELECT id FROM own`;

/** Instants in milliseconds since 1970: the text of one takes longer than the rest of the row. */
function row({ mail, ...given }: Settled): Record<string, unknown> {
  return {
    id: mail.id,
    claimed_by: mail.claimedBy,
    state: given.state,
    attempts: given.attempts,
    first_attempt_at: given.firstAttemptAt?.epochMilliseconds ?? null,
    next_attempt_at: given.nextAttemptAt?.epochMilliseconds ?? null,
    outstanding: given.outstanding,
    bounced: given.bounced,
    error: given.error,
    version: given.version,
    superseded: given.superseded,
    silenced: given.silenced,
  };
}
