import { Inject, Injectable } from '@nestjs/common';
import {
  WebhookStore,
  type Webhook,
  type WebhookDelivery,
} from '../../cycle/webhook/webhook.store.js';
import { Refusal } from '../../domain/refusal.js';
import type { WebhookEvent } from '../../domain/webhook.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { ReadingService, type Participant } from '../reading.service.js';
import { addressFlaw, type AddressFlaw } from './address-flaw.js';

/** More are none that somebody still looks after, and each is sent everything. */
const most = 10;

export type Added = { readonly id: string; readonly secret: string };

export interface AskedWebhook {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/** With who asked, and in what: a page says both, and reads them once. */
export interface SeenWebhooks extends Participant {
  readonly webhooks: readonly Webhook[];
}

export interface SeenDeliveries extends Participant {
  readonly webhook: Webhook;
  /** The last ones, the newest first. */
  readonly deliveries: readonly WebhookDelivery[];
}

/** Other programs that coordinators let be told what happens in their cycle. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly reading: ReadingService,
    private readonly store: WebhookStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws UnknownCycle; Refusal not_found, not_allowed */
  async all(cycle: string, email: string): Promise<SeenWebhooks> {
    const participant = await this.coordinator(cycle, email);
    return { ...participant, webhooks: await this.store.of(cycle) };
  }

  /** @returns what is wrong with the address, or the secret, which is shown this once */
  async add(
    cycle: string,
    email: string,
    { url, events }: AskedWebhook,
  ): Promise<AddressFlaw | Added> {
    const { actor } = await this.coordinator(cycle, email);
    const flaw = addressFlaw(url, this.settings.privateWebhooks);
    if (flaw !== null) return flaw;
    if ((await this.store.of(cycle)).length >= most) return 'too_many';
    // In one spelling: the same address is not told twice.
    const { href } = new URL(url);
    return (await this.store.add(cycle, { url: href, events, by: actor.name })) ?? 'known';
  }

  /** @returns the new secret, which is shown this once */
  async renewSecret(cycle: string, email: string, id: string): Promise<string> {
    const { actor } = await this.coordinator(cycle, email);
    const secret = await this.store.renewSecret(cycle, id, actor.name);
    if (secret === null) throw new Refusal('not_found', { webhook: id });
    return secret;
  }

  async remove(cycle: string, email: string, id: string): Promise<void> {
    const { actor } = await this.coordinator(cycle, email);
    const removed = await this.store.remove(cycle, id, actor.name);
    if (!removed) throw new Refusal('not_found', { webhook: id });
  }

  /** @throws UnknownCycle; Refusal not_found, not_allowed */
  async deliveries(cycle: string, email: string, id: string): Promise<SeenDeliveries> {
    const { webhooks, ...participant } = await this.all(cycle, email);
    const webhook = webhooks.find((each) => each.id === id);
    if (!webhook) throw new Refusal('not_found', { webhook: id });
    return { ...participant, webhook, deliveries: await this.store.deliveries(id) };
  }

  async sendAgain(
    cycle: string,
    email: string,
    { webhook, delivery }: { readonly webhook: string; readonly delivery: string },
  ): Promise<void> {
    await this.coordinator(cycle, email);
    const found = await this.store.sendAgain(cycle, webhook, delivery);
    if (!found) throw new Refusal('not_found', { delivery });
  }

  private coordinator(cycle: string, email: string): Promise<Participant> {
    return this.reading.asCoordinator(cycle, email);
  }
}
