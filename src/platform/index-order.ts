import type { DataSource, EntityManager } from 'typeorm';

/**
 * A transaction whose statements read in the order of an index, and end at their LIMIT. Left to itself PostgreSQL
 * reads all that fits and sorts it, as long as its figures are from before those rows came: it takes them for few.
 */
export function inIndexOrder<T>(
  db: DataSource,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_sort = off');
    return work(tx);
  });
}
