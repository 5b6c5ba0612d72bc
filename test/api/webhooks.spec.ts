import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { post } from '../../src/notice/webhook/post.js';
import { WebhookClaims } from '../../src/notice/webhook/webhook-claims.store.js';
import { Listener } from '../notice/listener.js';
import type { Office } from './office.js';
import { coordinator, during } from './small-city.js';
import { isSigned, Telling } from './telling.js';

let telling: Telling;
let office: Office;
let listener: Listener;

beforeEach(async () => {
  telling = await Telling.begin();
  ({ office, listener } = telling);
});

afterEach(() => telling.end());

describe('a webhook', () => {
  it('is told of what happened since it was added, signed with its secret', async () => {
    const { secret, ...webhook } = await telling.add(['phase.opened']);

    await office.moveTo(during.assignment);
    const sent = await telling.deliver();

    const [first, second] = await telling.deliveries(webhook);
    const bodies = listener.heard.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(sent).toBe(2);
    expect(bodies.map(({ phase }) => phase).sort()).toEqual(['penetapan', 'sosialisasi']);
    expect(bodies.find(({ id }) => id === second?.id)).toEqual({
      id: second?.id,
      event: 'phase.opened',
      cycle: 'kota-kecil',
      at: '2025-08-31T17:00:00Z',
      recorded: '2025-08-31T17:00:00Z',
      phase: 'penetapan',
      unit: null,
      from: 'scheduled',
      to: 'open',
    });
    expect(listener.heard.map((each) => isSigned(secret, each))).toEqual([true, true]);
    expect(listener.heard.map(({ headers }) => headers['siklus-event'])).toEqual([
      'phase.opened',
      'phase.opened',
    ]);
    expect(listener.heard.map(({ headers }) => headers['siklus-delivery']).sort()).toEqual(
      [first?.id, second?.id].sort(),
    );
    expect([first?.state, first?.attempts, first?.lastAnswer]).toEqual(['sent', 1, '204']);
    expect(await telling.deliver()).toBe(0);
  });

  it('is told of every kind that happens, and of no person', async () => {
    const webhook = await telling.add();
    const command = { do: 'extend', phase: 'mandiri', unit: 'DINKES', closes: '2025-09-20' };

    await office.moveTo(during.selfAssessment);
    const order = { commands: [{ ...command, reason: 'Kebakaran' }], reason: null, letter: null };
    const { shown } = await office.done<{ shown: string }>(
      coordinator,
      'POST',
      '/changes/preview',
      order,
    );
    await office.done(coordinator, 'POST', '/changes', { ...order, shown });
    await office.moveTo(during.review);
    while ((await telling.deliver()) > 0);

    const events = new Set((await telling.deliveries(webhook)).map(({ event }) => event));
    expect([...events].sort()).toEqual([
      ...['phase.closed', 'phase.opened', 'task.extended', 'task.lapsed', 'timeline.changed'],
    ]);
    expect(listener.heard.map(({ body }) => body).join()).not.toMatch(/@|Kebakaran|A1/);
  });

  it('that fails is told again under the same id, until it takes it', async () => {
    const webhook = await telling.add(['phase.opened']);
    await office.moveTo(during.assignment);
    listener.answers((response) => response.writeHead(500).end('rusak'));

    await telling.deliver();
    const failed = await telling.deliveries(webhook);
    const tooSoon = await telling.deliver();
    office.setClock(office.now.add({ minutes: 1 }));
    listener.answers((response) => response.writeHead(200).end());
    await telling.deliver();

    expect(failed.map(({ state, attempts, lastAnswer }) => [state, attempts, lastAnswer])).toEqual(
      Array(2).fill(['waiting', 1, '500 rusak']),
    );
    expect(tooSoon).toBe(0);
    expect(
      (await telling.deliveries(webhook)).map(({ state, attempts }) => [state, attempts]),
    ).toEqual(Array(2).fill(['sent', 2]));
    const ids = listener.heard.map(({ headers }) => headers['siklus-delivery']);
    expect(ids.slice(2).sort()).toEqual(ids.slice(0, 2).sort());
  });

  it('that fails for a day is given up, and told again by hand', async () => {
    const webhook = await telling.add(['phase.blocked', 'phase.opened']);
    await office.moveTo(during.assignment);
    listener.answers((response) => response.writeHead(503).end());

    while ((await telling.deliveries(webhook)).some(({ state }) => state === 'waiting')) {
      await telling.deliver();
      office.setClock(office.now.add({ minutes: 60 }));
    }
    const [given] = await telling.deliveries(webhook);
    listener.answers((response) => response.writeHead(200).end());
    const path = `/webhooks/${webhook.id}/deliveries/${given?.id}/send-again`;
    await office.done(coordinator, 'POST', path);
    const before = listener.heard.length;
    await telling.deliver();

    expect([given?.state, given?.attempts]).toEqual(['failed', 25]);
    expect(listener.heard.slice(before).map(({ headers }) => headers['siklus-delivery'])).toEqual([
      given?.id,
    ]);
    expect((await telling.deliveries(webhook))[0]).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('that was told by a process which died before it could say so is told again, the same', async () => {
    const webhook = await telling.add(['phase.opened']);
    await office.moveTo(during.assignment);
    const claims = office.site.app.get(WebhookClaims, { strict: false });
    const db = office.site.app.get(DataSource);
    const real = Temporal.Now.instant();

    const claimed = await claims.claim(office.now, real);
    for (const {
      delivery,
      webhook: { url },
    } of claimed) {
      const posting = { url, headers: { 'siklus-delivery': delivery.id }, body: '{}' };
      await post(posting, { allowPrivate: true, patience: 10_000 });
    }
    const meanwhile = await telling.deliver();
    await db.query(
      `UPDATE webhook_delivery SET claimed_until = claimed_until - interval '1 minute'`,
    );
    const after = await telling.deliver();

    const ids = listener.heard.map(({ headers }) => String(headers['siklus-delivery']));
    expect([meanwhile, after]).toEqual([0, 2]);
    expect(ids.slice(2).sort()).toEqual(ids.slice(0, 2).sort());
    expect((await telling.deliveries(webhook)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('that was told by two processes at once is told by each of something else', async () => {
    await telling.add();
    await office.moveTo(during.review);

    while (
      (await Promise.all([telling.deliver(), telling.deliver(), telling.deliver()])).some(
        (sent) => sent > 0,
      )
    );

    const ids = listener.heard.map(({ headers }) => headers['siklus-delivery']);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that is slow holds up no other one', async () => {
    const other = await Listener.start();
    const slow = await telling.add(['phase.opened']);
    const quick = await telling.add(['phase.opened'], other.url);
    await office.moveTo(during.assignment);
    let go = (): void => undefined;
    listener.answers((response) => {
      const before = go;
      go = () => {
        before();
        response.writeHead(200).end();
      };
    });

    const all = telling.deliver();
    while ((await telling.deliveries(quick)).some(({ state }) => state !== 'sent'));
    const meanwhile = await telling.deliveries(slow);
    while (listener.heard.length < 2) await new Promise(setImmediate);
    go();
    await all;
    await other.stop();

    expect(meanwhile.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect((await telling.deliveries(slow)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });
});
