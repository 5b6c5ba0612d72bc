import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SimulatedClock } from '../../src/domain/clock.js';
import { september, wib } from '../engine/city.js';
import { Browser } from './browser.js';
import { Site } from './site.js';

const coordinator = 'koordinator@kota.test';
const during = wib('2025-09-02T09:00');
const lokus = '/api/v1/cycles/september/phases/mandiri/units';

let site: Site;
let browser: Browser;
let csrf: string;

beforeAll(async () => {
  site = await Site.open(true, new SimulatedClock(during), september(2), during);
});

afterAll(() => site.close());

beforeEach(async () => {
  browser = new Browser(site);
  await site.app.get(DataSource).query('TRUNCATE sign_in_limit, session');
  await browser.signInByLink(coordinator);
  csrf = await browser.proof();
});

async function hasSession(): Promise<boolean> {
  return (await browser.get('/akun')).status === 200;
}

async function unitsOfPhase(): Promise<unknown> {
  const [row] = await site.app
    .get(DataSource)
    .query<{ units: unknown }[]>("SELECT units FROM phase WHERE code = 'mandiri'");
  return row?.units;
}

/** As a page's script asks the API. */
function choose(units: readonly string[], headers: Record<string, string>): Promise<Response> {
  return browser.request(lokus, {
    method: 'PUT',
    body: JSON.stringify({ units }),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

describe('a change that a page asks for', () => {
  it.each<[string, Record<string, string>]>([
    ['none', {}],
    ['an empty one', { _csrf: '' }],
    ['another one', { _csrf: 'A'.repeat(43) }],
    ['several', { '_csrf[]': 'A' }],
  ])('is refused with %s for a proof, and nothing happens', async (_, fields) => {
    const answer = await browser.post('/keluar', fields);

    expect([answer.status, await hasSession()]).toEqual([403, true]);
    expect(await answer.text()).toContain('Tidak ada yang diubah.');
  });

  it("is refused with the proof of somebody else's session", async () => {
    const other = new Browser(site);
    await other.signInByLink('a1@asesor.test');
    const _csrf = await other.proof();

    const answer = await browser.post('/keluar', { _csrf });

    expect([answer.status, await hasSession()]).toEqual([403, true]);
  });

  it('is refused from another site, even with the proof', async () => {
    const answer = await browser.post('/keluar', { _csrf: csrf }, { origin: 'https://jahat.test' });

    expect([answer.status, await hasSession()]).toEqual([403, true]);
  });

  it.each<[string, string, Record<string, string>, Record<string, string>]>([
    ['a field', '/keluar', { _csrf: '' }, {}],
    ['a header', '/keluar', {}, { 'x-csrf': '' }],
    ['its address, as a form with files does', '/keluar?_csrf=', {}, {}],
  ])('is done with the proof in %s', async (_, path, fields, headers) => {
    const filled = (of: Record<string, string>) =>
      Object.fromEntries(Object.keys(of).map((name) => [name, csrf]));

    await browser.post(path.replace('=', `=${csrf}`), filled(fields), filled(headers));

    expect(await hasSession()).toBe(false);
  });
});

describe('the API, asked with the cookie of a session', () => {
  it('answers what the person may read', async () => {
    const answer = await browser.get('/api/v1/cycles/september');

    const { actor } = (await answer.json()) as { actor: { coordinator: boolean; name: string } };
    expect([answer.status, actor.coordinator, actor.name]).toEqual([200, true, coordinator]);
  });

  it.each<[string, Record<string, string>]>([
    ['without a proof', {}],
    ['with a wrong one', { 'x-csrf': 'A'.repeat(43) }],
    ['from another site', { 'x-csrf': 'right', 'sec-fetch-site': 'cross-site' }],
  ])('changes nothing %s', async (_, headers) => {
    const given = headers['x-csrf'] === 'right' ? { ...headers, 'x-csrf': csrf } : headers;
    const before = await unitsOfPhase();

    const answer = await choose(['OPD-1'], given);

    expect([answer.status, await unitsOfPhase()]).toEqual([403, before]);
  });

  it('changes what is asked for with the proof', async () => {
    const byHeader = await choose(['OPD-2'], { 'x-csrf': csrf, 'sec-fetch-site': 'same-origin' });

    expect([byHeader.status, await unitsOfPhase()]).toEqual([204, ['OPD-2']]);
  });

  it('takes no cookie where a token is given, and asks a token for no proof', async () => {
    const wrong = await browser.request('/api/v1/cycles/september', {
      headers: { authorization: 'Bearer siklus_x' },
    });

    expect(wrong.status).toBe(401);
  });

  it('says 401 and leads nowhere without a session', async () => {
    const answer = await new Browser(site).get('/api/v1/cycles/september');

    expect([answer.status, answer.headers.get('location')]).toEqual([401, null]);
  });
});
