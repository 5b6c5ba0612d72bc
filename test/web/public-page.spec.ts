import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coordinator } from '../api/small-city.js';
import { finish } from '../api/work.js';
import { html, PublicCity, publicDesk, publicPath } from './public-city.js';

let city: PublicCity;

beforeAll(async () => {
  city = await PublicCity.open();
});

afterAll(() => city.close());

async function journal(): Promise<object[]> {
  return city.db.query<object[]>(
    `SELECT who, "from", "to", why FROM journal WHERE what = 'public-result' ORDER BY id`,
  );
}

/** Whatever somebody could tell one address from another by. */
async function told(address: string, headers: Record<string, string>) {
  const answer = await city.answerTo(address, headers);
  const shown = [...answer.headers].filter(([name]) => name !== 'date');
  return { status: answer.status, shown, text: answer.text };
}

async function expectNothing(): Promise<void> {
  for (const end of ['', '.json', '.csv', '?bahasa=en']) {
    for (const headers of [html, { accept: 'application/json' }]) {
      const here = await told(`${publicPath}${end}`, headers);

      expect(here.status).toBe(404);
      expect(here).toEqual(await told(`/hasil/tidak-ada${end}`, headers));
    }
  }
}

/** Which pages lead to the result: the front page, to a stranger, and the leaders' page. */
async function leading(): Promise<string[]> {
  const pages = {
    '/': (await city.answerTo('/')).text,
    '/pimpinan/kota-kecil': await city.boss.page('/pimpinan/kota-kecil'),
  };
  return Object.entries(pages).flatMap(([path, text]) =>
    text.includes(`href="${publicPath}"`) ? [path] : [],
  );
}

async function post(from: string, fields: Record<string, string>): Promise<Response> {
  const page = await city.boss.page(from);
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return city.boss.post(publicDesk, { ...fields, _csrf });
}

describe('the page of a result', () => {
  it('is not there as long as nothing is published, nor can it be opened', async () => {
    const page = await city.boss.page(publicDesk);
    const { status } = await post('/akun', { shown: 'yes', reason: 'Terlalu dini.' });

    expect(page).toContain('belum diumumkan');
    expect(page).not.toContain('<textarea');
    expect(status).toBe(409);
    await expectNothing();
  });

  it('is still like that of a cycle that nobody has thought of once it is published', async () => {
    expect((await finish(city.office, coordinator, 'laporan')).status).toBe(204);

    await expectNothing();
    expect(await leading()).toEqual([]);
    expect((await city.answerTo('/hasil')).text).toContain('Belum ada hasil yang dibuka');
    expect((await city.answerTo('/hasil/%00')).status).toBe(404);
  });

  it('needs a reason to be opened, and what was typed is kept', async () => {
    const [empty, long] = [
      await city.order('yes', '  '),
      await city.order('yes', 'x'.repeat(2001)),
    ];

    expect([empty.status, long.status]).toEqual([422, 422]);
    expect(await empty.text()).toContain('Tulis alasannya.');
    expect(await long.text()).toContain('x'.repeat(2001));
    expect(await journal()).toEqual([]);
    await expectNothing();
  });

  it('is there once a coordinator has opened it, by whom and why', async () => {
    expect((await city.order('yes', 'Ditunggu warga.')).status).toBe(303);

    expect((await city.answerTo(publicPath)).status).toBe(200);
    expect(await city.boss.page(publicDesk)).toContain(`href="${publicPath}"`);
    expect(await leading()).toEqual(['/', '/pimpinan/kota-kecil']);
    expect(await journal()).toEqual([
      { who: coordinator, from: 'off', to: 'on', why: 'Ditunggu warga.' },
    ]);
  });

  it('shows what was published last', async () => {
    await city.db.query(`
      INSERT INTO result (cycle, phase, published_at, published_by, frozen)
      SELECT cycle, 'laporan-2', published_at + interval '2 days', published_by,
        jsonb_set(frozen, '{published,index}', '"1.07"')
      FROM result`);

    expect(JSON.parse((await city.answerTo(`${publicPath}.json`)).text)).toMatchObject({
      index: '1.07',
      publishedOn: '2025-10-02',
    });
  });

  it('is not there any more once it was closed, which is recorded as well', async () => {
    expect((await city.order('no', 'Ada keberatan.')).status).toBe(303);
    // What is so already is not done again.
    expect((await post(publicDesk, { shown: 'no', reason: 'Dua kali.' })).status).toBe(303);

    await expectNothing();
    expect(await leading()).toEqual([]);
    expect((await city.answerTo('/hasil')).text).not.toContain('kota-kecil');
    expect(await journal()).toEqual([
      { who: coordinator, from: 'off', to: 'on', why: 'Ditunggu warga.' },
      { who: coordinator, from: 'on', to: 'off', why: 'Ada keberatan.' },
    ]);
  });
});
