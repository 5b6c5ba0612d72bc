import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { AlertService } from '../notice/alert.service.js';
import { ClaimsStore } from '../notice/claims.store.js';
import { DISPATCHER, type Dispatcher } from '../notice/dispatcher.js';
import { WebhookSender } from '../notice/webhook/webhook-sender.service.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { Beat } from './beat.js';
import { TickService } from './tick.service.js';

/** Ticks by itself. Any number of processes may: they share the cycles by their locks. */
@Injectable()
export class Ticker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Ticker.name);
  // A slow mail server must not hold up the phases, nor a slow webhook either: each has a beat of its own.
  private readonly beats = {
    tick: new Beat(() => this.tick()),
    send: new Beat(() => this.send()),
    tell: new Beat(() => this.tell()),
    alert: new Beat(() => this.alert()),
  };
  /** One for each cycle that ever ran here. */
  private readonly ofCycles = new Map<string, Beat>();

  constructor(
    private readonly ticks: TickService,
    private readonly claims: ClaimsStore,
    private readonly webhooks: WebhookSender,
    private readonly alerts: AlertService,
    private readonly scheduler: SchedulerRegistry,
    @Inject(DISPATCHER) private readonly dispatcher: Dispatcher,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    for (const [name, beat] of Object.entries(this.beats)) {
      const again = setInterval(() => void beat.go(), this.settings.tickSeconds * 1000);
      this.scheduler.addInterval(name, again);
      void beat.go();
    }
  }

  /** What is under way ends before the connections do. */
  async beforeApplicationShutdown(): Promise<void> {
    const all = [...Object.values(this.beats), ...this.ofCycles.values()];
    await Promise.all(all.map((beat) => beat.stop()));
  }

  /** Nobody waits for a cycle that is slow: it is left out until it is done. */
  private async tick(): Promise<void> {
    try {
      for (const code of await this.ticks.wakeful()) void this.beatOf(code).go();
    } catch (error) {
      this.log.error('it is not known which cycles run; the next tick takes over', error);
    }
  }

  private beatOf(code: string): Beat {
    const beat = this.ofCycles.get(code) ?? new Beat(() => this.tickOne(code));
    this.ofCycles.set(code, beat);
    return beat;
  }

  private async tickOne(code: string): Promise<void> {
    try {
      await this.ticks.tickIfFree(code);
    } catch (error) {
      this.log.error(`a tick of ${code} failed; the next one takes over`, error);
    }
    void this.beats.send.go();
    void this.beats.tell.go();
  }

  private async send(): Promise<void> {
    try {
      await this.claims.releaseOrphans();
      await this.dispatcher.dispatch();
    } catch (error) {
      this.log.error('mails could not be sent; they wait in the outbox', error);
    }
  }

  private async alert(): Promise<void> {
    try {
      await this.alerts.look();
    } catch (error) {
      this.log.error('it is not known whether mails wait for too long', error);
    }
  }

  private async tell(): Promise<void> {
    // Like mails: a process that only answers requests leaves them to the others.
    if (this.settings.role === 'web') return;
    try {
      await this.webhooks.deliver();
    } catch (error) {
      this.log.error('webhooks could not be told; what they wait for stays planned', error);
    }
  }
}
