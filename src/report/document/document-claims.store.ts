import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { ReportFormat } from './report-format.js';
import type { Report } from './report.js';

/** Many times longer than any takes: who has not said by then what became of it is taken for gone. */
const lease = { minutes: 2 };
/** One that takes its process down each time must not do so for ever. */
const mostAttempts = 3;

export interface ClaimedDocument {
  readonly id: string;
  readonly report: string;
  readonly format: ReportFormat;
  /** Tells this claim from those before it. */
  readonly attempts: number;
}

const isFree = `(state = 'queued' OR (state = 'running' AND claimed_until <= $1))`;

/** Who makes which document: several processes take different ones, and what a dead one held comes back. */
@Injectable()
export class DocumentClaims {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The oldest that nobody makes, or that one unless somebody does. @param server its own time */
  async claim(server: Temporal.Instant, id: string | null = null): Promise<ClaimedDocument | null> {
    await this.giveUp(server);
    const [rows] = await this.db.query<[ClaimedDocument[], number]>(
      `UPDATE report_document
       SET state = 'running', progress = 10, attempts = attempts + 1, claimed_until = $2
       WHERE id = (
         SELECT id FROM report_document WHERE ${isFree} AND ($3::uuid IS NULL OR id = $3)
         ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
       ) RETURNING id, report, format, attempts`,
      [server.toString(), server.add(lease).toString(), id],
    );
    return rows[0] ?? null;
  }

  /** What nobody makes by now. */
  async waiting(server: Temporal.Instant): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM report_document WHERE ${isFree} ORDER BY asked_at, id LIMIT 100`,
      [server.toString()],
    );
    return rows.map(({ id }) => id);
  }

  async report(id: string): Promise<Report> {
    const [row] = await this.db.query<{ data: Report }[]>('SELECT data FROM report WHERE id = $1', [
      id,
    ]);
    if (!row) throw new Error(`there is no report ${id}`);
    return row.data;
  }

  async progress(claimed: ClaimedDocument, percent: number): Promise<void> {
    await this.settle(claimed, 'progress = $3', percent);
  }

  async done(claimed: ClaimedDocument, file: Buffer, now: Temporal.Instant): Promise<void> {
    const set = `state = 'done', progress = 100, file = $3, done_at = $4, claimed_until = NULL`;
    await this.settle(claimed, set, file, now.toString());
  }

  async failed(claimed: ClaimedDocument, error: string): Promise<void> {
    await this.settle(claimed, `state = 'failed', error = $3, claimed_until = NULL`, error);
  }

  /** Unless it was somebody else's by then. */
  private async settle({ id, attempts }: ClaimedDocument, set: string, ...values: unknown[]) {
    await this.db.query(
      `UPDATE report_document SET ${set} WHERE id = $1 AND attempts = $2 AND state = 'running'`,
      [id, attempts, ...values],
    );
  }

  private async giveUp(server: Temporal.Instant): Promise<void> {
    await this.db.query(
      `UPDATE report_document SET state = 'failed', error = 'interrupted', claimed_until = NULL
       WHERE state = 'running' AND claimed_until <= $1 AND attempts >= $2`,
      [server.toString(), mostAttempts],
    );
  }
}
