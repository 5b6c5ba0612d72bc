import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { within } from '../platform/within.js';
import { mailQueue } from './queue.js';

/** In milliseconds: a client that waits for its Redis to come back would wait with us. */
const patience = 1000;

/** Whether the queue can be reached. */
@Injectable()
export class MailQueueHealth {
  constructor(
    @Optional() @Inject(getQueueToken(mailQueue)) private readonly queue: Queue | null | undefined,
  ) {}

  /** Null where there is none: the process sends by itself. */
  async isUp(): Promise<boolean | null> {
    if (!this.queue) return null;
    try {
      await within(patience, this.queue.count());
      return true;
    } catch {
      return false;
    }
  }
}
