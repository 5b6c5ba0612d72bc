import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import type { Entry } from '../domain/journal.js';
import { insertAll } from '../platform/bulk-write.js';
import { JournalRow } from './journal.entity.js';

@Injectable()
export class JournalStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async record(tx: EntityManager, cycle: string, entries: readonly Entry[]): Promise<void> {
    const rows = entries.map((entry) => ({ ...entry, cycle, id: '' }));
    await insertAll(tx, JournalRow, rows);
  }

  /** The id of the newest entry, "0" when there is none. */
  async last(tx: EntityManager | null, cycle: string): Promise<string> {
    const [row] = await (tx ?? this.db.manager).query<{ id: string }[]>(
      'SELECT coalesce(max(id), 0) AS id FROM journal WHERE cycle = $1',
      [cycle],
    );
    return row?.id ?? '0';
  }

  /** In the order in which it happened. */
  async since(tx: EntityManager, cycle: string, id: string): Promise<JournalRow[]> {
    return tx.find(JournalRow, { where: { cycle, id: MoreThan(id) }, order: { id: 'ASC' } });
  }
}
