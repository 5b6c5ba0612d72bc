import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Targets } from '../../src/assessment/target/targets.service.js';
import { requestsOf } from '../api/extending.js';
import type { Office } from '../api/office.js';
import { a1, coordinator, dinkes } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { mailTo } from '../engine/stage.js';
import { Browser, redirect } from './browser.js';
import { givenBack, nowhere, strange } from './hostile-addresses.js';
import { answer, desk, head, pages } from './hostile-pages.js';
import { endless, escaped, hostile, hostileOffice, hostileUrl } from './hostile-desks.js';
import { hostilePlans } from './hostile-plans.js';

let office: Office;
/** The id of the first mail to the admin: MAIL stands for it. */
let mail: string;
/** And of the one request for more time: REQUEST. */
let request: string;
/** And of the variants: FIRST and SECOND. */
let variants: readonly string[];
const browsers = new Map<string, Browser>();

beforeAll(async () => {
  office = await hostileOffice();
  await hostilePlans(office);
  const { app } = office.site;
  variants = (await app.get(Targets, { strict: false }).variants('kota-kecil')).map(({ id }) => id);
  mail = await mailTo(office.site.app, dinkes);
  request = (await requestsOf(office, coordinator))[0]?.id ?? '';
  for (const email of [coordinator, head, dinkes, a1]) {
    const browser = new Browser(office.site);
    await browser.signInByLink(email);
    browsers.set(email, browser);
  }
});

afterAll(() => office.close());

function withIds(path: string): string {
  const [first = '', second = ''] = variants;
  return path
    .replace('MAIL', mail)
    .replace('REQUEST', request)
    .replace('FIRST', first)
    .replace('SECOND', second);
}

function as(email: string): Browser {
  return browsers.get(email) ?? new Browser(office.site);
}

/** `[name, its attributes]` of each tag. @throws Error for a `<` that begins none of ours */
function tagsIn(page: string): [string, [string, string][]][] {
  const rest = page.replace(/^<!doctype html>/, '');
  const whole = /<\/?([a-z][a-z0-9]*)((?:\s+[a-z][a-zA-Z0-9-]*(?:="[^"<]*")?)*)\s*\/?>/g;
  const left = rest.replaceAll(whole, '');
  if (/[<>]/.test(left)) throw new Error(`not a tag of ours: ${/.{40}[<>].{40}/s.exec(left)?.[0]}`);
  return [...rest.matchAll(whole)].map(([, name = '', attributes = '']) => [
    name,
    [...attributes.matchAll(/([a-z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g)].map(
      ([, key = '', value = '']) => [key, value.replaceAll('&amp;', '&')],
    ),
  ]);
}

function linksIn(page: string): string[] {
  const names = new Set(['href', 'src', 'action', 'hx-post', 'formaction']);
  return tagsIn(page).flatMap(([, attributes]) =>
    attributes.filter(([name]) => names.has(name)).map(([, value]) => value),
  );
}

describe.each(['id', 'en'])('a desk of hostile names in %s', (language) => {
  beforeAll(async () => {
    for (const browser of browsers.values()) await browser.get(`/bahasa/${language}`);
  });

  it.each(pages)('shows them as text: $path', async ({ email, path, shows }) => {
    const page = await as(email).page(withIds(path));

    expect(page).toContain(`<html lang="${language}">`);
    expect(shows.filter((where) => !page.includes(escaped(hostile(where))))).toEqual([]);
  });

  it.each(pages)('has only tags and attributes of its own: $path', async ({ email, path }) => {
    const tags = tagsIn(await as(email).page(withIds(path)));

    const scripts = tags.filter(([name, { length }]) => name === 'script' && length > 0);
    expect(scripts.map(([, attributes]) => attributes.find(([name]) => name === 'src'))).toEqual([
      ['src', '/assets/htmx.min.js'],
      ['src', '/assets/siklus.js'],
    ]);
    const names = new Set(tags.flatMap(([, attributes]) => attributes.map(([name]) => name)));
    expect([...names].filter((name) => /^on|^style$|^srcdoc$/.test(name))).toEqual([]);
    expect(tags.filter(([name]) => /^(style|base|object|embed|applet)$/.test(name))).toEqual([]);
  });

  it.each(pages)('leads nowhere but here and to evidence: $path', async ({ email, path }) => {
    const links = linksIn(await as(email).page(withIds(path)));

    const elsewhere = links.filter((link) => !/^\/(?!\/)|^#|^data:,$/.test(link));
    expect(elsewhere.filter((link) => !/^https?:\/\//.test(link))).toEqual([]);
    expect(elsewhere.every((link) => link.startsWith('https://'))).toBe(true);
  });
});

it("the list of one's mails shows hostile names as text", async () => {
  const page = await as(dinkes).page('/surel');

  expect(page).toContain(escaped(hostile('phase mandiri')));
  expect(tagsIn(page).filter(([name]) => /^(script|img)$/.test(name))).toEqual([]);
});

describe('what somebody attaches', () => {
  const tries = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'JavaScript://a.test/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//jahat.test',
    'bukan alamat',
  ];

  it.each(tries)('is no link to %j', async (url) => {
    const _csrf = await as(dinkes).proof();
    const fields = { _csrf, level: '2', unit: 'DINKES', name: 'x', url };

    const { status } = await changingNothing(office, () =>
      as(dinkes).post(`${answer}/tautan`, fields),
    );

    expect(status).toBe(409);
  });

  it('keeps its address inside of the attribute', async () => {
    const page = await as(a1).page('/asesor/kota-kecil/dokumen/DINKES/45');

    expect(page).toContain(`href="${escaped(hostileUrl)}"`);
  });

  it('has a file name that turns no text around', async () => {
    const page = await as(dinkes).page(answer);

    const [name = ''] = /[^>]* file\.pdf/.exec(page) ?? [];
    expect(name).toContain('&lt;script&gt;');
    expect(name).not.toContain('\u202e');
  });

  it('may have words without an end', async () => {
    expect(await as(dinkes).page(answer)).toContain(endless);
  });
});

describe('a CSV of hostile names', () => {
  it.each(['', '/indikator', '/surat', '/jurnal'])('has no formula: %s', async (path) => {
    const response = await as(coordinator).get(`${desk}${path}?format=csv`);

    const cells: string[][] = parse(await response.text(), { bom: true });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="?[\w-]+/);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const formulas = cells.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell));
    expect(cells.length).toBeGreaterThan(1);
    expect(formulas).toEqual([]);
  });
});

describe('the address of a page', () => {
  it.each([
    '//jahat.test',
    'https://jahat.test',
    '/\\jahat.test',
    '/.//jahat.test',
    '\\\\jahat.test',
    'javascript:alert(1)',
    '/\tjahat',
    '%2f%2fjahat.test',
    '',
  ])('brings nobody elsewhere after the language: %j', async (back) => {
    const path = `/bahasa/en?kembali=${encodeURIComponent(back)}`;

    expect(redirect(await as(dinkes).get(path))).toEqual([303, '/']);
  });

  it.each(['kembali[]=//jahat.test', 'kembali=/&kembali=//jahat.test', 'kembali[a]=b'])(
    'brings nobody elsewhere by several: %s',
    async (query) => {
      expect(redirect(await as(dinkes).get(`/bahasa/en?${query}`))).toEqual([303, '/']);
    },
  );

  it.each([
    'urut=__proto__',
    'urut=-',
    'urut[]=nama&cari[]=x',
    'urut[a]=b&cari[a]=b',
    'cari=%00%ff%ED%A0%80',
    `cari=${'%F0%9F%98%80'.repeat(200)}`,
    `cari=${encodeURIComponent('<script>alert(1)</script>')}`,
    'format[]=csv',
    'format=exe&urut=opd&cari=(',
    'cari=%E2%80%AE',
  ])('is taken as it comes: ?%s', async (query) => {
    for (const path of ['', '/indikator', '/surat', '/jurnal', '/matriks']) {
      const response = await as(coordinator).get(`${desk}${path}?${query}`);

      expect(response.status).toBe(200);
      expect(tagsIn(await response.text()).length).toBeGreaterThan(50);
    }
  });

  it.each(strange)('of what is planned is taken as it comes: %s', async (path) => {
    const response = await as(coordinator).get(`${desk}/${path}`);

    expect(response.status).toBe(200);
    expect(tagsIn(await response.text()).length).toBeGreaterThan(20);
  });

  it.each(givenBack)('with harm in it is given back as text: %s', async (path, status) => {
    const harm = encodeURIComponent('<script>"\u0000');
    const response = await as(coordinator).get(`${desk}/${path}${harm}`);

    expect(response.status).toBe(status);
    tagsIn(await response.text());
  });

  it.each(nowhere)('names nothing that is there, and says so: %s', async (path) => {
    for (const email of [coordinator, dinkes, a1]) {
      const { status } = await as(email).get(path);

      expect([400, 403, 404]).toContain(status);
    }
  });
});
