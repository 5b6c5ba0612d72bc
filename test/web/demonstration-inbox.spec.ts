import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ShiftedClock } from '../../src/domain/clock.js';
import { september } from '../engine/city.js';
import { hostileCycle } from './hostile.js';
import { linksToMails, Site } from './site.js';

describe('the inbox of the demonstration', () => {
  let site: Site;

  beforeAll(async () => {
    site = await Site.open(false, new ShiftedClock(), september(2));
  });

  afterAll(() => site.close());

  it('is empty at first', async () => {
    expect(await site.page('/')).toContain('Belum ada surel.');
    expect((await site.fetch('/demonstrasi/surat')).status).toBe(200);
  });

  it('shows each mail, with its own page in a frame that can do nothing', async () => {
    await site.post('/demonstrasi/jam', { stride: 'week' });
    const [path = ''] = linksToMails(await site.page('/demonstrasi/surat'));

    const mail = await site.page(path);
    const content = await site.fetch(`${path}/isi`);

    expect(mail.replace(/\s+/g, ' ')).toContain(
      `<iframe class="mail" sandbox title="Isi surel" src="${path}/isi"></iframe>`,
    );
    expect([content.status, content.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(content.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    );
  });

  it.each([
    '/demonstrasi/surat/000001-x',
    '/demonstrasi/surat/000001-x/isi',
    '/demonstrasi/surat/..%2F..%2Fpackage.json',
    '/demonstrasi/surat/%00',
  ])('has no such mail: %s', async (path) => {
    expect((await site.fetch(path)).status).toBe(404);
  });

  it.each(['0', '3', '1000000000', '-1', 'abc', '%00', '1e3'])(
    'can be leafed through from anywhere: %s',
    async (from) => {
      const response = await site.fetch(`/demonstrasi/surat?dari=${from}`);

      expect(response.status).toBe(200);
    },
  );
});

describe('the inbox of a cycle with hostile names', () => {
  it('shows them as text', async () => {
    const hostile = await Site.open(false, new ShiftedClock(), hostileCycle());
    await hostile.post('/demonstrasi/jam', { stride: 'month' });
    const page = await hostile.page('/demonstrasi/surat');
    const mails = linksToMails(page);

    const pages = await Promise.all(
      ['/', ...mails, ...mails.map((path) => `${path}/isi`)].map((path) => hostile.page(path)),
    );
    await hostile.close();

    expect(mails.length).toBeGreaterThan(5);
    for (const each of [page, ...pages])
      expect(each).not.toMatch(/<script(?! src="\/assets\/)|<img/i);
    expect(page).toContain('&lt;img src=x onerror=&quot;phase()&quot;&gt;');
    expect(page).toContain('person()');
    expect(pages.join()).toContain('&lt;script&gt;alert(&quot;unit&quot;)&lt;/script&gt;');
  });
});
