import { Injectable, Logger } from '@nestjs/common';
import { JournalStore } from '../cycle/journal.store.js';
import { groupBy } from '../domain/group-by.js';
import type { MailRow, NoticeRow } from './outbox.entity.js';
import { OutboxStore } from './outbox.store.js';
import { PresentStore, type PresentFacts } from './present.store.js';

/** What a batch of mails speaks of, and how long the journals were by then. */
interface Known {
  readonly journals: string;
  readonly notices: ReadonlyMap<string, readonly NoticeRow[]>;
  readonly present: PresentFacts;
}

/**
 * Milliseconds in which one look serves every mail whose turn comes: less than a server takes to answer. From the
 * second on the next look is under way, so that nobody waits for it while mails follow each other.
 */
const moment = 25;
const fresh = 20;

/** Rule 12 means the moment before sending, which can be long after a batch was claimed. */
@Injectable()
export class BatchFactsStore {
  private readonly log = new Logger(BatchFactsStore.name);

  constructor(
    private readonly outbox: OutboxStore,
    private readonly present: PresentStore,
    private readonly journal: JournalStore,
  ) {}

  async lookUp(mails: readonly MailRow[]): Promise<BatchFacts> {
    return new BatchFacts(await this.known(mails), (known) => this.again(mails, known));
  }

  /** Before the facts: what changes between the two is looked at once more, not missed. */
  private async known(mails: readonly MailRow[]): Promise<Known> {
    const journals = await this.journalsOf(mails);
    const notices = await this.outbox.noticesOf(mails);
    const present = await this.present.of(notices);
    return { journals, notices: groupBy(notices, ({ mail }) => mail), present };
  }

  /** Nothing is true or untrue of a mail that no journal tells of. */
  private async again(mails: readonly MailRow[], known: Known): Promise<Known> {
    try {
      const isOld = (await this.journalsOf(mails)) !== known.journals;
      return isOld ? await this.known(mails) : known;
    } catch (error) {
      // Others of the batch are sent already, so that it cannot be given back.
      this.log.warn('what mails speak of could not be looked at again', error);
      return known;
    }
  }

  private journalsOf(mails: readonly MailRow[]): Promise<string> {
    return this.journal.lengths([...new Set(mails.map(({ cycle }) => cycle))]);
  }
}

export class BatchFacts {
  private age: 'fresh' | 'aging' | 'old' = 'fresh';
  private look: Promise<void> | null = null;

  constructor(
    private known: Known,
    private readonly again: (known: Known) => Promise<Known>,
  ) {
    this.grow();
  }

  /** What is true by a look that is hardly a moment old. */
  async recent(): Promise<Known> {
    if (this.age !== 'fresh') this.look ??= this.lookAgain();
    if (this.age === 'old') await this.look;
    return this.known;
  }

  private async lookAgain(): Promise<void> {
    this.known = await this.again(this.known);
    this.look = null;
    this.grow();
  }

  private grow(): void {
    this.age = 'fresh';
    setTimeout(() => {
      this.age = 'aging';
      setTimeout(() => {
        if (this.age === 'aging') this.age = 'old';
      }, moment - fresh).unref();
    }, fresh).unref();
  }
}
