import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coordinator } from '../api/small-city.js';
import { finish } from '../api/work.js';
import { statementsOf } from '../engine/statements.js';
import { hostileTitle, PublicCity, publicPath } from './public-city.js';

let city: PublicCity;

beforeAll(async () => {
  city = await PublicCity.open();
  await finish(city.office, coordinator, 'laporan');
  await city.order('yes', 'Ditunggu warga.');
});

afterAll(() => city.close());

const everywhere = [
  publicPath,
  `${publicPath}?bahasa=en`,
  `${publicPath}.json`,
  `${publicPath}.csv`,
  '/hasil',
];

type Result = Readonly<
  Record<'indicators' | 'domains' | 'aspects', readonly Readonly<Record<string, unknown>>[]>
>;

describe('a result for everybody', () => {
  it('says as JSON what it came to', async () => {
    const { headers, text } = await city.answerTo(`${publicPath}.json`);
    const { indicators, domains, aspects, ...result } = JSON.parse(text) as Result;

    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    // The other cycle of its history is not public, so that it is not in the trend.
    const year = { change: null, breaks: false, predikat: 'Kurang', instrument: expect.anything() };
    expect(result).toEqual({
      cycle: 'kota-kecil',
      title: hostileTitle,
      year: 2025,
      publishedAt: '2025-09-30T03:00:00Z',
      publishedOn: '2025-09-30',
      instrument: { code: 'spbe-2020', title: 'Evaluasi SPBE (PermenPANRB 59/2020)' },
      ...{ index: '1.05', exact: '1.0510', predikat: 'Kurang', target: '4.00', units: 3 },
      trend: [
        { ...year, year: 2023, index: '2.10', predikat: expect.anything() },
        { ...year, year: 2024, index: '1.01', breaks: true },
        { ...year, year: 2025, index: '1.05', change: '+0.04' },
      ],
      journal: { entries: expect.anything(), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect([domains.length, aspects.length, indicators.length]).toEqual([4, 8, 47]);
    expect(Object.keys(domains[0] ?? {})).toEqual(['code', 'name', 'weight', 'index']);
    expect(Object.keys(aspects[0] ?? {})).toEqual(['code', 'name', 'domain', 'weight', 'index']);
  });

  it('has the levels as they count: 1 for what was claimed and not verified', async () => {
    const { indicators } = JSON.parse((await city.answerTo(`${publicPath}.json`)).text) as Result;

    expect(indicators[0]).toEqual({
      no: 1,
      name: expect.stringContaining('Arsitektur SPBE'),
      ...{ aspect: 'A1', weight: 130, level: '3', verified: true },
    });
    expect(indicators[4]).toMatchObject({ no: 5, level: '1', verified: false });
  });

  it('says the same on the page and in the CSV, in both languages', async () => {
    const [page, english, csv] = [
      (await city.answerTo(publicPath)).text,
      (await city.answerTo(`${publicPath}?bahasa=en`)).text,
      await city.answerTo(`${publicPath}.csv`),
    ];

    expect(page).toContain('<html lang="id">');
    expect(page).toContain('<strong>1,05</strong> Kurang');
    expect(page).toContain('belum terverifikasi, dihitung sebagai tingkat 1');
    expect(page).toContain(`href="${publicPath}?bahasa=en" lang="en"`);
    // Two headings, three years and 47 indicators.
    expect(page.match(/<tr>/g)).toHaveLength(2 + 3 + 47);
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('<strong>1.05</strong> Kurang');
    expect(english).toContain(`href="${publicPath}" lang="id"`);
    expect(csv.text.split('\r\n')).toHaveLength(1 + 47 + 1);
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename=kota-kecil.csv');
  });

  it.each(everywhere)('names nobody, and tells nothing that was not published: %s', async (at) => {
    const { status, text } = await city.answerTo(at);

    expect(status).toBe(200);
    expect(city.secrets.length).toBeGreaterThan(20);
    expect(city.secrets.filter((each) => text.includes(each))).toEqual([]);
    expect(text).not.toMatch(/[\w.-]+@[\w.-]+/);
  });

  it.each([publicPath, '/hasil'])(
    'shows a hostile title as text, and runs nothing: %s',
    async (at) => {
      const { text, headers } = await city.answerTo(at);

      expect(text).not.toContain('<script');
      expect(text).toContain('Kota &lt;script&gt;');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it.each(everywhere)('can be kept by anybody for a minute, without a cookie: %s', async (at) => {
    const { headers, text } = await city.answerTo(at);
    const tag = headers.get('etag') ?? '';

    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.getSetCookie()).toEqual([]);
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(await city.statusFor(at, tag)).toBe(304);
    expect(await city.statusFor(at, '"lain"')).toBe(200);
    // Whoever has signed in, or chosen a language, reads the very same.
    await city.boss.get('/bahasa/en');
    expect(await city.boss.page(at)).toBe(text);
  });

  it('costs a crowd one statement a visit', async () => {
    for (const at of everywhere) await city.answerTo(at);

    const statements = await statementsOf(city.office.site.app, async () => {
      for (const at of everywhere) await city.answerTo(at);
    });

    expect(statements).toHaveLength(everywhere.length);
  });

  it('says at once what has changed', async () => {
    const before = await city.answerTo(publicPath);
    await city.db.query(`UPDATE cycle SET title = 'Kota kecil' WHERE code = 'kota-kecil'`);

    const after = await city.answerTo(publicPath);
    expect(after.text).toContain('<h1>Kota kecil</h1>');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  });

  it('is on the list of those that anybody may read', async () => {
    const [list, english] = [
      await city.answerTo('/hasil'),
      await city.answerTo('/hasil?bahasa=en'),
    ];

    expect(list.text).toContain(`href="${publicPath}"`);
    expect(english.text).toContain(`href="${publicPath}?bahasa=en"`);
  });
});
