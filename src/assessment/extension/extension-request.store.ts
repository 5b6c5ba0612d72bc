import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { ExtensionRequest } from '../../domain/extension/request.js';
import { Refusal } from '../../domain/refusal.js';
import { readAll } from '../../platform/bulk-read.js';
import { upsertAll } from '../../platform/bulk-write.js';
import { ExtensionRequestRow } from './extension-request.entity.js';

@Injectable()
export class ExtensionRequestStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The newest first. */
  async all(cycle: string, tx = this.db.manager): Promise<ExtensionRequest[]> {
    const order = { askedAt: 'DESC', id: 'ASC' } as const;
    return tx.find(ExtensionRequestRow, { where: { cycle }, order });
  }

  /** @throws Refusal not_found */
  async one(cycle: string, id: string, tx = this.db.manager): Promise<ExtensionRequest> {
    const row = await tx.findOneBy(ExtensionRequestRow, { cycle, id });
    if (!row) throw new Refusal('not_found', { request: id });
    return row;
  }

  /** Of some cycles and units, what nobody has decided. */
  async waiting(
    cycles: readonly string[],
    units: readonly string[],
  ): Promise<ExtensionRequestRow[]> {
    const theirs = {
      sql: `t.cycle = ANY ($1) AND t.unit = ANY ($2) AND t.state = 'waiting'`,
      given: [cycles, units],
    };
    return readAll(this.db.manager, ExtensionRequestRow, theirs, ['cycle', 'id']);
  }

  async save(
    tx: EntityManager,
    cycle: string,
    requests: readonly ExtensionRequest[],
  ): Promise<void> {
    // One by one: what no longer waits has to make room first.
    for (const request of requests) {
      await upsertAll(tx, ExtensionRequestRow, [{ ...request, cycle }]);
    }
  }
}
