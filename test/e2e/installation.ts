import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Stride } from '../../src/engine/demonstration/time-machine.js';
import { freePort } from '../../src/platform/embedded/free-port.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import type { ProcessRole } from '../../src/platform/settings.js';
import { freshDatabase, serverAt } from '../engine/servers.js';
import { server, type Environment, type Program } from './harness.js';
import { MailServer } from './mail-server.js';
import { ask } from './stored.js';

/** Processes with a database, a queue and a mail server that are the spec's own. */
export class Installation {
  private readonly queuePrefix = randomUUID();

  private constructor(
    readonly mail: MailServer,
    private readonly database: RunningDatabase,
    private readonly port: number,
  ) {}

  static async open(): Promise<Installation> {
    return new Installation(await MailServer.start(), await freshDatabase(), await freePort());
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  /** What its processes and the command line are told. */
  get environment(): Environment {
    return {
      DATABASE_URL: this.databaseUrl,
      SMTP_URL: this.mail.url,
      REDIS_URL: serverAt('TEST_REDIS_URL'),
      QUEUE_PREFIX: this.queuePrefix,
      PORT: String(this.port),
      TICK_SECONDS: '1',
    };
  }

  start(role: ProcessRole, more: Environment = {}): Promise<Program> {
    return server({ ...this.environment, ROLE: role, ...more });
  }

  /** As the buttons do, one after the other. Afterwards every mail of the way was tried. */
  async move(...strides: readonly Stride[]): Promise<void> {
    for (const stride of strides) {
      const response = await fetch(`http://127.0.0.1:${this.port}/demonstrasi/jam`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ stride }),
      });
      if (!response.ok) throw new Error(`the clock does not move: ${await response.text()}`);
    }
  }

  /** As another process of the demonstration would, except that nobody waits for it. */
  async moveClockOn(seconds: number): Promise<void> {
    await ask(
      this.databaseUrl,
      'UPDATE demonstration_clock SET shift_milliseconds = shift_milliseconds + $1',
      [seconds * 1000],
    );
  }

  /** Jobs that no worker has taken yet. */
  waitingJobs(): Promise<number> {
    return this.redis((redis) => redis.llen(`${this.queuePrefix}:mail:wait`));
  }

  /** As a Redis that starts again without its data: others use the same one, and keep theirs. */
  async loseQueue(): Promise<void> {
    await this.redis(async (redis) => redis.del(await redis.keys(`${this.queuePrefix}:*`)));
  }

  /** The ids of mails in a state of the outbox. */
  async mailsThatAre(state: string): Promise<string[]> {
    const rows = await ask<{ id: string }>(
      this.databaseUrl,
      'SELECT id FROM mail WHERE state = $1 ORDER BY id',
      [state],
    );
    return rows.map(({ id }) => id);
  }

  async close(): Promise<void> {
    await this.mail.stop();
    await this.database.stop();
  }

  private async redis<T>(ask: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(serverAt('TEST_REDIS_URL'));
    try {
      return await ask(redis);
    } finally {
      await redis.quit();
    }
  }
}
