import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { JournalStore } from '../cycle/journal.store.js';
import type { Clock } from '../domain/clock.js';
import type { CyclePlan } from '../domain/cycle.js';
import { entry } from '../domain/journal.js';
import type { Person } from '../domain/people.js';
import { addressKey } from '../domain/recipients.js';
import { LimitStore } from '../people/sign-in/limit.store.js';
import { CLOCK, SERVER_CLOCK } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { composeTestMail } from './letter/compose-test-mail.js';
import { messageId } from './message-id.js';
import { SmtpTransport } from './smtp.transport.js';

/** What the server said; or that it was not asked, and how many minutes to wait. */
export type Tested =
  | { readonly is: 'accepted' }
  | { readonly is: 'refused'; readonly answer: string }
  | { readonly is: 'too-often'; readonly minutes: number };

/** Sends one mail past the outbox: whoever waits for it wants to know now, and no rule says that it is due. */
@Injectable()
export class TestMailService {
  constructor(
    private readonly smtp: SmtpTransport,
    private readonly limits: LimitStore,
    private readonly journal: JournalStore,
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SERVER_CLOCK) private readonly serverClock: Clock,
  ) {}

  async send(cycle: Pick<CyclePlan, 'code' | 'title' | 'zone'>, to: Person): Promise<Tested> {
    const until = await this.limits.take('testMail', addressKey(to));
    if (until) {
      const { minutes } = until.since(this.serverClock.now()).round({
        largestUnit: 'minutes',
        smallestUnit: 'minutes',
        roundingMode: 'ceil',
      });
      return { is: 'too-often', minutes };
    }
    const { refused } = await this.smtp.send(this.compose(cycle, to), [to.email]);
    const answer = refused.map(({ reason }) => reason).join('; ');
    await this.record(cycle.code, to, refused.length === 0 ? null : answer);
    return refused.length === 0 ? { is: 'accepted' } : { is: 'refused', answer };
  }

  private compose({ title, zone }: Pick<CyclePlan, 'title' | 'zone'>, to: Person) {
    const { mailFrom: from } = this.settings;
    const at = this.clock.now();
    const id = messageId(randomUUID(), from);
    return composeTestMail({ to, from, cycle: title, zone, at, messageId: id });
  }

  private async record(cycle: string, to: Person, why: string | null): Promise<void> {
    const now = this.clock.now();
    const who = addressKey(to);
    const tested = entry({ what: 'mail-tested', who, due: now, recorded: now, to: to.email, why });
    await this.db.transaction((tx) => this.journal.record(tx, cycle, [tested]));
  }
}
