import { InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import type { Clock } from '../../domain/clock.js';
import { SERVER_CLOCK } from '../../platform/clock.js';
import { askRedisAgainAfter } from '../../notice/queue.js';
import { within } from '../../platform/within.js';
import { DocumentClaims } from './document-claims.store.js';
import { Workshop } from './workshop.service.js';

export const reportQueue = 'report';
export const REPORT_DISPATCHER = Symbol('report dispatcher');

/** Gets documents made: by this process itself, or over a queue by any. The database knows what is to be made. */
export interface ReportDispatcher {
  dispatch(): Promise<void>;
}

/** Without a queue: the process makes them by itself. */
@Injectable()
export class InlineReports implements ReportDispatcher {
  constructor(private readonly workshop: Workshop) {}

  dispatch(): Promise<void> {
    return this.workshop.makeAll();
  }
}

/** A process that only answers requests leaves them to the others. */
@Injectable()
export class NoReports implements ReportDispatcher {
  async dispatch(): Promise<void> {}
}

/** Only an id: what is to be made is looked up. */
interface ReportJob {
  readonly document: string;
}

/** In milliseconds. A Redis that is gone keeps a caller waiting until it is back. */
const patience = 10_000;

@Injectable()
export class QueuedReports implements ReportDispatcher {
  constructor(
    @InjectQueue(reportQueue) private readonly queue: Queue<ReportJob>,
    private readonly claims: DocumentClaims,
    @Inject(SERVER_CLOCK) private readonly server: Clock,
  ) {}

  async dispatch(): Promise<void> {
    const waiting = await this.claims.waiting(this.server.now());
    if (waiting.length === 0) return;
    // Under its own id: one that is there already is not added again.
    const jobs = waiting.map((document) => {
      return { name: 'make', data: { document }, opts: { jobId: document } };
    });
    await within(patience, this.queue.addBulk(jobs));
  }
}

@Processor(reportQueue, { concurrency: 1, runRetryDelay: askRedisAgainAfter })
export class ReportWorker extends WorkerHost implements BeforeApplicationShutdown {
  constructor(private readonly workshop: Workshop) {
    super();
  }

  override async process({ data }: Job<ReportJob>): Promise<void> {
    await this.workshop.make(data.document);
  }

  /** What is under way ends before its connections do. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }
}
