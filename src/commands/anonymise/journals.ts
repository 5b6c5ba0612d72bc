import type { EntityManager } from 'typeorm';
import { EarlierResultRow } from '../../assessment/earlier/earlier-result.entity.js';
import { fingerprint } from '../../assessment/fingerprint.js';
import { JournalRow } from '../../cycle/journal.entity.js';
import { hashOf, unwritten } from '../../domain/journal-chain.js';
import { sha256 } from '../../platform/sha256.js';

/** What the journal says of an imported result is held against the row: where one changes, so must the other. */
export class Imports {
  private constructor(private readonly before: ReadonlyMap<string, string>) {}

  static async read(tx: EntityManager): Promise<Imports> {
    return new Imports(await prints(tx));
  }

  /** @returns the ids of the entries that were changed */
  async follow(tx: EntityManager): Promise<string[]> {
    const ids: string[] = [];
    for (const [place, now] of await prints(tx)) {
      const before = this.before.get(place);
      if (before === now) continue;
      const entries = await tx.query<{ id: string }[]>(
        `WITH followed AS (
           UPDATE journal SET facts = facts || jsonb_build_object('fingerprint', $2::text)
           WHERE what = 'result-imported' AND facts ->> 'fingerprint' = $1 RETURNING id
         ) SELECT id FROM followed`,
        [before, now],
      );
      ids.push(...entries.map(({ id }) => id));
    }
    return ids;
  }
}

async function prints(tx: EntityManager): Promise<Map<string, string>> {
  const rows = await tx.find(EarlierResultRow);
  return new Map(
    rows.map(({ cycle, year, version, frozen }) => [
      [cycle, year, version].join(' '),
      fingerprint(frozen),
    ]),
  );
}

/** What an entry at the end of each chain has to vouch for: by cycle, and by number, what a hash would be now. */
export async function hashesNow(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const rows = await tx
    .createQueryBuilder(JournalRow, 'journal')
    .where('journal.id = ANY (:ids)', { ids })
    .orderBy({ 'journal.cycle': 'ASC', 'journal.number': 'ASC' })
    .getMany();
  const before = await tx.query<{ id: string; hash: string }[]>(
    `SELECT named.id, previous.hash FROM journal named
     JOIN journal previous ON previous.cycle = named.cycle AND previous.number = named.number - 1
     WHERE named.id = ANY ($1)`,
    [ids],
  );
  const previous = new Map(before.map(({ id, hash }) => [id, hash]));
  const hashes = new Map<string, Record<string, string>>();
  for (const row of rows) {
    const { cycle, id, number } = row;
    const place = { cycle, number, previous: previous.get(id) ?? unwritten.hash };
    const ofCycle = hashes.get(cycle) ?? {};
    ofCycle[number] = hashOf(row, place, sha256);
    hashes.set(cycle, ofCycle);
  }
  return hashes;
}
