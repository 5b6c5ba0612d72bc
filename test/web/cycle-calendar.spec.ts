import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { allRows } from '../api/tables.js';
import { reschedule } from '../domain/commands.js';
import { wib } from '../engine/city.js';
import { load } from '../engine/stage.js';
import { Browser, hiddenIn } from './browser.js';
import { addressOf, eventsIn, type ReadEvent } from './calendars.js';

const path = '/koordinator/kota-kecil/kalender';

let office: Office;
let browser: Browser;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  browser = new Browser(office.site);
  await browser.signInByLink(coordinator);
});

afterAll(() => office.close());

function addressIn(page: string): string {
  return /value="http[^"]*(\/kalender\/siklus\/[\w-]+\.ics)"/.exec(page)?.[1] ?? 'none';
}

async function issued(): Promise<string> {
  return addressIn(await (await browser.submit(path, path)).text());
}

async function status(address: string): Promise<number> {
  return (await office.site.fetch(address)).status;
}

/** By phase. */
async function read(address: string): Promise<Map<string, ReadEvent>> {
  const text = await (await office.site.fetch(address)).text();
  return new Map(eventsIn(text).map((event) => [event.uid.replace(/^.*\/|@.*$/g, ''), event]));
}

describe('the calendar of a cycle', () => {
  it('is reached from the overview', async () => {
    expect(await browser.page('/koordinator/kota-kecil')).toContain(`href="${path}"`);
  });

  it.each([
    ['without the proof of our form', {}, undefined],
    ['from another site', null, { origin: 'https://jahat.test' }],
  ])('is neither made nor revoked %s', async (_, fields, headers) => {
    const proof = hiddenIn(await browser.page(path));
    for (const action of [path, `${path}/cabut`]) {
      expect((await browser.post(action, fields ?? proof, headers)).status).toBe(403);
    }
    expect(await office.site.app.get(DataSource).query('SELECT * FROM cycle_feed')).toEqual([]);
  });

  it('has an address that is shown once, replaced and revoked', async () => {
    const first = await issued();
    const again = await browser.page(path);
    const second = await issued();
    const replaced = [await status(first), await status(second)];
    const revoked = await browser.submit(path, `${path}/cabut`);

    expect([addressIn(again), again.includes('Alamat kalender siklus ini dibuat pada')]).toEqual([
      'none',
      true,
    ]);
    expect(replaced).toEqual([404, 200]);
    expect([revoked.status, await status(second)]).toEqual([303, 404]);
  });

  it('keeps its secret nowhere, and opens nobody else’s', async () => {
    const address = await issued();
    const secret = /siklus\/(.*)\.ics/.exec(address)?.[1] ?? 'none';

    expect(JSON.stringify(await allRows(office.site.app))).not.toContain(secret);
    expect(await status(`/kalender/${secret}.ics`)).toBe(404);
    const own = await addressOf(office, coordinator);
    expect(await status(own.replace('/kalender/', '/kalender/siklus/'))).toBe(404);
  });

  it('has the phases, and nothing of anybody', async () => {
    const address = await issued();
    const text = await (await office.site.fetch(address)).text();

    expect(eventsIn(text).map(({ uid, start, end }) => [uid, start, end])).toEqual([
      ['tahap/kota-kecil/penetapan@example.test', '2025-09-01', '2025-09-06'],
      ['tahap/kota-kecil/sosialisasi@example.test', '2025-09-01', '2025-09-06'],
      ['tahap/kota-kecil/mandiri@example.test', '2025-09-08', '2025-09-13'],
      ['tahap/kota-kecil/dokumen@example.test', '2025-09-15', '2025-09-20'],
      ['tahap/kota-kecil/revisi@example.test', '2025-09-22', '2025-09-27'],
      ['tahap/kota-kecil/laporan@example.test', '2025-09-29', '2025-10-04'],
    ]);
    expect(text).not.toMatch(/DINKES|DLH|DINSOS|A1|@(?!example\.test)/);
  });

  it('follows a phase that moves, under its name and with a higher number', async () => {
    const address = await issued();
    const before = await read(address);
    const move = reschedule('mandiri', { opens: '2025-09-09', closes: '2025-09-13T10:00' });

    await office.site.app.get(CycleService, { strict: false }).perform('kota-kecil', 'kota', move);

    const after = await read(address);
    const [then, now] = [before.get('mandiri'), after.get('mandiri')];
    expect([now?.uid, now?.start, now?.end]).toEqual([
      then?.uid,
      '2025-09-08T17:00:00Z',
      '2025-09-13T03:00:00Z',
    ]);
    expect(now?.sequence).toBeGreaterThan(then?.sequence ?? Infinity);
    expect(after.get('dokumen')).toEqual(before.get('dokumen'));
  });

  it('says that a phase is cancelled which the file has no more, and takes it up again', async () => {
    const [address, own] = [await issued(), await addressOf(office, coordinator)];
    const { phases, ...rest } = smallCity();
    const { app } = office.site;
    office.setClock(wib('2025-08-31T09:00'));

    await load(app, { ...rest, phases: phases.filter(({ code }) => code !== 'revisi') });
    const gone = (await read(address)).get('revisi');
    const inOwn = (await read(own)).get('revisi');
    await load(app, { ...rest, phases });
    const back = (await read(address)).get('revisi');

    expect([gone?.status, gone?.summary, gone?.start]).toEqual([
      'CANCELLED',
      'Dibatalkan: revisi',
      '2025-09-22',
    ]);
    expect([inOwn?.uid, inOwn?.status]).toEqual([gone?.uid, 'CANCELLED']);
    expect([back?.uid, back?.status, back?.start]).toEqual([gone?.uid, 'CONFIRMED', '2025-09-22']);
    expect(back?.sequence).toBeGreaterThan(gone?.sequence ?? Infinity);
  });
});
