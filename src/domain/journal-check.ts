import { vouchedFor, type Vouched } from './anonymised.js';
import type { Entry } from './journal.js';
import { hashOf, unwritten, type Digest, type Head, type Link } from './journal-chain.js';

/** An entry as it was read back. */
export interface Recorded extends Entry, Link {
  readonly id: string;
}

/** What is wrong with a journal, and where. */
export type Flaw =
  | { readonly is: 'changed'; readonly entry: Recorded }
  | { readonly is: 'removed'; readonly from: number; readonly to: number }
  | { readonly is: 'moved'; readonly entry: Recorded; readonly before: Recorded }
  | { readonly is: 'inserted'; readonly entry: Recorded }
  | { readonly is: 'cut-off'; readonly from: number; readonly to: number }
  | { readonly is: 'other-head'; readonly entries: number; readonly head: Head }
  | { readonly is: 'no-head' };

/** Rule 19: reads a cycle's journal from the first entry to the last, and says what was done to it. */
export class JournalCheck {
  private last: Recorded | null = null;

  constructor(
    private readonly cycle: string,
    private readonly head: Head | null,
    private readonly digest: Digest,
    /** What later entries say of entries out of which a person was taken. */
    private readonly vouched: Vouched = new Map(),
  ) {}

  /** @param entry the next one by number, and among those of one number by id */
  read(entry: Recorded): Flaw[] {
    const { last } = this;
    const next = (last?.number ?? 0) + 1;
    // Left out of what follows: the entries around it are held to each other as if it were not there.
    if (entry.number < next || this.isBeyondHead(entry)) return [{ is: 'inserted', entry }];
    this.last = entry;
    const flaws: Flaw[] = [];
    // After a gap there is nothing that its hash could be held against.
    if (entry.number > next) flaws.push({ is: 'removed', from: next, to: entry.number - 1 });
    else if (!this.follows(entry, last?.hash ?? unwritten.hash)) {
      flaws.push({ is: 'changed', entry });
    }
    if (last && BigInt(entry.id) < BigInt(last.id)) {
      flaws.push({ is: 'moved', entry, before: last });
    }
    return flaws;
  }

  /** When there is no entry left. */
  end(): Flaw[] {
    const { head } = this;
    if (!head) return [{ is: 'no-head' }];
    const { number: entries, hash } = this.last ?? { number: 0, hash: unwritten.hash };
    if (entries < head.entries) return [{ is: 'cut-off', from: entries + 1, to: head.entries }];
    return hash === head.hash ? [] : [{ is: 'other-head', entries, head }];
  }

  private isBeyondHead({ number }: Recorded): boolean {
    return this.head !== null && number > this.head.entries;
  }

  private follows(entry: Recorded, previous: string): boolean {
    const { cycle, vouched } = this;
    const { number } = entry;
    const found = hashOf(entry, { cycle, number, previous }, this.digest);
    return entry.hash === found || vouchedFor(vouched, number, found);
  }
}
