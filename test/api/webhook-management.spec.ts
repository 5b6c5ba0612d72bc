import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { webhookEvents } from '../../src/domain/webhook.js';
import type { Listener } from '../notice/listener.js';
import type { Office } from './office.js';
import { coordinator, dinkes, during } from './small-city.js';
import { allRows } from './tables.js';
import { isSigned, Telling, type Added } from './telling.js';

let telling: Telling;
let office: Office;
let listener: Listener;

beforeEach(async () => {
  telling = await Telling.begin();
  ({ office, listener } = telling);
});

afterEach(() => telling.end());

describe('the webhooks of a cycle', () => {
  it('are listed without their secrets', async () => {
    const { id, secret } = await telling.add();

    const { body } = await office.ask(coordinator, 'GET', '/webhooks');

    expect(body).toEqual({
      webhooks: [
        {
          id,
          url: listener.url,
          events: [...webhookEvents],
          createdAt: expect.any(String),
          createdBy: coordinator,
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('get a new secret, with which everything is signed from then on', async () => {
    const { id, secret: old } = await telling.add(['phase.opened']);

    const { secret } = await office.done<Added>(coordinator, 'POST', `/webhooks/${id}/secret`);
    await office.moveTo(during.assignment);
    await telling.deliver();

    expect(listener.heard.map((each) => [isSigned(old, each), isSigned(secret, each)])).toEqual(
      Array(2).fill([false, true]),
    );
  });

  it('are removed with what waits for them', async () => {
    const { id } = await telling.add();
    await office.moveTo(during.assignment);

    await office.done(coordinator, 'DELETE', `/webhooks/${id}`);

    expect(await telling.deliver()).toBe(0);
    expect(await allRows(office.site.app)).toMatchObject({ webhook: [], webhook_delivery: [] });
  });

  it('rule 19: are journalled, by host and not by address, for an address can hold a secret', async () => {
    const { id } = await telling.add(['phase.opened']);
    await office.done(coordinator, 'POST', `/webhooks/${id}/secret`);
    await office.done(coordinator, 'DELETE', `/webhooks/${id}`);

    const entries = await office.site.app
      .get(DataSource)
      .manager.find(JournalRow, { where: { what: 'webhook' }, order: { number: 'ASC' } });

    const facts = { host: new URL(listener.url).host, events: ['phase.opened'] };
    expect(entries.map(({ who, to, facts: told }) => [who, to, told])).toEqual([
      [coordinator, 'added', facts],
      [coordinator, 'secret-renewed', facts],
      [coordinator, 'removed', facts],
    ]);
  });

  it('are nobody’s business but the coordinators’', async () => {
    const { id } = await telling.add();
    const stranger = 'orang@lain.test';
    const url = 'https://lain.example/';

    const asked = async (email: string) =>
      (
        await Promise.all([
          office.ask(email, 'GET', '/webhooks'),
          office.ask(email, 'POST', '/webhooks', { url }),
          office.ask(email, 'DELETE', `/webhooks/${id}`),
          office.ask(email, 'POST', `/webhooks/${id}/secret`),
          office.ask(email, 'GET', `/webhooks/${id}/deliveries`),
          office.ask(email, 'POST', `/webhooks/${id}/deliveries/${id}/send-again`),
        ])
      ).map(({ status }) => status);

    expect(await asked(dinkes)).toEqual(Array(6).fill(403));
    expect(await asked(stranger)).toEqual(Array(6).fill(404));
  });

  it.each([
    ['DELETE', ''],
    ['POST', '/secret'],
    ['GET', '/deliveries'],
    ['POST', '/deliveries/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77/send-again'],
  ])('answer 404 to %s …%s of one that they do not have', async (method, path) => {
    const none = '/webhooks/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77';

    expect((await office.ask(coordinator, method, `${none}${path}`)).status).toBe(404);
  });

  it('have an address once', async () => {
    await telling.add();

    const { status, body } = await office.ask(coordinator, 'POST', '/webhooks', {
      url: listener.url.replace('http:', 'HTTP:'),
    });

    expect([status, body]).toMatchObject([422, { problems: [{ field: 'url' }] }]);
  });
});
