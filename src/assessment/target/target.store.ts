import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../domain/clock.js';
import type { Levels } from '../../domain/cycle.js';
import type { Efforts } from '../../domain/target/effort.js';
import { upsertAll } from '../../platform/bulk-write.js';
import { CLOCK } from '../../platform/clock.js';
import { EffortRow, VariantRow } from './target.entity.js';

export type Variant = Omit<VariantRow, 'cycle'>;

export interface NewVariant {
  readonly name: string;
  readonly basis: string;
  readonly standing: Levels;
  readonly changes: Levels;
  readonly by: string;
}

/** More than that nobody can tell apart. */
export const mostVariants = 50;
export const longestName = 80;

/** What coordinators try out. It changes nothing of the cycle, so the journal does not follow it. */
@Injectable()
export class TargetStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async variants(cycle: string): Promise<Variant[]> {
    return this.db.manager.find(VariantRow, {
      where: { cycle },
      order: { madeAt: 'DESC', name: 'ASC' },
    });
  }

  /** @returns its id; null when the cycle has one of that name, or as many as it may */
  async add(cycle: string, variant: NewVariant): Promise<string | null> {
    const { name, basis, standing, changes, by } = variant;
    const id = randomUUID();
    const { length } = await this.db.manager.query<unknown[]>(
      `INSERT INTO variant (cycle, id, name, basis, standing, changes, made_at, made_by)
       SELECT $1::text, $2::uuid, $3::text, $4::text, $5::jsonb, $6::jsonb, $7::timestamptz, $8::text
       WHERE (SELECT count(*) FROM variant WHERE cycle = $1) < $9
       ON CONFLICT (cycle, name) DO NOTHING RETURNING id`,
      [
        ...[cycle, id, name, basis, JSON.stringify(standing), JSON.stringify(changes)],
        ...[this.clock.now().toString(), by, mostVariants],
      ],
    );
    return length === 0 ? null : id;
  }

  /** @returns whether there was one */
  async remove(cycle: string, id: string): Promise<boolean> {
    const { affected } = await this.db.manager.delete(VariantRow, { cycle, id });
    return affected === 1;
  }

  async efforts(cycle: string): Promise<Efforts> {
    const rows = await this.db.manager.find(EffortRow, { where: { cycle } });
    return Object.fromEntries(
      rows.map(({ indicator, effort, highest }) => [String(indicator), { effort, highest }]),
    );
  }

  async setEfforts(cycle: string, efforts: Efforts): Promise<void> {
    const rows = Object.entries(efforts).map(([indicator, { effort, highest }]) => ({
      ...{ cycle, indicator: Number(indicator) },
      ...{ effort, highest },
    }));
    await upsertAll(this.db.manager, EffortRow, rows);
  }
}
