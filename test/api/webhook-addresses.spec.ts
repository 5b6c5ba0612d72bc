import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { WebhookSender } from '../../src/notice/webhook/webhook-sender.service.js';
import { Listener } from '../notice/listener.js';
import { Office } from './office.js';
import { coordinator, during, smallCity } from './small-city.js';

let office: Office;
let listener: Listener;

beforeAll(async () => {
  listener = await Listener.start();
  office = await Office.open(smallCity(), during.beginning);
});

afterAll(async () => {
  await office.close();
  await listener.stop();
});

describe('an address of a webhook, where private ones are not allowed,', () => {
  it.each([
    ['https://127.0.0.1/', 'private network'],
    ['https://127.1/', 'private network'],
    ['https://0x7f000001/', 'private network'],
    ['https://localhost/', 'private network'],
    ['https://LOCALHOST./', 'private network'],
    ['https://redis:6379/', 'private network'],
    ['https://[::1]/', 'private network'],
    ['https://[::ffff:127.0.0.1]/', 'private network'],
    ['https://10.0.0.7/', 'private network'],
    ['https://169.254.169.254/latest/meta-data', 'private network'],
    ['http://dasbor.example/', 'https'],
    ['ftp://dasbor.example/', 'must be an address'],
    ['bukan alamat', 'must be an address'],
    ['', 'must be an address'],
    ['https://siti:rahasia@dasbor.example/', 'password'],
    [`https://dasbor.example/${'x'.repeat(2000)}`, 'too long'],
  ])('is not taken: %s', async (url, says) => {
    const answer = await office.ask(coordinator, 'POST', '/webhooks', { url });

    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'wrong_input', problems: [{ field: 'url', problem: expect.stringContaining(says) }] },
    ]);
  });

  it('is not connected to either when its name comes to lead there', async () => {
    const { id } = await office.done<{ id: string }>(coordinator, 'POST', '/webhooks', {
      url: 'https://dasbor.example/',
    });
    // As if a name server of its own had answered otherwise later: this name leads to this machine.
    await office.site.app
      .get(DataSource)
      .query('UPDATE webhook SET url = $1', [`https://localhost:${listener.port}/`]);

    await office.moveTo(during.assignment);
    await office.site.app.get(WebhookSender, { strict: false }).deliver();

    const { deliveries } = await office.done<{ deliveries: object[] }>(
      coordinator,
      'GET',
      `/webhooks/${id}/deliveries`,
    );
    expect(deliveries[0]).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastAnswer: 'it leads to a private network, which is not allowed',
    });
    expect(listener.heard).toEqual([]);
  });
});
