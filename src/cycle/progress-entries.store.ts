import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';

/** What the journal says of how far a phase has come, at one instant. */
export interface ProgressEntry {
  readonly phase: string;
  readonly what: 'answer' | 'task' | 'rescheduled';
  readonly recorded: Temporal.Instant;
  /** Whoever finishes sends all answers at once. */
  readonly count: number;
  /** Of a phase that was rescheduled: its dates before. */
  readonly was: string | null;
}

interface Row extends Omit<ProgressEntry, 'recorded'> {
  readonly recorded: Date;
}

@Injectable()
export class ProgressEntries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Answers that were sent or judged, tasks that were finished, and dates that were moved, in order. */
  async of(cycle: string): Promise<ProgressEntry[]> {
    // The condition is that of the index `journal_progress`, word for word.
    const rows = await this.db.manager.query<Row[]>(
      `SELECT phase, what, recorded, count(*)::int AS count,
         CASE WHEN what = 'rescheduled' THEN "from" END AS was
       FROM journal
       WHERE cycle = $1 AND phase IS NOT NULL
         AND (what IN ('answer', 'rescheduled') OR (what = 'task' AND "to" = 'finished'))
       GROUP BY phase, what, recorded, was
       ORDER BY recorded`,
      [cycle],
    );
    return rows.map(({ recorded, ...row }) => ({
      ...row,
      recorded: Temporal.Instant.fromEpochMilliseconds(recorded.getTime()),
    }));
  }
}
