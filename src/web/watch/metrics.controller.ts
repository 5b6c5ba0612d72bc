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
import { BacklogStore } from '../../notice/backlog.store.js';
import { CLOCK } from '../../platform/clock.js';
import { isSameSecret } from '../../people/sign-in/secret.js';
import { Metrics } from '../../platform/metrics.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';

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
    await this.look();
    response.send(await this.metrics.registry.metrics());
  }

  /** Without an answer of the database they are left out. */
  private async look(): Promise<void> {
    const [backlog, lag] = await Promise.all([
      this.backlog.at(this.clock.now()).catch(() => null),
      this.ticks.lag().catch(() => null),
    ]);
    this.metrics.look({ ...backlog, lag });
  }

  /** A proxy on this machine speaks for somebody else, so that its loopback address proves nothing. */
  private mayRead({ socket, headers }: Request, authorization = ''): boolean {
    const { metricsToken } = this.settings;
    if (metricsToken !== null) return isSameSecret(authorization, `Bearer ${metricsToken}`);
    const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers;
    return !isForwarded && /^(::1|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
  }
}
