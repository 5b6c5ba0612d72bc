import { Inject, Injectable, Logger } from '@nestjs/common';
import type { DeliveryState } from '../../cycle/webhook/webhook.entity.js';
import type { Clock } from '../../domain/clock.js';
import { outcomeOf, type Outcome } from '../../domain/delivery.js';
import { webhookBody } from '../../domain/webhook.js';
import { CLOCK, SERVER_CLOCK } from '../../platform/clock.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { post, type Posted, type Posting } from './post.js';
import { signatureOf } from './signature.js';
import { WebhookClaims, type Claimed } from './webhook-claims.store.js';

const patience = 10_000;

const states: Readonly<Record<Outcome['state'], DeliveryState>> = {
  sent: 'sent',
  waiting: 'waiting',
  bounced: 'failed',
  failed: 'failed',
};

/** Tells other programs what the journal holds for them: at least once, in no promised order. */
@Injectable()
export class WebhookSender {
  private readonly log = new Logger(WebhookSender.name);

  constructor(
    private readonly claims: WebhookClaims,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SERVER_CLOCK) private readonly server: Clock,
  ) {}

  /** One attempt at all that is due now, each on its own. @returns how many */
  async deliver(): Promise<number> {
    const claimed = await this.claims.claim(this.clock.now(), this.server.now());
    await Promise.all(claimed.map((each) => this.attempt(each)));
    return claimed.length;
  }

  private async attempt(claimed: Claimed): Promise<void> {
    try {
      const manners = { allowPrivate: this.settings.privateWebhooks, patience };
      await this.settle(claimed, await post(this.posting(claimed), manners));
    } catch (error) {
      // It is sent again, under the same id, when its claim is over.
      this.log.error(`webhook delivery ${claimed.delivery.id} cannot be settled`, error);
    }
  }

  /** Rule 20, as for mails: what was not taken is tried again for a day. */
  private async settle({ delivery, webhook }: Claimed, { taken, answer }: Posted): Promise<void> {
    const now = this.clock.now();
    const { url: address } = webhook;
    const said = taken
      ? { accepted: [address], refused: [] }
      : { accepted: [], refused: [{ address, permanent: false, reason: answer }] };
    const outcome = outcomeOf({ ...delivery, reached: 0 }, said, now);
    if (!taken) this.log.warn(`webhook delivery ${delivery.id}: ${outcome.state}: ${answer}`);
    await this.claims.settle(delivery, {
      state: states[outcome.state],
      firstAttemptAt: delivery.firstAttemptAt ?? now,
      nextAttemptAt: outcome.nextAttemptAt,
      sentAt: taken ? now : null,
      answer,
    });
  }

  private posting({ delivery: { id, event }, webhook, entry }: Claimed): Posting {
    const body = webhookBody({ id, event, cycle: webhook.cycle }, entry);
    // The receiver compares it with the time of day, which no demonstration moves.
    const seconds = Math.floor(this.server.now().epochMilliseconds / 1000);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Siklus',
      'siklus-event': event,
      'siklus-delivery': id,
      'siklus-signature': signatureOf(webhook.secret, seconds, body),
    };
    return { url: webhook.url, headers, body };
  }
}
