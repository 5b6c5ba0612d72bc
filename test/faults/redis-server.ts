import { Redis } from 'ioredis';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { startRedisAt } from '../servers/redis.js';

/** A Redis of the suite's own, which can be taken away and be full. */
export class RedisServer {
  private constructor(
    private readonly port: number,
    private server: { readonly url: string; stop(): Promise<void> },
  ) {}

  static async start(): Promise<RedisServer> {
    const port = await freePort();
    return new RedisServer(port, await startRedisAt(port));
  }

  get url(): string {
    return this.server.url;
  }

  async restart(whileDown: () => Promise<unknown>): Promise<void> {
    await this.takeAway();
    await whileDown();
    await this.bringBack();
  }

  takeAway(): Promise<void> {
    return this.server.stop();
  }

  async bringBack(): Promise<void> {
    this.server = await startRedisAt(this.port);
  }

  flush(): Promise<unknown> {
    return this.ask((redis) => redis.flushall());
  }

  /** No room for anything new, or room again. */
  fill(isFull: boolean): Promise<unknown> {
    return this.ask((redis) => redis.config('SET', 'maxmemory', isFull ? '1' : '0'));
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url);
    try {
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }
}
