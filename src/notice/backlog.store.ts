import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { isUnsent } from './unsent.js';

/** What is due of the mails of running cycles, in all of them together. */
export interface Backlog {
  /** Mails whose time has come and that no one has taken. */
  readonly due: number;
  /** Mails that are being sent. */
  readonly claimed: number;
  /** Mails that will be tried again, or that a pause of their cycle keeps. */
  readonly later: number;
  /** Seconds since the oldest of all these was planned; 0 when there is none. */
  readonly oldest: number;
}

const backlog = `
  SELECT count(*) FILTER (WHERE m.state = 'waiting' AND m.next_attempt_at <= $1 AND c.state = 'active')::int AS due,
    count(*) FILTER (WHERE m.state = 'claimed')::int AS claimed,
    count(*) FILTER (WHERE m.state = 'waiting' AND (m.next_attempt_at > $1 OR c.state <> 'active'))::int AS later,
    coalesce(greatest(extract(epoch FROM $1 - min(m.planned_at) FILTER (WHERE c.state = 'active')), 0), 0)::float
      AS oldest
  FROM mail m JOIN cycle c ON c.code = m.cycle WHERE ${isUnsent}`;

/** Reads only what still waits, whatever was sent before. */
@Injectable()
export class BacklogStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async at(now: Temporal.Instant): Promise<Backlog> {
    const [row] = await this.db.query<Backlog[]>(backlog, [now.toString()]);
    return row ?? { due: 0, claimed: 0, later: 0, oldest: 0 };
  }
}
