import 'reflect-metadata';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarFeedStore } from '../../src/people/calendar-feed.store.js';
import { Office } from '../api/office.js';
import { dinkes, dlh, during, smallCity } from '../api/small-city.js';
import { allRows } from '../api/tables.js';
import { statementsOf } from '../engine/statements.js';
import { addressOf, eventsIn } from './calendars.js';
import { filledCity } from './filled-city.js';

const cycle = 'kota-kecil';

function secretIn(path: string): string {
  return /\/kalender\/(.*)\.ics/.exec(path)?.[1] ?? '';
}

describe('the address of a feed', () => {
  let office: Office;

  beforeAll(async () => {
    office = await Office.open(smallCity(), during.beginning);
  });

  afterAll(() => office.close());

  async function unlike(path: string, headers = {}): Promise<[number, string | null, string]> {
    const answer = await office.site.fetch(path, { headers });
    return [answer.status, answer.headers.get('content-type'), await answer.text()];
  }

  it('opens nothing after it was replaced or revoked, as one that never was', async () => {
    const feeds = office.site.app.get(CalendarFeedStore, { strict: false });
    const never = await unlike(`/kalender/${'A'.repeat(43)}.ics`);
    const first = await addressOf(office, dinkes);
    const opened = (await office.site.fetch(first)).status;
    const second = await addressOf(office, dinkes);
    const replaced = await unlike(first);
    const still = (await office.site.fetch(second)).status;
    await feeds.revoke(dinkes);

    expect([opened, still, never[0]]).toEqual([200, 200, 404]);
    expect([replaced, await unlike(second)]).toEqual([never, never]);
    expect((await unlike(second, { accept: 'text/html' }))[2]).toContain('Halaman ini tidak ada.');
  });

  it.each(['%00', '%F0%9F%98%80', 'a'.repeat(5000), '..%2F..%2Fakun', "' OR 1=1 --"])(
    'that makes no sense opens nothing: %s',
    async (secret) => {
      expect((await office.site.fetch(`/kalender/${secret}.ics`)).status).toBe(404);
    },
  );

  it('stands nowhere in the database', async () => {
    const secret = secretIn(await addressOf(office, dlh));

    const rows = JSON.stringify(await allRows(office.site.app));

    expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(rows).toContain(`"email":"${dlh}"`);
    expect(rows).not.toContain(secret);
  });

  it('stands in no log, not even when something breaks', async () => {
    const path = await addressOf(office, dlh);
    const secret = secretIn(path);
    const logged: string[] = [];
    const log = (...parts: unknown[]) =>
      void logged.push(parts.map((part) => inspect(part)).join());
    Logger.overrideLogger({ log, error: log, warn: log, debug: log, verbose: log, fatal: log });
    const db = office.site.app.get(DataSource);
    await db.query('ALTER TABLE calendar_feed RENAME TO gone');

    const broken = await office.site.fetch(path);

    await db.query('ALTER TABLE gone RENAME TO calendar_feed');
    const whole = await office.site.fetch(path);
    Logger.overrideLogger(false);
    expect([broken.status, whole.status]).toEqual([500, 200]);
    expect(logged.join()).toContain('calendar_feed');
    expect(logged.join()).not.toContain(secret);
  });

  it('opens nothing but the calendar', async () => {
    const path = await addressOf(office, dinkes);
    const secret = secretIn(path);

    const headers = { authorization: `Bearer ${secret}`, cookie: `siklus=${secret}` };
    const answers = await Promise.all(
      ['/akun', `/api/v1/cycles/${cycle}`, `/opd/${cycle}/DINKES`].map((each) =>
        office.site.fetch(each, { headers }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([303, 401, 303]);
    const post = await office.site.fetch(path, { method: 'POST' });
    expect(post.status).toBe(404);
  });
});

describe('a feed and the database', () => {
  const opened: Office[] = [];

  afterAll(async () => {
    for (const city of opened) await city.close();
  });

  async function asked(units: number) {
    const office = await filledCity({ units, answers: 2, more: [] });
    opened.push(office);
    const all: { statements: string[]; events: number }[] = [];
    for (const email of ['koordinator@kota.test', 'admin@opd-1.test', 'a1@asesor.test']) {
      const path = await addressOf(office, email);
      let text = '';
      const statements = await statementsOf(office.site.app, async () => {
        text = await (await office.site.fetch(path)).text();
      });
      all.push({ statements, events: eventsIn(text).length });
    }
    return all;
  }

  it('say as much to each other for 60 units as for 5', async () => {
    const few = await asked(5);
    const many = await asked(60);

    expect(few.map(({ statements }) => statements.length > 0)).toEqual([true, true, true]);
    expect(many.map(({ statements }) => statements)).toEqual(
      few.map(({ statements }) => statements),
    );
    expect([few[2]?.events, many[2]?.events]).toEqual([5, 60]);
  });
});
