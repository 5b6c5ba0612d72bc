import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '../../src/domain/clock.js';
import { TickService } from '../../src/engine/tick.service.js';
import { DISPATCHER, type Dispatcher } from '../../src/notice/dispatcher.js';
import { september, wib } from '../engine/city.js';
import { beginning, Site } from './site.js';

const token = 'rahasia-untuk-pemantau';

/** The figures that are Siklus's own, by name and labels. */
async function figures(site: Site, headers: Record<string, string> = {}) {
  const response = await site.fetch('/metrics', { headers });
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith('siklus_'));
  const pairs = lines.map((line) => line.split(' ') as [string, string]);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    of: Object.fromEntries(pairs.map(([name, value]) => [name, Number(value)])),
  };
}

describe('metrics in the format of Prometheus', () => {
  const clock = new SimulatedClock(beginning);
  let site: Site;

  beforeAll(async () => {
    site = await Site.open(true, clock, september(3));
    await site.app.get(TickService).tickAll();
  });

  afterAll(() => site.close());

  it('tell what is due, what was sent, how long the oldest waits, and how ticks go', async () => {
    clock.moveTo(wib('2025-09-01T08:00'));
    const before = await figures(site);
    await site.app.get(TickService).tickAll();
    clock.moveTo(wib('2025-09-01T08:02'));
    const planned = await figures(site);
    await site.app.get<Dispatcher>(DISPATCHER).dispatch();
    const after = await figures(site);

    expect(before.type).toContain('text/plain; version=0.0.4');
    // The phase was to open at midnight.
    expect(before.of['siklus_tick_lag_seconds']).toBe(8 * 3600);
    expect(planned.of).toMatchObject({
      siklus_tick_lag_seconds: 0,
      // Three admins, and the coordinator who reads of an outage of eight hours.
      siklus_mails_due: 4,
      siklus_mail_oldest_seconds: 120,
      siklus_ticks_failed_total: 0,
    });
    expect(planned.of['siklus_tick_duration_seconds_count']).toBeGreaterThan(0);
    expect(after.of).toMatchObject({
      siklus_mails_due: 0,
      siklus_mails_claimed: 0,
      siklus_mails_later: 0,
      siklus_mail_oldest_seconds: 0,
      'siklus_mails_total{state="sent"}': 4,
    });
  });

  it.each(['x-forwarded-for', 'forwarded'])(
    'are not for whoever comes through a proxy: %s',
    async (name) => {
      expect((await figures(site, { [name]: '203.0.113.7' })).status).toBe(404);
    },
  );
});

describe('metrics with a token', () => {
  let site: Site;

  beforeAll(async () => {
    site = await Site.open(true, new SimulatedClock(beginning), null, beginning, {
      metricsToken: token,
    });
  });

  afterAll(() => site.close());

  it.each([
    { who: 'nobody', headers: {}, status: 404 },
    { who: 'a wrong token', headers: { authorization: `Bearer ${token}x` }, status: 404 },
    { who: 'the token', headers: { authorization: `Bearer ${token}` }, status: 200 },
  ])('are only for whoever has it: $who', async ({ headers, status }) => {
    expect((await figures(site, headers)).status).toBe(status);
  });
});
