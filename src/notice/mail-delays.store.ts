import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { tolerated } from '../domain/outage.js';
import { isUnsent } from './unsent.js';

/** A time in which the mail server did not take mails that were given to it. */
export interface MailDelay {
  /** The first attempt that failed. */
  readonly since: Temporal.Instant;
  /** When the last of its mails was settled; null while one still waits. */
  readonly until: Temporal.Instant | null;
  readonly late: number;
  readonly waiting: number;
  /** Given up after a day, or refused for good when the server answered again. */
  readonly unreached: number;
  /** No longer true, or no longer wanted, when the server answered again. */
  readonly dropped: number;
  /** The latest that is known: a mail that was taken keeps no word of earlier attempts. */
  readonly answer: string | null;
}

// Of what is not sent in the end the outbox keeps no moment but that of its last attempt. What is looked for is
// word for word the condition of a partial index, without which all that was ever sent would be read.
const delays = `
  WITH tried AS (
    SELECT seq, state, last_error, first_attempt_at AS since, CASE
      WHEN state = 'sent' THEN sent_at
      WHEN ${isUnsent} THEN $2::timestamptz
      ELSE next_attempt_at END AS until
    FROM mail m WHERE cycle = $1 AND first_attempt_at IS NOT NULL AND (attempts > 1 OR state <> 'sent')
  ), marked AS (
    SELECT *, since > max(until) OVER (
      ORDER BY since, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS begins
    FROM tried WHERE until > since + $3::interval
  ), placed AS (
    SELECT *, count(*) FILTER (WHERE begins) OVER (ORDER BY since, seq) AS span FROM marked
  )
  SELECT min(since) AS since, max(until) AS until,
    count(*) FILTER (WHERE state = 'sent')::int AS late,
    count(*) FILTER (WHERE ${isUnsent})::int AS waiting,
    count(*) FILTER (WHERE state IN ('failed', 'bounced'))::int AS unreached,
    count(*) FILTER (WHERE state IN ('superseded', 'silenced'))::int AS dropped,
    (array_agg(last_error ORDER BY until DESC, seq DESC) FILTER (WHERE last_error IS NOT NULL))[1] AS answer
  FROM placed m GROUP BY span ORDER BY min(since) DESC LIMIT $4`;

interface Row extends Omit<MailDelay, 'since' | 'until'> {
  readonly since: Date;
  readonly until: Date;
}

/** Rule 20, told to people: the hours in which mails went late, as far as the outbox shows them. */
@Injectable()
export class MailDelaysStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The newest first. Mails whose waiting overlaps belong together. */
  async latest(cycle: string, now: Temporal.Instant, atMost: number): Promise<MailDelay[]> {
    const rows = await this.db.query<Row[]>(delays, [
      cycle,
      now.toString(),
      Temporal.Duration.from(tolerated).toString(),
      atMost,
    ]);
    return rows.map(({ since, until, ...counts }) => ({
      ...counts,
      since: instant(since),
      until: counts.waiting > 0 ? null : instant(until),
    }));
  }
}

function instant(at: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime());
}
