import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { vouchedIn } from '../domain/anonymised.js';
import { JournalCheck, type Flaw } from '../domain/journal-check.js';
import { sha256 } from '../platform/sha256.js';
import { CycleRow } from './cycle.entity.js';
import { JournalHeadRow, JournalRow } from './journal.entity.js';
import { UnknownCycle } from './unknown-cycle.js';

/** A year of a large city has more entries than a process should hold at once. */
const pageLength = 1000;

/** After so many it is clear that something is wrong, and where to begin. */
const namedFlaws = 20;

export interface Verdict {
  readonly entries: number;
  /** To be kept where whoever can change the database cannot change it. */
  readonly head: string | null;
  /** The first ones. */
  readonly flaws: readonly Flaw[];
  readonly furtherFlaws: number;
}

/** Rule 19: whether the journal still is what was recorded. */
@Injectable()
export class JournalCheckService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws UnknownCycle */
  async verify(cycle: string): Promise<Verdict> {
    // Of one instant: entries that are added meanwhile have moved the head as well.
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      if (!(await tx.existsBy(CycleRow, { code: cycle }))) throw new UnknownCycle(cycle);
      const head = await tx.findOneBy(JournalHeadRow, { cycle });
      return this.judge(tx, cycle, head);
    });
  }

  private async judge(
    tx: EntityManager,
    cycle: string,
    head: JournalHeadRow | null,
  ): Promise<Verdict> {
    const vouched = vouchedIn(await tx.findBy(JournalRow, { cycle, what: 'anonymised' }));
    const check = new JournalCheck(cycle, head, sha256, vouched);
    const flaws: Flaw[] = [];
    let entries = 0;
    let found = 0;
    const note = (news: readonly Flaw[]): void => {
      found += news.length;
      flaws.push(...news.slice(0, namedFlaws - flaws.length));
    };
    const twice = await this.twice(tx, cycle);
    for await (const row of this.rows(tx, cycle)) {
      entries += 1;
      note(check.read(row));
      if (twice.has(row.id)) note([{ is: 'inserted', entry: row }]);
    }
    note(check.end());
    return { entries, head: head?.hash ?? null, flaws, furtherFlaws: found - flaws.length };
  }

  /** Ids that stand in the archive and beside it: they are read as one row, whatever the other one says. */
  private async twice(tx: EntityManager, cycle: string): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT j.id FROM ONLY journal j JOIN journal_archive a ON a.cycle = j.cycle AND a.id = j.id
       WHERE j.cycle = $1`,
      [cycle],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async *rows(tx: EntityManager, cycle: string): AsyncGenerator<JournalRow> {
    let page = await this.page(tx, cycle, null);
    for (let last = page.at(-1); last; last = page.at(-1)) {
      yield* page;
      page = await this.page(tx, cycle, last);
    }
  }

  private page(tx: EntityManager, cycle: string, after: JournalRow | null): Promise<JournalRow[]> {
    const rows = tx.createQueryBuilder(JournalRow, 'journal').where({ cycle });
    if (after) rows.andWhere('(journal.number, journal.id) > (:number, :id)', after);
    return rows
      .orderBy({ 'journal.number': 'ASC', 'journal.id': 'ASC' })
      .limit(pageLength)
      .getMany();
  }
}
