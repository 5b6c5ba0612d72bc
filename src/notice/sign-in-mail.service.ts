import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../domain/clock.js';
import { minutesOfLink } from '../people/sign-in/link.store.js';
import { SignInService } from '../people/sign-in/sign-in.service.js';
import { CLOCK } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { webAddress } from '../platform/web-address.js';
import { composeSignInMail } from './letter/compose-sign-in-mail.js';
import { messageId } from './message-id.js';
import { SmtpTransport } from './smtp.transport.js';

/** Sends one-time links: not through the outbox, which is a cycle's and may wait; this one cannot. */
@Injectable()
export class SignInMailService implements BeforeApplicationShutdown {
  private readonly log = new Logger(SignInMailService.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly signIn: SignInService,
    private readonly smtp: SmtpTransport,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Returns at once, whoever that is: how long an answer takes must not tell which addresses are known,
   * so the address is looked up only after it.
   */
  post(email: string, path: string): void {
    const sent = this.send(email, path).catch((error: unknown) => {
      this.log.error('a sign-in link could not be sent', error);
    });
    this.underWay.add(sent);
    void sent.then(() => this.underWay.delete(sent));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async send(email: string, path: string): Promise<void> {
    const to = await this.signIn.known(email);
    if (!to) return;
    const token = await this.signIn.issueLink(to.email, path, 'mailed');
    const { mailFrom } = this.settings;
    const mail = composeSignInMail({
      to,
      from: mailFrom,
      url: linkTo(this.settings, token),
      minutes: minutesOfLink.mailed,
      at: this.clock.now(),
      messageId: messageId(randomUUID(), mailFrom),
    });
    const { refused } = await this.smtp.send(mail, [to.email]);
    for (const { reason } of refused) this.log.warn(`a sign-in link was refused: ${reason}`);
  }
}

export function linkTo(settings: Parameters<typeof webAddress>[0], token: string): string {
  return `${webAddress(settings)}/masuk/tautan/${token}`;
}
