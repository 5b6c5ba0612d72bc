import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { NoticeKind } from '../domain/notice-kind.js';
import type { Person } from '../domain/people.js';
import type { MailState, NoticeState } from './outbox.entity.js';
import { isUnreached } from './outbox.store.js';

/** The entries of a mail that differ in nothing but the unit. */
export interface LoggedNotices {
  readonly kind: NoticeKind;
  readonly offset: string | null;
  readonly phase: string;
  readonly state: NoticeState;
  /** The first of them. */
  readonly unit: string | null;
  readonly count: number;
}

export interface LoggedMail {
  readonly id: string;
  readonly to: Person;
  readonly cc: readonly Person[];
  readonly state: MailState;
  readonly plannedAt: Temporal.Instant;
  readonly attempts: number;
  readonly firstAttemptAt: Temporal.Instant | null;
  /** While it waits. */
  readonly nextAttemptAt: Temporal.Instant | null;
  readonly sentAt: Temporal.Instant | null;
  readonly bounced: readonly string[];
  /** What the server said last; null when it took the mail, or was not asked. */
  readonly error: string | null;
  /** Rule 20: a recipient did not get it, and no attempt is to come. */
  readonly unreached: boolean;
  /** Of the timeline that it spoke of; null before it is sent. */
  readonly version: number | null;
  readonly notices: readonly LoggedNotices[];
}

export interface MailFilter {
  readonly state: MailState | 'unreached' | null;
  readonly kind: NoticeKind | null;
  /** A part of a name or of an address, of a copy too; empty: whoever it is. */
  readonly recipient: string;
}

export interface Unreached {
  readonly id: string;
  readonly state: MailState;
  readonly missed: readonly string[];
}

const matching = `m.cycle = $1
  AND CASE $2::text WHEN '' THEN true WHEN 'unreached' THEN ${isUnreached} ELSE m.state = $2 END
  AND ($3::text = '' OR EXISTS (SELECT FROM notice n WHERE n.mail = m.id AND n.kind = $3))
  AND ($4::text = '' OR EXISTS (
    SELECT FROM jsonb_array_elements(m.cc || m."to") person
    WHERE strpos(lower((person ->> 'name') || ' <' || (person ->> 'email') || '>'), lower($4)) > 0))`;

const logged = `
  SELECT m.id, m."to", m.cc, m.state, m.planned_at, m.attempts, m.first_attempt_at, m.sent_at,
    CASE WHEN m.state = 'waiting' THEN m.next_attempt_at END AS next_attempt_at,
    m.bounced, m.last_error AS error, ${isUnreached} AS unreached, m.version, entry.notices
  FROM mail m CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(to_jsonb(alike) - 'first' ORDER BY first), '[]') AS notices FROM (
      SELECT kind, "offset", phase, state, min(unit) AS unit, count(*)::int AS count, min(id) AS first
      FROM notice WHERE mail = m.id GROUP BY kind, "offset", phase, state
    ) alike
  ) entry
  WHERE ${matching} ORDER BY m.seq DESC LIMIT $5 OFFSET $6`;

interface Row extends Omit<
  LoggedMail,
  'plannedAt' | 'firstAttemptAt' | 'nextAttemptAt' | 'sentAt'
> {
  readonly planned_at: Date;
  readonly first_attempt_at: Date | null;
  readonly next_attempt_at: Date | null;
  readonly sent_at: Date | null;
}

/** What went to whom, as far as somebody wants to know; the database looks for it. */
@Injectable()
export class MailLogStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async count(cycle: string, filter: MailFilter): Promise<number> {
    const [row] = await this.db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM mail m WHERE ${matching}`,
      valuesOf(cycle, filter),
    );
    return row?.count ?? 0;
  }

  /** The newest first; all of them, or a part. */
  async list(
    cycle: string,
    filter: MailFilter,
    part: { readonly limit: number | null; readonly offset: number } = { limit: null, offset: 0 },
  ): Promise<LoggedMail[]> {
    const values = [...valuesOf(cycle, filter), part.limit, part.offset];
    const rows = await this.db.query<Row[]>(logged, values);
    return rows.map(({ planned_at, first_attempt_at, next_attempt_at, sent_at, ...row }) => ({
      ...row,
      plannedAt: Temporal.Instant.fromEpochMilliseconds(planned_at.getTime()),
      firstAttemptAt: instant(first_attempt_at),
      nextAttemptAt: instant(next_attempt_at),
      sentAt: instant(sent_at),
    }));
  }

  /** Those that can be sent again, in the order in which they were planned. */
  unreached(cycle: string, filter: MailFilter): Promise<Unreached[]> {
    return this.db.query<Unreached[]>(
      `SELECT m.id, m.state, m.bounced || m.outstanding AS missed
       FROM mail m WHERE ${matching} AND ${isUnreached} ORDER BY m.seq`,
      valuesOf(cycle, filter),
    );
  }

  /** Whether the cycle has such a mail, whatever its state. */
  async has(cycle: string, id: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>(
      'SELECT FROM mail WHERE id = $1::uuid AND cycle = $2',
      [id, cycle],
    );
    return rows.length > 0;
  }
}

function valuesOf(cycle: string, { state, kind, recipient }: MailFilter): string[] {
  return [cycle, state ?? '', kind ?? '', recipient];
}

function instant(at: Date | null): Temporal.Instant | null {
  return at && Temporal.Instant.fromEpochMilliseconds(at.getTime());
}
