import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Earlier } from '../../domain/cycle.js';

/** What a public result is made of, as far as it can change: small enough to read at every visit. */
export interface PublicStamp {
  readonly cycle: string;
  readonly title: string;
  readonly zone: string;
  readonly history: readonly Earlier[];
  /** Of the first phase. */
  readonly opens: string;
  /** How many take part. */
  readonly units: number;
  readonly publishedAt: Temporal.Instant;
  /** Other cycles of its history whose results are public as well, and when each of them was published. */
  readonly earlier: Readonly<Record<string, string>>;
  /** When a result of an earlier year was brought in last. */
  readonly imported: string | null;
}

interface Row extends Omit<PublicStamp, 'publishedAt'> {
  readonly publishedAt: Date;
}

const stamp = `
  SELECT cycle.code AS cycle, cycle.title, cycle.zone, cycle.history, published.at AS "publishedAt",
    (SELECT min(phase.opens) FROM phase WHERE phase.cycle = cycle.code) AS opens,
    (SELECT count(*)::int FROM unit WHERE unit.cycle = cycle.code AND NOT unit.retired) AS units,
    (SELECT coalesce(jsonb_object_agg(other.cycle, other.at), '{}') FROM (
      SELECT result.cycle, max(result.published_at) AS at
      FROM result JOIN public_result USING (cycle)
      WHERE result.cycle IN (SELECT each ->> 'cycle' FROM jsonb_array_elements(cycle.history) each)
      GROUP BY result.cycle) other) AS earlier,
    (SELECT max(imported_at)::text FROM earlier_result
      WHERE earlier_result.cycle = cycle.code OR earlier_result.cycle IN (
        SELECT each ->> 'cycle' FROM jsonb_array_elements(cycle.history) each)) AS imported
  FROM public_result JOIN cycle ON cycle.code = public_result.cycle
    JOIN LATERAL (
      SELECT max(published_at) AS at FROM result WHERE result.cycle = cycle.code
    ) published ON published.at IS NOT NULL`;

@Injectable()
export class PublicResultStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Null for a cycle that there is not, or whose result is nobody else's. One statement. */
  async one(cycle: string): Promise<PublicStamp | null> {
    const [row] = await this.db.manager.query<Row[]>(`${stamp} WHERE cycle.code = $1`, [cycle]);
    return row ? stampOf(row) : null;
  }

  /** The newest first. One statement. */
  async all(): Promise<PublicStamp[]> {
    const rows = await this.db.manager.query<Row[]>(
      `${stamp} ORDER BY published.at DESC, cycle.code`,
    );
    return rows.map(stampOf);
  }
}

function stampOf(row: Row): PublicStamp {
  const { publishedAt } = row;
  return {
    ...row,
    publishedAt: Temporal.Instant.fromEpochMilliseconds(publishedAt.getTime()),
  };
}
