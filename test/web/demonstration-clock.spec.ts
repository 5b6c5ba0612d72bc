import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { ShiftedClock } from '../../src/domain/clock.js';
import { september, wib } from '../engine/city.js';
import { linksToMails, Site } from './site.js';

let clock: ShiftedClock;
let site: Site;

async function open(): Promise<void> {
  clock = new ShiftedClock();
  site = await Site.open(false, clock, september(2));
}

/** The clock goes on while a test runs: to the hour. */
function hour(): string {
  return clock.now().toZonedDateTimeISO('Asia/Jakarta').toString().slice(0, 13);
}

describe('the clock of the demonstration', () => {
  beforeEach(open);
  afterEach(() => site.close());

  it('stands on the day before the first phase', async () => {
    expect(hour()).toBe('2025-08-31T07');
    expect(await site.page('/')).toContain('Minggu, 31 Agustus 2025 pukul 07.0');
  });

  it.each([
    { stride: 'day', to: '2025-09-01T07' },
    { stride: 'week', to: '2025-09-07T07' },
    { stride: 'month', to: '2025-09-30T07' },
    { stride: 'next', to: '2025-09-01T00' },
  ])('moves by a $stride and shows the page again', async ({ stride, to }) => {
    const response = await site.post('/demonstrasi/jam', { stride });

    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(hour()).toBe(to);
  });

  it('sends what falls due on the way', async () => {
    await site.post('/demonstrasi/jam', { stride: 'month' });

    const page = await site.page('/');

    expect(page.match(/<span class="badge [^>]*>[^<]*/g)).toEqual([
      '<span class="badge closed">Selesai',
      '<span class="badge closed">Selesai',
      '<span class="badge closed">Selesai',
    ]);
    expect(linksToMails(page).length).toBe(10);
  });

  it('passes over nothing, so that no outage is reported', async () => {
    await site.post('/demonstrasi/jam', { stride: 'month' });

    const reported = await site.app
      .get(DataSource)
      .query<unknown[]>(`SELECT FROM journal WHERE what = 'outage'`);
    expect(reported).toEqual([]);
  });

  it('goes to noon of a date, with everything due on the way', async () => {
    const response = await site.post('/demonstrasi/jam/tanggal', { date: '2025-09-16' });

    const page = await site.page('/');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(hour()).toBe('2025-09-16T12');
    expect(page.match(/<span class="badge [^>]*>[^<]*/g)).toEqual([
      '<span class="badge closed">Selesai',
      '<span class="badge open">Berlangsung',
      '<span class="badge open">Berlangsung',
    ]);
    expect(page).toContain('min="2025-09-17"');
  });

  it('goes to the end of what may be chosen, and then offers the strides alone', async () => {
    const [, last = ''] = /max="(\d{4}-\d\d-\d\d)"/.exec(await site.page('/')) ?? [];

    const { status } = await site.post('/demonstrasi/jam/tanggal', { date: last });

    const page = await site.page('/');
    expect([status, hour()]).toEqual([303, `${last}T12`]);
    expect(page).not.toContain('type="date"');
    expect(page).toContain('Siklus sudah lewat');
  });

  it('tells a program the new time', async () => {
    const accept = { accept: 'application/json' };

    const response = await site.post('/demonstrasi/jam', { stride: 'next' }, accept);

    const { now } = (await response.json()) as { now: string };
    expect(response.status).toBe(200);
    expect(Temporal.Instant.from(now)).toEqual(wib('2025-09-01T00:00'));
  });

  it('moves twice for two visitors at once', async () => {
    await Promise.all([1, 2].map(() => site.post('/demonstrasi/jam', { stride: 'day' })));

    expect(hour()).toBe('2025-09-02T07');
  });

  it.each([
    {
      by: 'its own page',
      headers: (url: string) => ({ 'sec-fetch-site': 'same-origin', origin: url }),
    },
    { by: 'its own page in an old browser', headers: (url: string) => ({ origin: url }) },
    { by: 'an address bar', headers: () => ({ 'sec-fetch-site': 'none' }) },
  ])('is moved by $by', async ({ headers }) => {
    const { status } = await site.post('/demonstrasi/jam', { stride: 'day' }, headers(site.url));

    expect([status, hour()]).toEqual([303, '2025-09-01T07']);
  });
});

describe('the clock of the demonstration, left as it is,', () => {
  beforeAll(open);
  afterAll(() => site.close());

  it.each([
    { of: 'another site', headers: { 'sec-fetch-site': 'cross-site' } },
    { of: 'a neighbour', headers: { 'sec-fetch-site': 'same-site' } },
    { of: 'another site in an old browser', headers: { origin: 'https://jahat.test' } },
    { of: 'another port in an old browser', headers: { origin: 'http://127.0.0.1:1' } },
    { of: 'a sandboxed frame', headers: { origin: 'null' } },
    {
      of: 'another site, for a program',
      headers: { 'sec-fetch-site': 'cross-site', accept: 'application/json' },
    },
  ])('is not moved by a page of $of', async ({ headers }) => {
    const { status } = await site.post('/demonstrasi/jam', { stride: 'day' }, headers);

    expect([status, hour()]).toEqual([403, '2025-08-31T07']);
  });

  it.each([
    { date: '2025-08-31', says: 'antara Senin, 1 September 2025 dan ' },
    { date: '2024-02-29', says: 'antara Senin, 1 September 2025 dan ' },
    { date: '+275760-09-13', says: 'antara Senin, 1 September 2025 dan ' },
    { date: '2025-09-31', says: 'misalnya 2025-09-30' },
    { date: 'besok', says: 'misalnya 2025-09-30' },
    { date: '', says: 'misalnya 2025-09-30' },
    { date: '"><script>', says: 'misalnya 2025-09-30' },
  ])('says beside the field why it does not go to $date', async ({ date, says }) => {
    const response = await site.post('/demonstrasi/jam/tanggal', { date });

    const page = await response.text();
    const [, said = ''] = /<p class="error" id="date-error">([^<]*)/.exec(page) ?? [];
    expect([response.status, hour()]).toEqual([422, '2025-08-31T07']);
    expect(said).toContain(says);
    expect(page).not.toContain('<script>');
    if (/^[\d-]+$/.test(date)) expect(page).toContain(`value="${date}"`);
  });

  it.each<Record<string, string>>([
    { stride: 'year' },
    { stride: '' },
    {},
    { stride: 'day', secret: 'x' },
    { 'stride[]': 'day' },
    { 'stride[__proto__]': 'day' },
  ])('asks for a stride that it knows: %j', async (fields) => {
    const response = await site.post('/demonstrasi/jam', fields);

    const said = await response.text();
    expect([response.status, hour()]).toEqual([400, '2025-08-31T07']);
    expect(said).toMatch(/next, day, week, month|secret/);
  });
});
