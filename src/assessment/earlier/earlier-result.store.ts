import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { EarlierResultRow } from './earlier-result.entity.js';

@Injectable()
export class EarlierResultStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** What counts of each year that was brought into one of these cycles, the oldest first. */
  async latest(
    cycles: readonly string[],
    tx: EntityManager = this.db.manager,
  ): Promise<EarlierResultRow[]> {
    return tx
      .createQueryBuilder(EarlierResultRow, 'earlier')
      .distinctOn(['earlier.year', 'earlier.cycle'])
      .where('earlier.cycle = ANY (:cycles)', { cycles })
      .orderBy('earlier.year')
      .addOrderBy('earlier.cycle')
      .addOrderBy('earlier.version', 'DESC')
      .getMany();
  }

  async insert(tx: EntityManager, row: EarlierResultRow): Promise<void> {
    await tx.query(
      `INSERT INTO earlier_result (cycle, year, version, imported_at, imported_by, frozen)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        row.cycle,
        row.year,
        row.version,
        row.importedAt.toString(),
        row.importedBy,
        JSON.stringify(row.frozen),
      ],
    );
  }
}
