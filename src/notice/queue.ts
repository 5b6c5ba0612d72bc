import { setTimeout as sleep } from 'node:timers/promises';
import { InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import type { Clock } from '../domain/clock.js';
import { CLOCK } from '../platform/clock.js';
import { within } from '../platform/within.js';
import { DeliveryService } from './delivery.service.js';
import type { Dispatcher } from './dispatcher.js';
import { QueuedStore } from './queued.store.js';

export const mailQueue = 'mail';

/** Only ids: a job that carried a time or a decision would be believed when both have changed. */
interface MailJob {
  readonly mails: readonly string[];
}

/** What one job takes, and what is handed over at a time. */
const perJob = 500;
export const atATime = 5000;
/** Jobs: more wait in the outbox, as long as so many wait in Redis. A worker has work for some beats with them. */
export const enough = 200;

/**
 * How long the queue may keep mails before they are handed over again. A queue in which nothing waits has lost
 * what no worker takes at once; one in which something waits is only asked again in case it lost a part.
 */
const forgottenAfter = { idle: { seconds: 1 }, busy: { minutes: 10 } };

/** In milliseconds. A Redis that is gone keeps a caller waiting until it is back. */
const patience = 10_000;
const patienceForCount = 1000;
const lookAgainAfter = 50;

/** Hands mails to any number of workers. Whatever Redis loses is handed over again from the outbox. */
@Injectable()
export class QueueDispatcher implements Dispatcher {
  private readonly log = new Logger(QueueDispatcher.name);

  constructor(
    @InjectQueue(mailQueue) private readonly queue: Queue<MailJob>,
    private readonly queued: QueuedStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    queue.on('error', sayOnce(this.log));
  }

  async dispatch(): Promise<void> {
    while ((await this.handOver()) === atATime);
  }

  /** @returns how many mails the queue got */
  private async handOver(): Promise<number> {
    const waiting = await this.waitingJobs();
    // What is given to a client whose Redis is gone waits in its memory, once more at each beat.
    if (waiting === null || waiting >= enough) return 0;
    const mails = await this.queued.take(this.clock.now(), {
      forgottenAfter: waiting === 0 ? forgottenAfter.idle : forgottenAfter.busy,
      limit: atATime,
    });
    if (mails.length === 0) return 0;
    try {
      const jobs = chunks(mails).map((chunk) => ({ name: 'send', data: { mails: chunk } }));
      await within(patience, this.queue.addBulk(jobs));
      return mails.length;
    } catch (error) {
      this.log.error('Redis took no mails; they wait in the outbox', error);
      await this.queued.giveBack(mails);
      return 0;
    }
  }

  /** How many jobs no worker has taken yet; null when Redis does not say. */
  private async waitingJobs(): Promise<number | null> {
    try {
      return await within(patienceForCount, this.queue.getWaitingCount());
    } catch (error) {
      this.log.error('Redis does not answer; mails wait in the outbox', error);
      return null;
    }
  }
}

/** A job that fails is not repeated: the outbox hands its mails over again. */
export const jobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true };

/** In milliseconds: at most that long after Redis is there again, or has room again, work goes on. */
export const askRedisAgainAfter = 1000;

@Processor(mailQueue, { concurrency: 4, runRetryDelay: askRedisAgainAfter })
export class MailWorker extends WorkerHost implements OnModuleInit, BeforeApplicationShutdown {
  constructor(
    private readonly delivery: DeliveryService,
    private readonly queued: QueuedStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.worker.on('error', sayOnce(new Logger(MailWorker.name)));
  }

  /** Who handed them over may have a clock that is ahead of ours: they are due as soon as ours is there too. */
  override async process({ data }: Job<MailJob>): Promise<void> {
    for (let waited = 0; waited < patience; waited += lookAgainAfter) {
      // Asked before, not after: a clock that moves on in between must not look as if they had been tried.
      const mustWait = await this.queued.mustWait(this.clock.now(), data.mails);
      await this.delivery.deliver(data);
      if (!mustWait) return;
      await sleep(lookAgainAfter);
    }
  }

  /** What is under way ends before its connections do, and while its claims still hold. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }
}

/** A client whose Redis is gone says so at each attempt to find it. */
function sayOnce(log: Logger): (error: Error) => void {
  let last = '';
  return ({ message }) => {
    if (message !== last) log.warn(`Redis: ${message}`);
    last = message;
  };
}

function chunks(mails: readonly string[]): string[][] {
  const count = Math.ceil(mails.length / perJob);
  return Array.from({ length: count }, (_, index) =>
    mails.slice(index * perJob, (index + 1) * perJob),
  );
}
