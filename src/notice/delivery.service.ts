import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../domain/clock.js';
import { outcomeOf, type Attempted } from '../domain/delivery.js';
import { stillTrue } from '../domain/still-true.js';
import { CLOCK } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { BatchFactsStore, type BatchFacts } from './batch-facts.store.js';
import { ClaimsStore, type Which } from './claims.store.js';
import { composeMail } from './letter/compose-mail.js';
import type { ComposedMail } from './letter/letter.js';
import { neutral } from './letter/neutral.js';
import { letterOf } from './letter-writer.js';
import { MarkingService } from './marking.service.js';
import type { Settled } from './settled.js';
import { notaDinasName } from './nota-dinas/nota-dinas.js';
import { NotaDinasService, type NotaDinasWanted } from './nota-dinas/nota-dinas.service.js';
import { notaDinasOf } from './nota-dinas/of-mail.js';
import type { MailRow, NoticeRow } from './outbox.entity.js';
import type { PresentFacts } from './present.store.js';
import { connections, SmtpTransport } from './smtp.transport.js';
import { Turns } from '../platform/turns.js';

/** Hears what became of a mail, as soon as it is known. */
type Done = (settled: Settled) => void;

/** Sends what the outbox holds. Inline and queued delivery both come here. */
@Injectable()
export class DeliveryService {
  private readonly log = new Logger(DeliveryService.name);
  private readonly turns = new Turns(connections);

  constructor(
    private readonly claims: ClaimsStore,
    private readonly marking: MarkingService,
    private readonly facts: BatchFactsStore,
    private readonly smtp: SmtpTransport,
    private readonly notas: NotaDinasService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Claims, sends and settles. @returns how many mails it took on; 0 when none of them is due. */
  async deliver(which: Which): Promise<number> {
    const { losses } = this.claims;
    const mails = await this.claims.claim(which, this.clock.now());
    if (mails.length === 0) return 0;
    const marks: Promise<void>[] = [];
    await this.sendAll(mails, losses, (settled) => {
      marks.push(this.marking.soon(settled));
    });
    this.marking.hurry();
    await Promise.all(marks);
    return mails.length;
  }

  private async sendAll(mails: readonly MailRow[], losses: number, done: Done): Promise<void> {
    const facts = await this.lookUp(mails);
    if (facts instanceof Error) return this.apart(mails, losses, done, facts);
    const send = async (mail: MailRow, leave: () => void): Promise<void> => {
      const { notices, present } = await facts.recent();
      if (this.claims.losses !== losses && !(await this.claims.isOwn(mail))) return;
      done(await this.send(mail, notices.get(mail.id) ?? [], present, leave));
    };
    const sending = mails.map((mail) =>
      this.turns
        .take((leave) => send(mail, leave))
        .catch((error: unknown) => {
          done(this.unwritten(mail, error));
        }),
    );
    await Promise.all(sending);
  }

  /** An error when the database answers: something that the mails speak of cannot be read. */
  private async lookUp(mails: readonly MailRow[]): Promise<BatchFacts | Error> {
    try {
      return await this.facts.lookUp(mails);
    } catch (error) {
      if (await this.claims.isUp()) return error as Error;
      await this.claims.release(mails.map(({ id }) => id));
      throw error;
    }
  }

  /** What one mail speaks of must not hold up the others. */
  private async apart(
    mails: readonly MailRow[],
    losses: number,
    done: Done,
    error: Error,
  ): Promise<void> {
    const [mail] = mails;
    if (mail && mails.length === 1) {
      done(this.unwritten(mail, error));
      return;
    }
    const middle = Math.ceil(mails.length / 2);
    await this.sendAll(mails.slice(0, middle), losses, done);
    await this.sendAll(mails.slice(middle), losses, done);
  }

  /** Tried again like what a server did not take: a database that was away, or a fault of ours, may pass. */
  private unwritten(mail: MailRow, error: unknown): Settled {
    this.log.error(`mail ${mail.id} cannot be written`, error);
    const now = this.clock.now();
    const reason = neutral(String(error));
    const refused = mail.outstanding.map((address) => ({ address, permanent: false, reason }));
    const outcome = outcomeOf(attempted(mail), { accepted: [], refused }, now);
    return { ...unsent(mail), ...outcome, ...tried(mail, now) };
  }

  /** Rule 12: what is no longer true is dropped, as is what nobody wants; a mail with no entry left is not sent. */
  private async send(
    mail: MailRow,
    notices: readonly NoticeRow[],
    present: PresentFacts,
    onAhead: () => void,
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
    const notas = notaDinasOf(entries, present.facts(mail.cycle), now);
    const whole = notas.length === 0 ? mailed : await this.withFiles(mailed, notas);
    const answer = await this.smtp.send(whole, mail.outstanding, onAhead);
    const outcome = outcomeOf(attempted(mail), answer, now);
    if (outcome.error) this.log.warn(`mail ${mail.id}: ${outcome.state}: ${outcome.error}`);
    return { ...outcome, ...dropped, ...tried(mail, now), mail, version: letter.version };
  }

  private async withFiles(
    mailed: ComposedMail,
    notas: readonly NotaDinasWanted[],
  ): Promise<ComposedMail> {
    const files = notas.map(async (nota) => ({
      filename: notaDinasName(nota.unit),
      contentType: 'application/pdf',
      content: await this.notas.file(nota),
    }));
    return {
      ...mailed,
      attachments: [...(mailed.attachments ?? []), ...(await Promise.all(files))],
    };
  }
}

function attempted({ attempts, firstAttemptAt, cc, outstanding, bounced }: MailRow): Attempted {
  return { attempts, firstAttemptAt, reached: 1 + cc.length - outstanding.length - bounced.length };
}

function tried({ attempts, firstAttemptAt }: MailRow, now: Temporal.Instant) {
  return { attempts: attempts + 1, firstAttemptAt: firstAttemptAt ?? now };
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
