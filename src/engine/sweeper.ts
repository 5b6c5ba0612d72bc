import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { EvidenceService } from '../assessment/evidence.service.js';
import { Beat } from './beat.js';

const daily = 24 * 60 * 60 * 1000;

/** Once a day: files that were received and that no answer came to refer to. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Sweeper.name);
  private readonly stopping = new AbortController();
  private readonly beat = new Beat(() => this.sweep());

  constructor(
    private readonly evidence: EvidenceService,
    private readonly scheduler: SchedulerRegistry,
  ) {}

  onApplicationBootstrap(): void {
    const again = setInterval(() => void this.beat.go(), daily);
    this.scheduler.addInterval('sweep', again);
    void this.beat.go();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.beat.stop();
  }

  private async sweep(): Promise<void> {
    try {
      const removed = await this.evidence.sweep(this.stopping.signal);
      if (removed > 0) this.log.log(`${removed} files that nothing refers to are removed`);
    } catch (error) {
      this.log.error('the store of evidence could not be swept; it is tried again tomorrow', error);
    }
  }
}
