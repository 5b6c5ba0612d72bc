import { Injectable } from '@nestjs/common';
import { DeliveryService } from './delivery.service.js';

export const DISPATCHER = Symbol('dispatcher');

/** Gets what is due out of the outbox: by this process itself, or over a queue by any. */
export interface Dispatcher {
  /** Sends, or hands over, all that is due now. */
  dispatch(): Promise<void>;
}

const batch = 500;
/** Soon looked up: the first mails leave while the batch after them is. */
const firstBatch = 100;

/** Without a queue: the process sends by itself, batch after batch. */
@Injectable()
export class InlineDispatcher implements Dispatcher {
  private running: Promise<void> | null = null;

  constructor(private readonly delivery: DeliveryService) {}

  dispatch(): Promise<void> {
    // Who comes while it runs waits for that run: it takes whatever is due until nothing is.
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Two at once: the next batch is looked up while the last one is sent. */
  private async run(): Promise<void> {
    await Promise.all([this.sendOn(firstBatch), this.sendOn(batch)]);
  }

  private async sendOn(first: number): Promise<void> {
    let atMost = first;
    while ((await this.delivery.deliver({ atMost })) > 0) atMost = batch;
  }
}

/** A process that only answers requests leaves the mails to the others. */
@Injectable()
export class NoDispatcher implements Dispatcher {
  async dispatch(): Promise<void> {}
}
