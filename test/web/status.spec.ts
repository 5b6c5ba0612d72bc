import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '../../src/domain/clock.js';
import { Stepper } from '../../src/engine/stepper.js';
import { september, wib } from '../engine/city.js';
import { hostileCycle } from './hostile.js';
import { beginning, Site } from './site.js';

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What stands between the tags, in order; a tag that a name had smuggled in would be missing. */
function matches(page: string, pattern: RegExp): string[] {
  return [...page.matchAll(pattern)].map(([, found = '']) => found.replace(/\s+/g, ' ').trim());
}

describe('the status page in production', () => {
  const clock = new SimulatedClock(beginning);
  const blueprint = september(3);
  let site: Site;
  let page: string;

  /** On the second day of the self-assessment, when the first mails are sent. */
  beforeAll(async () => {
    site = await Site.open(true, clock, blueprint);
    clock.moveTo(wib('2025-09-02T09:00'));
    await site.app.get(Stepper, { strict: false }).settle();
    page = await site.page('/');
  });

  afterAll(() => site.close());

  it('shows where the cycle stands', () => {
    const cells = (row: string): string[] => matches(row, /<t[hd][^>]*>(?:<span[^>]*>)?([^<]*)/g);

    expect(matches(page, /<h1>([^<]*)<\/h1>/g)).toEqual(['SPBE September']);
    expect(matches(page, /<strong>([^<]*)<\/strong>/g)).toEqual([
      'Selasa, 2 September 2025 pukul 09.00 WIB',
    ]);
    expect(matches(page, /<tr>([^]*?)<\/tr>/g).map(cells)).toEqual([
      ['Tahap', 'Status', 'Dibuka', 'Paling lambat', 'Selesai', 'Belum', 'Terlambat'],
      [
        'Penilaian mandiri',
        'Berlangsung',
        'Senin, 1 September 2025',
        'Jumat, 12 September 2025',
        ...['0', '3', '0'],
      ],
      [
        'Penilaian dokumen',
        'Terjadwal',
        'Senin, 15 September 2025',
        'Jumat, 19 September 2025',
        ...['0', '0', '0'],
      ],
      [
        'Pelaporan',
        'Terjadwal',
        'Senin, 15 September 2025',
        'Jumat, 26 September 2025',
        ...['0', '0', '0'],
      ],
    ]);
    // With one that tells the coordinator that the first ones were a day late.
    expect(page).toContain('<p>4 terkirim</p>');
    expect(page).not.toContain('undefined');
  });

  it('is a page in Indonesian that assistive technology can read', () => {
    expect(matches(page, /^<!doctype html>\n<html([^>]*)>/g)).toEqual(['lang="id"']);
    expect(matches(page, /<title>([^<]*)<\/title>/g)).toEqual(['SPBE September · Siklus']);
    expect(new Set(matches(page, /<th\b([^>]*)>/g))).toEqual(
      new Set(['scope="col"', 'scope="row"']),
    );
    expect(matches(page, /<(main)\b/g)).toEqual(['main']);
  });

  it('names no person and shows no address', () => {
    const { coordinators, units, assessors } = blueprint.people;
    const people = units.flatMap(({ admins, head }) => [...admins, ...(head ? [head] : [])]);
    const all = [...coordinators, ...people, ...assessors];

    const named = all.filter(({ name, email }) => page.includes(name) || page.includes(email));

    expect(all.length).toBe(8);
    expect(named).toEqual([]);
    expect(page).not.toContain('@');
  });

  it('has no controls of the demonstration', () => {
    expect(page).not.toMatch(/<form|<button|demonstrasi|Peragaan|Kotak surat/i);
  });

  it.each([
    { method: 'POST', path: '/demonstrasi/jam' },
    { method: 'GET', path: '/demonstrasi/jam' },
    { method: 'GET', path: '/demonstrasi/surat' },
    { method: 'GET', path: '/demonstrasi/surat/000001-x' },
    { method: 'GET', path: '/demonstrasi/surat/000001-x/isi' },
    { method: 'GET', path: '/demonstrasi' },
  ])('has no such page: $method $path', async ({ method, path }) => {
    const now = clock.now();

    const { status } = await site.fetch(path, { method });

    expect(status).toBe(404);
    expect(clock.now()).toEqual(now);
  });

  it.each(['/', '/assets/siklus.css', '/no-such-page'])(
    'lets a browser do only what it has to: %s',
    async (path) => {
      const { headers } = await site.fetch(path);

      expect(
        Object.fromEntries(
          [
            'content-security-policy',
            'x-content-type-options',
            'referrer-policy',
            'cross-origin-opener-policy',
            'cross-origin-resource-policy',
            'permissions-policy',
            'x-powered-by',
          ].map((name) => [name, headers.get(name)]),
        ),
      ).toEqual({
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
        'x-powered-by': null,
      });
    },
  );

  it('finds its style where the page says', async () => {
    const [path = ''] = matches(page, /<link rel="stylesheet" href="([^"]*)"/g);

    const response = await site.fetch(path);

    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/css; charset=utf-8',
    ]);
  });

  it('needs no script and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<style| style=| on\w+=|https?:|javascript:/i);
  });
});

describe('the status page of a cycle with hostile names', () => {
  let site: Site;

  beforeAll(async () => {
    site = await Site.open(true, new SimulatedClock(beginning), hostileCycle());
  });

  afterAll(() => site.close());

  it('shows them as text', async () => {
    const page = await site.page('/');

    expect(page).toContain('<h1>&lt;script&gt;alert(&quot;cycle&quot;)&lt;/script&gt;</h1>');
    expect(page).toContain(
      '<th scope="row">&#39;&quot;&gt;&lt;img src=x onerror=&quot;phase()&quot;&gt; &amp; kawan</th>',
    );
    expect(page).not.toMatch(/<script|<img/i);
  });
});

describe('the status page before there is a cycle', () => {
  it('says what to do', async () => {
    const site = await Site.open(true, new SimulatedClock(beginning), null);

    const page = await site.page('/');
    await site.close();

    expect(matches(page, /<h1>([^<]*)<\/h1>/g)).toEqual(['Belum ada siklus']);
    expect(page).toContain('npm run -s siklus -- load');
  });
});
