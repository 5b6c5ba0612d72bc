import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SimulatedClock } from '../../src/domain/clock.js';
import { Cable } from '../engine/cable.js';
import { serverAt } from '../engine/servers.js';
import { untilTrue } from '../engine/until.js';
import { beginning, Site } from './site.js';

async function health(site: Site, path: string): Promise<[number, unknown]> {
  const response = await site.fetch(`/health/${path}`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return [response.status, await response.json()];
}

describe('a process without a queue', () => {
  let site: Site;

  beforeAll(async () => {
    site = await Site.open(true, new SimulatedClock(beginning), null);
  });

  afterAll(() => site.close());

  it('says without a sign-in that it runs, and that it can answer', async () => {
    expect(await health(site, 'live')).toEqual([200, { status: 'up' }]);
    expect(await health(site, 'ready')).toEqual([
      200,
      { status: 'up', database: 'up', queue: 'none', mail: 'up' },
    ]);
  });

  it('is alive but not ready without its database', async () => {
    await site.app.get(DataSource).destroy();

    expect(await health(site, 'live')).toEqual([200, { status: 'up' }]);
    expect(await health(site, 'ready')).toEqual([
      503,
      { status: 'down', database: 'down', queue: 'none', mail: 'up' },
    ]);
    await site.app.get(DataSource).initialize();
  });
});

describe('a process with a queue', () => {
  async function queueOf(site: Site): Promise<[number, string]> {
    const [status, body] = await health(site, 'ready');
    return [status, (body as { queue: string }).queue];
  }

  it('stays ready when Redis is gone, and says so', async () => {
    const redis = await Cable.to(new URL(serverAt('TEST_REDIS_URL')));
    const site = await Site.open(true, new SimulatedClock(beginning), null, beginning, {
      redisUrl: redis.url,
      queuePrefix: randomUUID(),
      role: 'web',
    });
    expect(await queueOf(site)).toEqual([200, 'up']);

    redis.cut();

    expect(await queueOf(site)).toEqual([200, 'down']);
    redis.mend();
    await untilTrue('the queue', async () => (await queueOf(site))[1] === 'up');
    await site.close();
    await redis.close();
  });
});
