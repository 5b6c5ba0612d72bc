import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Beat } from '../../engine/beat.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { REPORT_DISPATCHER, type ReportDispatcher } from './report-queue.js';

/** Again and again, so that what a process left behind when it died is taken up by the next. */
@Injectable()
export class ReportBeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ReportBeat.name);
  private readonly beat = new Beat(() => this.dispatch());

  private isWanted = false;

  constructor(
    private readonly scheduler: SchedulerRegistry,
    @Inject(REPORT_DISPATCHER) private readonly dispatcher: ReportDispatcher,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    const again = setInterval(() => this.go(), this.settings.tickSeconds * 1000);
    this.scheduler.addInterval('reports', again);
    this.go();
  }

  /** Nobody waits for it. What comes while it runs may have come too late for that run: it is followed by another. */
  go(): void {
    this.isWanted = true;
    void this.beat.go();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
  }

  private async dispatch(): Promise<void> {
    try {
      while (this.isWanted) {
        this.isWanted = false;
        await this.dispatcher.dispatch();
      }
    } catch (error) {
      this.log.error('documents cannot be made; they wait', error);
    }
  }
}
