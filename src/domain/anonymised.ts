import type { Link } from './journal-chain.js';
import type { Entry } from './journal.js';

/**
 * Whoever takes a person out of old entries changes what their hashes are of. The hashes stay, so that the
 * chain holds; what the entries say now is vouched for by an entry at the chain's end. It is a link of the
 * chain like any other: nobody adds or changes one unseen.
 */
export interface Anonymised {
  /** What stands for the person now. */
  readonly as: string;
  /** By the number of an entry, the hash that it would have if it had been written as it is now. */
  readonly entries: Readonly<Record<string, string>>;
}

/** By the number of an entry, what later entries vouch for. */
export type Vouched = ReadonlyMap<number, ReadonlySet<string>>;

export function vouchedIn(all: readonly (Pick<Entry, 'facts'> & Pick<Link, 'number'>)[]): Vouched {
  const vouched = new Map<number, Set<string>>();
  for (const { number: by, facts } of all) {
    const { entries = {} } = facts as Partial<Anonymised>;
    for (const [number, hash] of Object.entries(entries)) {
      // An entry knows nothing of what comes after it.
      if (Number(number) >= by) continue;
      vouched.set(Number(number), (vouched.get(Number(number)) ?? new Set()).add(hash));
    }
  }
  return vouched;
}

export function vouchedFor(vouched: Vouched, number: number, hash: string): boolean {
  return vouched.get(number)?.has(hash) ?? false;
}
