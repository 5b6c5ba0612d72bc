import { createHmac } from 'node:crypto';
import { WebhookSender } from '../../src/notice/webhook/webhook-sender.service.js';
import { Listener, type Heard } from '../notice/listener.js';
import { Office } from './office.js';
import { coordinator, during, smallCity } from './small-city.js';

export interface Added {
  readonly id: string;
  readonly secret: string;
}

export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastAnswer: string | null;
}

/** A city, and another program on this machine that is told what happens in it. */
export class Telling {
  private constructor(
    readonly office: Office,
    readonly listener: Listener,
  ) {}

  static async begin(): Promise<Telling> {
    const office = await Office.open(smallCity(), during.beginning, { privateWebhooks: true });
    return new Telling(office, await Listener.start());
  }

  add(events?: readonly string[], url = this.listener.url): Promise<Added> {
    const body = { url, ...(events && { events }) };
    return this.office.done<Added>(coordinator, 'POST', '/webhooks', body);
  }

  async deliveries({ id }: { readonly id: string }): Promise<Delivery[]> {
    const path = `/webhooks/${id}/deliveries`;
    const { deliveries } = await this.office.done<{ deliveries: Delivery[] }>(
      coordinator,
      'GET',
      path,
    );
    return deliveries;
  }

  deliver(): Promise<number> {
    return this.office.site.app.get(WebhookSender, { strict: false }).deliver();
  }

  async end(): Promise<void> {
    await this.office.close();
    await this.listener.stop();
  }
}

/** What receivers are told to do. */
export function isSigned(secret: string, { headers, body }: Heard): boolean {
  const signature = String(headers['siklus-signature']);
  const [, t = '', v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  return v1 === createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
}
