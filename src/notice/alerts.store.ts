import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { MailAlertRow } from './alert.entity.js';
import { isUnsent } from './unsent.js';

/** What waits in one cycle. */
export interface Alert {
  readonly cycle: string;
  readonly count: number;
  readonly since: Temporal.Instant;
  readonly answer: string | null;
}

/** Longer than any queue of a healthy installation. */
const tolerated = 'PT1H';
/** What still waits after a look is told at the next; what a tick was about to send is gone by then. */
const between = 'PT1M';

const tooLong = `
  SELECT m.cycle, count(*)::int AS count, min(m.planned_at) AS since, max(m.last_error) AS answer
  FROM mail m JOIN cycle c ON c.code = m.cycle
  WHERE ${isUnsent} AND c.state = 'active' AND m.planned_at <= $1::timestamptz - $2::interval
  GROUP BY m.cycle`;

/** Of what waits for too long, which process tells whom, once for as long as it lasts. */
@Injectable()
export class AlertsStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Those that the caller is to tell of now, and nobody else. */
  async take(now: Temporal.Instant): Promise<Alert[]> {
    const rows = await this.db.query<(Omit<Alert, 'since'> & { since: Date })[]>(
      `WITH late AS (${tooLong}), over AS (
         DELETE FROM mail_alert WHERE cycle NOT IN (SELECT cycle FROM late)
       ), looked AS (
         INSERT INTO mail_alert (cycle, looked_at) SELECT cycle, clock_timestamp() FROM late
         ON CONFLICT (cycle) DO UPDATE SET looked_at = clock_timestamp()
         WHERE NOT mail_alert.told AND mail_alert.looked_at <= clock_timestamp() - $3::interval
         RETURNING cycle, xmax = 0 AS is_new
       ) SELECT late.* FROM late JOIN looked USING (cycle) WHERE NOT looked.is_new`,
      [now.toString(), tolerated, between],
    );
    return rows.map(({ since, ...alert }) => ({
      ...alert,
      since: Temporal.Instant.fromEpochMilliseconds(since.getTime()),
    }));
  }

  async told(cycle: string): Promise<void> {
    await this.db.manager.update(MailAlertRow, { cycle }, { told: true });
  }
}
