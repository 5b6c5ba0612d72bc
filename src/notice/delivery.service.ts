import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../domain/clock.js';
import { outcomeOf } from '../domain/delivery.js';
import { stillTrue } from '../domain/still-true.js';
import { CLOCK } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { BatchFactsStore, type BatchFacts } from './batch-facts.store.js';
import { ClaimsStore, type Settled, type Which } from './claims.store.js';
import { composeMail } from './letter/compose-mail.js';
import type { Attachment } from './letter/letter.js';
import { letterOf } from './letter-writer.js';
import { notaDinasName } from './nota-dinas/nota-dinas.js';
import { NotaDinasService } from './nota-dinas/nota-dinas.service.js';
import { notaDinasOf } from './nota-dinas/of-mail.js';
import type { MailRow, NoticeRow } from './outbox.entity.js';
import type { PresentFacts } from './present.store.js';
import { connections, SmtpTransport } from './smtp.transport.js';
import { Turns } from './turns.js';

/** Sends what the outbox holds. Inline and queued delivery both come here. */
@Injectable()
export class DeliveryService {
  private readonly log = new Logger(DeliveryService.name);
  private readonly turns = new Turns(connections);

  constructor(
    private readonly claims: ClaimsStore,
    private readonly facts: BatchFactsStore,
    private readonly smtp: SmtpTransport,
    private readonly notas: NotaDinasService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Claims, sends and settles. @returns how many mails it took on; 0 when none of them is due. */
  async deliver(which: Which): Promise<number> {
    const mails = await this.claims.claim(which, this.clock.now());
    if (mails.length === 0) return 0;
    const settled = await this.sendAll(mails);
    await this.claims.settle(settled, this.clock.now());
    return mails.length;
  }

  private async sendAll(mails: readonly MailRow[]): Promise<Settled[]> {
    const facts = await this.lookUp(mails);
    const send = (mail: MailRow): Promise<Settled> =>
      this.turns
        .take(async () => {
          const { notices, present } = await facts.recent();
          return this.send(mail, notices.get(mail.id) ?? [], present);
        })
        .catch((error: unknown) => {
          // One mail that cannot be written must not hold up the others: coordinators see it as failed.
          this.log.error(`mail ${mail.id} cannot be sent`, error);
          return { ...unsent(mail), state: 'failed', error: String(error) };
        });
    return Promise.all(mails.map(send));
  }

  private async lookUp(mails: readonly MailRow[]): Promise<BatchFacts> {
    try {
      return await this.facts.lookUp(mails);
    } catch (error) {
      await this.claims.release(mails);
      throw error;
    }
  }

  /** Rule 12: what is no longer true is dropped, as is what nobody wants; a mail with no entry left is not sent. */
  private async send(
    mail: MailRow,
    notices: readonly NoticeRow[],
    present: PresentFacts,
  ): Promise<Settled> {
    const now = this.clock.now();
    const wanted = notices.filter((notice) => !present.isSilenced(notice));
    const entries = wanted.filter((notice) => stillTrue(notice, present.of(notice, now)));
    const dropped = { silenced: left(notices, wanted), superseded: left(wanted, entries) };
    if (entries.length === 0) {
      const state = dropped.silenced.length > 0 ? 'silenced' : 'superseded';
      return { ...unsent(mail), ...dropped, state };
    }
    const letter = letterOf(mail, entries, present, { now, sender: this.settings });
    const mailed = composeMail(letter);
    const notas = await this.notaDinas(mail, entries, present, now);
    const attachments = [...(mailed.attachments ?? []), ...notas];
    const answer = await this.smtp.send({ ...mailed, attachments }, mail.outstanding);
    const outcome = outcomeOf({ ...mail, reached: reached(mail) }, answer, now);
    if (outcome.error) this.log.warn(`mail ${mail.id}: ${outcome.state}: ${outcome.error}`);
    return {
      ...outcome,
      ...dropped,
      mail,
      version: letter.version,
      attempts: mail.attempts + 1,
      firstAttemptAt: mail.firstAttemptAt ?? now,
    };
  }

  private async notaDinas(
    mail: MailRow,
    entries: readonly NoticeRow[],
    present: PresentFacts,
    at: Temporal.Instant,
  ): Promise<Attachment[]> {
    const wanted = notaDinasOf(entries, present.facts(mail.cycle), at);
    return Promise.all(
      wanted.map(async (nota) => ({
        filename: notaDinasName(nota.unit),
        contentType: 'application/pdf',
        content: await this.notas.file(nota),
      })),
    );
  }
}

/** How many addresses have it from an earlier attempt. */
function reached({ cc, outstanding, bounced }: MailRow): number {
  return 1 + cc.length - outstanding.length - bounced.length;
}

/** The ids of those that are not among the others. */
function left(all: readonly NoticeRow[], others: readonly NoticeRow[]): string[] {
  return all.filter((notice) => !others.includes(notice)).map(({ id }) => id);
}

function unsent(mail: MailRow) {
  const { attempts, firstAttemptAt, outstanding } = mail;
  return {
    mail,
    attempts,
    firstAttemptAt,
    outstanding,
    nextAttemptAt: null,
    bounced: [],
    superseded: [],
    silenced: [],
    error: null,
    version: null,
  };
}
