import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { MailQueueHealth } from '../../notice/mail-queue-health.js';
import { MailServerHealth } from '../../notice/mail-server-health.js';
import { within } from '../../platform/within.js';

/** In milliseconds. */
const patience = 2000;

type State = 'up' | 'down' | 'none';

/**
 * For whoever watches the process and sends it visitors: whether it runs, and whether it can answer. It says
 * nothing of anybody, so that it needs no sign-in.
 */
@Controller('health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queue: MailQueueHealth,
    private readonly mailServer: MailServerHealth,
  ) {}

  /** A process that does not answer this is to be started again. */
  @Get('live')
  live(@Res() response: Response): void {
    this.said(response, HttpStatus.OK, { status: 'up' });
  }

  /** Without its database it has nothing to show. Without a queue or a mail server it has: mails wait in the outbox. */
  @Get('ready')
  async ready(@Res() response: Response): Promise<void> {
    const [database, queue, mail] = await Promise.all([
      this.database(),
      this.queueState(),
      this.mailServer.isUp(),
    ]);
    const status = database === 'up' ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
    this.said(response, status, {
      status: database,
      database,
      queue,
      mail: mail ? 'up' : 'down',
    });
  }

  private async database(): Promise<State> {
    try {
      await within(patience, this.db.query('SELECT 1'));
      return 'up';
    } catch {
      return 'down';
    }
  }

  private async queueState(): Promise<State> {
    const isUp = await this.queue.isUp();
    if (isUp === null) return 'none';
    return isUp ? 'up' : 'down';
  }

  /** Of now: nothing on the way may keep it. */
  private said(
    response: Response,
    status: HttpStatus,
    body: Readonly<Record<string, State>>,
  ): void {
    response.status(status).set('Cache-Control', 'no-store').json(body);
  }
}
