import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SimulatedClock } from '../../src/domain/clock.js';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { september } from '../engine/city.js';
import { Browser, redirect } from './browser.js';
import { ProviderProcess } from './provider/provider.js';
import { beginning, Site } from './site.js';

const admin = 'admin@opd-1.test';
const trip = '__Host-siklus-oidc';

let site: Site;
let provider: ProviderProcess;
let browser: Browser;

beforeAll(async () => {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  provider = new ProviderProcess(await freePort(), `${baseUrl}/masuk/oidc/kembali`);
  await provider.start();
  const service = { clientId: 'siklus', clientSecret: 'rahasia', name: 'SSO Kota' };
  site = await Site.open(true, new SimulatedClock(beginning), september(2), beginning, {
    port,
    baseUrl,
    oidc: { issuer: provider.issuer, ...service },
  });
});

afterAll(async () => {
  await provider.stop();
  await site.close();
});

beforeEach(async () => {
  browser = new Browser(site);
  await site.app.get(DataSource).query('TRUNCATE session');
});

/** Leaves for the provider. @returns where to */
async function leave(next = '/akun'): Promise<URL> {
  const answer = await browser.get(`/masuk/oidc?next=${encodeURIComponent(next)}`);
  return new URL(answer.headers.get('location') ?? '');
}

/** Comes back from the provider. */
function comeBack(address: string, as = browser): Promise<Response> {
  const { pathname, search } = new URL(address);
  return as.get(pathname + search);
}

async function sessions(): Promise<unknown[]> {
  return site.app.get(DataSource).query('SELECT email, method FROM session');
}

/** What the browser keeps while it is away, with something changed. */
function tamper(changes: Readonly<Record<string, string>>): void {
  const kept = Buffer.from(browser.cookies.get(trip) ?? '', 'base64url').toString();
  const changed = JSON.stringify({ ...(JSON.parse(kept) as object), ...changes });
  browser.cookies.set(trip, Buffer.from(changed).toString('base64url'));
}

function failed(code: string, next = '/akun'): [number, string] {
  return [303, `/masuk?galat=${code}&next=${encodeURIComponent(next)}`];
}

describe('signing in with another service', () => {
  it('is a button on the page, which keeps where to go on to', async () => {
    const page = await browser.page('/masuk?next=%2Fakun');

    expect(page).toMatch(
      /<a class="button" href="\/masuk\/oidc\?next=%2Fakun"\s*>Masuk dengan SSO Kota</,
    );
  });

  it('asks for a code with PKCE, state and nonce, new ones each time', async () => {
    const [one, other] = [await leave(), await leave()];
    const asked = (url: URL): unknown => Object.fromEntries(url.searchParams);

    expect(one.origin + one.pathname).toBe(`${provider.issuer}/auth`);
    expect(asked(one)).toEqual({
      client_id: 'siklus',
      response_type: 'code',
      scope: 'openid email',
      redirect_uri: `${site.url}/masuk/oidc/kembali`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    }
  });

  it('signs in whom the service knows, and opens what was asked for', async () => {
    const back = await provider.agree((await leave()).href, admin.toUpperCase());

    const answer = await comeBack(back);

    expect(redirect(answer)).toEqual([303, '/akun']);
    expect(await sessions()).toEqual([{ email: admin, method: 'oidc' }]);
    expect([...browser.cookies.keys()]).toEqual(['__Host-siklus']);
    expect(await browser.page('/akun')).toContain(`<b>${admin}</b>`);
  });

  it.each([
    {
      who: 'no cycle knows',
      login: 'jahat@jahat.test',
      code: 'not_known',
      says: 'tidak terdaftar',
    },
    {
      who: 'the service has not verified',
      login: 'belum@opd-1.test',
      code: 'email_not_verified',
      says: 'terverifikasi',
    },
  ])('lets nobody in whom $who, and says why', async ({ login, code, says }) => {
    const back = await provider.agree((await leave()).href, login);

    const answer = await comeBack(back);
    const page = await browser.page(answer.headers.get('location') ?? '');

    expect(redirect(answer)).toEqual(failed(code));
    expect(page).toMatch(new RegExp(`role="alert">[^<]*${says}`));
    expect([await sessions(), browser.cookies.size]).toEqual([[], 0]);
  });

  it('lets nobody in who does not want to', async () => {
    const back = await provider.refuse((await leave()).href);

    expect(redirect(await comeBack(back))).toEqual(failed('provider_failed'));
    expect(await sessions()).toEqual([]);
  });

  it.each([
    { what: 'another state', changes: { state: 'A'.repeat(43) } },
    { what: 'another nonce', changes: { nonce: 'A'.repeat(43) } },
    { what: 'another verifier', changes: { verifier: 'A'.repeat(43) } },
  ])('lets nobody in who comes back with $what', async ({ changes }) => {
    const back = await provider.agree((await leave()).href, admin);
    tamper(changes);

    expect(redirect(await comeBack(back))).toEqual(failed('provider_failed'));
    expect(await sessions()).toEqual([]);
  });

  it('signs nobody in with what somebody else brought back', async () => {
    const back = await provider.agree((await leave()).href, admin);
    const victim = new Browser(site);

    expect(redirect(await comeBack(back, victim))).toEqual(failed('provider_failed', '/'));
    expect([await sessions(), victim.cookies.size]).toEqual([[], 0]);
  });

  it('takes what was brought back once', async () => {
    const back = await provider.agree((await leave()).href, admin);
    const kept = browser.cookies.get(trip) ?? '';
    await comeBack(back);
    const thief = new Browser(site);
    thief.cookies.set(trip, kept);

    expect(redirect(await comeBack(back, thief))).toEqual(failed('provider_failed'));
  });

  it.each(['%', 'bnVsbA', 'e30', 'W10', 'x'.repeat(4000)])(
    'takes nothing for a trip that is none: %s',
    async (kept) => {
      browser.cookies.set(trip, kept);

      const answer = await browser.get('/masuk/oidc/kembali?code=x&state=y');

      expect(redirect(answer)).toEqual(failed('provider_failed', '/'));
    },
  );

  it('leads to no other site afterwards', async () => {
    const back = await provider.agree((await leave('//jahat.test')).href, admin);
    tamper({ next: '//jahat.test' });

    expect(redirect(await comeBack(back))).toEqual([303, '/']);
  });

  it('ends the session that the browser had', async () => {
    await comeBack(await provider.agree((await leave()).href, 'head@opd-1.test'));

    await comeBack(await provider.agree((await leave()).href, admin));

    expect(await sessions()).toEqual([{ email: admin, method: 'oidc' }]);
  });
});

describe('signing in with another service that does not answer', () => {
  it('says so, and works as soon as it does', async () => {
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const late = new ProviderProcess(await freePort(), `${baseUrl}/masuk/oidc/kembali`);
    const oidc = { issuer: late.issuer, clientId: 'siklus', clientSecret: 'rahasia', name: 'SSO' };
    const more = { port, baseUrl, oidc };
    const other = await Site.open(true, new SimulatedClock(beginning), null, beginning, more);
    const visitor = new Browser(other);

    const before = redirect(await visitor.get('/masuk/oidc'));
    await late.start();
    const after = redirect(await visitor.get('/masuk/oidc'));
    await late.stop();
    await other.close();

    expect(before).toEqual(failed('provider_failed', '/'));
    expect(after).toEqual([303, expect.stringMatching(`^${late.issuer}/auth\\?`)]);
  });
});

describe('without another service', () => {
  it('there is no button and no page for it', async () => {
    const plain = await Site.open(true, new SimulatedClock(beginning), null);
    const visitor = new Browser(plain);

    const page = await visitor.page('/masuk');
    const pages = [await visitor.get('/masuk/oidc'), await visitor.get('/masuk/oidc/kembali')];
    await plain.close();

    expect(page).not.toContain('oidc');
    expect(pages.map(({ status }) => status)).toEqual([404, 404]);
  });
});
