import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { ReportBeat } from '../../src/report/document/report-beat.js';
import { Reports } from '../../src/report/document/reports.service.js';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { serverAt } from '../engine/servers.js';
import { untilTrue } from '../engine/until.js';
import { SimulatedClock } from '../../src/domain/clock.js';
import { AppModule } from '../../src/app.module.js';
import { SETTINGS, type Settings } from '../../src/platform/settings.js';

const queuePrefix = randomUUID();
const redisUrl = serverAt('TEST_REDIS_URL');

let web: Office;
let redis: Redis;

beforeAll(async () => {
  web = await Office.open(smallCity(), during.beginning, { redisUrl, queuePrefix, role: 'web' });
  redis = new Redis(redisUrl);
});

afterAll(async () => {
  await web.close();
  await redis.quit();
});

const db = () => web.site.app.get(DataSource);
const beat = (of: Office): void => of.site.app.get(ReportBeat, { strict: false }).go();

async function asked(): Promise<string> {
  const reports = web.site.app.get(Reports, { strict: false });
  return (await reports.ask('kota-kecil', coordinator, 'xlsx')).id;
}

async function stateOf(id: string): Promise<string | undefined> {
  const [row] = await db().query<{ state: string }[]>(
    'SELECT state FROM report_document WHERE id = $1',
    [id],
  );
  return row?.state;
}

const queued = async (): Promise<number> =>
  (await redis.keys(`${queuePrefix}:report:*`)).filter((key) => /[0-9a-f-]{36}$/.test(key)).length;

describe('a document that is asked for in a process that makes none', () => {
  it('waits in the queue, once however often it is looked for', async () => {
    const id = await asked();

    await untilTrue('the job', async () => (await queued()) === 1);
    beat(web);
    beat(web);

    expect([await stateOf(id), await queued()]).toEqual(['queued', 1]);
  });

  it('is handed over again by whoever is there, after Redis has lost everything', async () => {
    const id = await asked();
    await redis.del(await redis.keys(`${queuePrefix}:*`));

    beat(web);

    await untilTrue('the job', async () => (await queued()) === 1);
    expect(await stateOf(id)).toBe('queued');
  });
});

describe('a worker', () => {
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const settings = web.site.app.get<Settings>(SETTINGS);
    const module = AppModule.server(
      { ...settings, role: 'worker' },
      new SimulatedClock(web.now),
      null,
    );
    const worker = await NestFactory.createApplicationContext(module, { logger: false });
    stop = () => worker.close();
  });

  afterAll(() => stop());

  it('makes what waits', async () => {
    const id = await asked();

    await untilTrue('the document', async () => (await stateOf(id)) === 'done');
    expect(await queued()).toBe(0);
  });

  it('makes what another one was making when it died', async () => {
    const id = await asked();
    await db().query(
      `UPDATE report_document SET state = 'running', progress = 30, file = NULL, done_at = NULL,
         claimed_until = now() - interval '1s' WHERE id = $1`,
      [id],
    );

    beat(web);

    await untilTrue('the document', async () => (await stateOf(id)) === 'done');
  });
});
