import { timingSafeEqual } from 'node:crypto';
import {
  Controller,
  Get,
  Headers,
  Inject,
  NotFoundException,
  Req,
  Res,
  type OnModuleInit,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { collectDefaultMetrics } from 'prom-client';
import type { Clock } from '../../domain/clock.js';
import { TickService } from '../../engine/tick.service.js';
import { BacklogStore, type Backlog } from '../../notice/backlog.store.js';
import { CLOCK } from '../../platform/clock.js';
import { Metrics } from '../../platform/metrics.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { sha256 } from '../../platform/sha256.js';

/** In the text format of Prometheus: for programs on this machine, and for whoever has the token. */
@Controller('metrics')
export class MetricsController implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly backlog: BacklogStore,
    private readonly ticks: TickService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.metrics.registry });
    const of = (which: keyof Backlog) => async (): Promise<number> =>
      (await this.backlog.at(this.clock.now()))[which];
    this.metrics.gauge('siklus_mails_due', 'Mails that are due and not taken.', of('due'));
    this.metrics.gauge('siklus_mails_claimed', 'Mails that are being sent.', of('claimed'));
    this.metrics.gauge('siklus_mails_later', 'Mails that are tried again later.', of('later'));
    this.metrics.gauge(
      'siklus_mail_oldest_seconds',
      'Time that the oldest mail has waited.',
      of('oldest'),
    );
    this.metrics.gauge(
      'siklus_tick_lag_seconds',
      'Time since something fell due that no tick has done.',
      () => this.ticks.lag(),
    );
  }

  @Get()
  async all(
    @Req() request: Request,
    @Res() response: Response,
    @Headers('authorization') authorization?: string,
  ): Promise<void> {
    if (!this.mayRead(request, authorization)) throw new NotFoundException();
    response.set({
      'Content-Type': this.metrics.registry.contentType,
      'Cache-Control': 'no-store',
    });
    response.send(await this.metrics.registry.metrics());
  }

  /** A proxy on this machine speaks for somebody else, so that its loopback address proves nothing. */
  private mayRead({ socket, headers }: Request, authorization = ''): boolean {
    const { metricsToken } = this.settings;
    if (metricsToken !== null) return isSame(authorization, `Bearer ${metricsToken}`);
    const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers;
    return !isForwarded && /^(::1|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
  }
}

/** Takes as long whatever is given. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(expected)));
}
