import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { NoticeKind } from '../domain/notice-kind.js';
import { MailRow, NoticeRow, type MailState } from './outbox.entity.js';

/** One of somebody's own mails, to be found again. */
export interface OwnMail {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly state: MailState;
  /** The cycle's title and zone. */
  readonly cycle: string;
  readonly zone: string;
  /** False when they were only copied. */
  readonly addressed: boolean;
  /** Each once, however many units it speaks of. */
  readonly notices: readonly OwnNotice[];
}

export interface OwnNotice {
  readonly kind: NoticeKind;
  readonly offset: string | null;
  /** Its title; the code of one that is gone. */
  readonly phase: string;
}

const latestOf = `
  SELECT m.id, m.planned_at AS at, m.state, c.title AS cycle, c.zone,
    lower(m."to" ->> 'email') = $1 AS addressed,
    jsonb_agg(DISTINCT jsonb_build_object(
      'kind', n.kind, 'offset', n."offset", 'phase', coalesce(p.title, n.phase)
    )) AS notices
  FROM (
    SELECT * FROM mail WHERE lower("to" ->> 'email') = $1
      OR EXISTS (SELECT FROM jsonb_array_elements(cc) AS copied WHERE lower(copied ->> 'email') = $1)
    ORDER BY seq DESC LIMIT $2
  ) m
  JOIN cycle c ON c.code = m.cycle
  JOIN notice n ON n.mail = m.id
  LEFT JOIN phase p ON p.cycle = n.cycle AND p.code = n.phase
  GROUP BY m.id, m.seq, m.planned_at, m.state, m."to", c.title, c.zone ORDER BY m.seq DESC`;

/** What was written to people, for those who ask why. */
@Injectable()
export class SentMailsStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The newest first, of all cycles. */
  async latestOf(email: string, limit: number): Promise<OwnMail[]> {
    const rows = await this.db.query<(Omit<OwnMail, 'at'> & { at: Date })[]>(latestOf, [
      email.toLowerCase(),
      limit,
    ]);
    return rows.map((row) => ({
      ...row,
      at: Temporal.Instant.fromEpochMilliseconds(row.at.getTime()),
    }));
  }

  find(id: string): Promise<MailRow | null> {
    return this.db.manager.findOneBy(MailRow, { id });
  }

  /** All of them, whatever came of them. */
  noticesOf({ id }: MailRow): Promise<NoticeRow[]> {
    return this.db.manager.find(NoticeRow, { where: { mail: id }, order: { id: 'ASC' } });
  }
}
