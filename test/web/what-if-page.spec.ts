import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { claimedCity } from '../api/claimed-city.js';
import type { Office } from '../api/office.js';
import { coordinator } from '../api/small-city.js';
import { Browser, hiddenIn } from './browser.js';
import { row, said, type Said } from './office-desk.js';

const path = '/koordinator/kota-kecil/andaikan';
const head = 'head@dinkes.test';

let office: Office;
let browser: Browser;
let leader: Browser;

beforeAll(async () => {
  office = await claimedCity();
  browser = await Browser.of(office.site, coordinator);
  leader = await Browser.of(office.site, head);
});

afterAll(() => office.close());

beforeEach(async () => {
  await office.site.app.get(DataSource).query('DELETE FROM variant');
});

async function ask(query: string, who = browser): Promise<Said> {
  return said(await who.get(`${path}${query}`));
}

/** As the form under the list of what is changed sends it. */
async function keep(query: string, nama: string, who = browser): Promise<Response> {
  const { text } = await ask(query, who);
  const hidden = Object.entries(hiddenIn(text));
  return who.post(`${path}/varian`, { ...Object.fromEntries(hidden), nama });
}

async function kept(query: string, name: string): Promise<string> {
  await keep(query, name);
  const [found] = await office.site.app
    .get(DataSource)
    .query<{ id: string }[]>('SELECT id FROM variant WHERE name = $1', [name]);
  return found?.id ?? 'none';
}

/** The words of the figure that stays in sight. */
function outcome({ text }: Said): string {
  const [, part = ''] = /id="angka"[^>]*>(.*?)<output/.exec(text) ?? [];
  return part.replace(/(<[^>]*>|\s)+/g, ' ').trim();
}

describe('what if', () => {
  it('begins from what is claimed and verified, with nothing changed', async () => {
    const page = await ask('');

    // 1 and 0.026 for indicator 1, and 0.09 for 42.
    expect(outcome(page)).toBe(
      'Indeks 1,12 Kurang target 4,00, kurang 2,88 · Cukup mulai 1,80, kurang 0,68 ' +
        'D1 1,20 D2 1,00 D3 1,00 D4 1,20',
    );
    expect(page.text).toContain('Belum ada tingkat yang diubah.');
    expect(page.text).toContain('<option value="3" selected>3 (dasar)</option>');
  });

  it('moves the index, the domains and the predikat with the levels', async () => {
    const page = await ask('?tingkat-42=3&tingkat-43=5&tingkat-1=3');

    expect(outcome(page)).toBe(
      'Indeks 1,21 Kurang dari 1,12 Kurang target 4,00, kurang 2,79 · Cukup mulai 1,80, kurang 0,59 ' +
        'D1 1,20 D2 1,00 D3 1,00 D4 1,40 dari 1,20',
    );
    const list = page.text.slice(page.text.indexOf('id="rincian"'));
    expect(row(list, '42.')).toMatch(/^42\. .* 4 → 3 -0,0300 Dinas DINKES$/);
    expect(row(list, '43.')).toMatch(/^43\. .* 1 → 5 \+0,1200 Dinas DLH$/);
    expect(row(list, '1.')).toBeUndefined();
  });

  it('begins from another basis, and keeps what was changed', async () => {
    const page = await ask('?dasar=terverifikasi&tingkat-43=5');

    expect(outcome(page)).toMatch(/^Indeks 1,12 Kurang dari 1,00 Kurang/);
    expect(page.text).toContain('aria-current="true">Terverifikasi</a>');
    expect(page.text).toContain(`href="${path}?dasar=klaim&amp;tingkat-43=5"`);
  });

  it.each(['7', '2,5', 'x', '0'])('says beside the field that %j is no level', async (typed) => {
    const page = await ask(`?tingkat-43=${encodeURIComponent(typed)}&tingkat-44=2`);

    expect(page.status).toBe(422);
    expect(page.text).toContain('id="tingkat-43-error"> Pilih tingkat 1 sampai 5.');
    expect(outcome(page)).toMatch(/^Indeks 1,15 Kurang dari 1,12/);
  });

  it('says it to a script as a sentence', async () => {
    const answer = await browser.request(`${path}?tingkat-43=7`, {
      headers: { 'hx-request': 'true' },
    });

    expect([answer.status, await answer.text()]).toEqual([
      422,
      'Indikator 43 belum dihitung. Pilih tingkat 1 sampai 5.',
    ]);
  });

  it('is for leaders to read, who keep nothing', async () => {
    await keep('?tingkat-43=5', 'Layanan naik');

    const page = await ask('?tingkat-43=5', leader);
    const refused = await leader.post(`${path}/varian`, {
      ...{ _csrf: await leader.proof(), 'tingkat-43': '5', nama: 'Lain' },
    });

    expect(outcome(page)).toMatch(/^Indeks 1,24/);
    expect(page.text).toContain('Layanan naik');
    expect(page.text).not.toContain('Simpan varian');
    expect(page.text).not.toContain('/hapus');
    // Who made it is no business of theirs.
    expect(page.text).not.toContain(coordinator);
    expect(refused.status).toBe(403);
  });

  it('is reached from the desks of both', async () => {
    expect(await browser.page('/koordinator/kota-kecil')).toContain(`href="${path}"`);
    expect(await leader.page('/pimpinan/kota-kecil')).toContain(`href="${path}"`);
  });
});

describe('a variant', () => {
  it('is kept with its basis as it stood, and opened again', async () => {
    const answer = await keep('?dasar=klaim&tingkat-43=5', ' Layanan <naik> ');

    const [found] = await office.site.app.get(DataSource).query<object[]>('SELECT * FROM variant');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${path}?dasar=klaim&tingkat-43=5&disimpan#varian`,
    ]);
    expect(found).toMatchObject({
      name: 'Layanan <naik>',
      basis: 'klaim',
      standing: { 1: '3', 42: '4' },
      changes: { 43: '5' },
      made_by: coordinator,
    });
    const { text } = await ask('?disimpan');
    expect(text).toContain('Varian sudah disimpan.');
    expect(text).toContain(
      `<a href="${path}?dasar=klaim&amp;tingkat-43=5"><bdi>Layanan &lt;naik&gt;</bdi></a>`,
    );
  });

  it.each([
    { query: '?tingkat-43=5', name: ' ', says: 'Beri nama' },
    { query: '?tingkat-43=5', name: 'x'.repeat(81), says: 'Paling panjang 80 karakter' },
    { query: '?tingkat-43=5', name: 'Ada', says: 'Nama itu sudah dipakai' },
    { query: '', name: 'Tanpa ubahan', says: 'Ubah setidaknya satu tingkat' },
  ])('is not kept as "$name", and what was typed stays: $says', async ({ query, name, says }) => {
    await keep('?tingkat-44=2', 'Ada');

    const answer = await said(await keep(query, name));

    expect(answer.status).toBe(422);
    expect(answer.text).toContain(says);
    expect(answer.text).toContain(name.trim() === '' ? 'id="nama"' : `value="${name}"`);
    expect(await office.site.app.get(DataSource).query('SELECT name FROM variant')).toEqual([
      { name: 'Ada' },
    ]);
  });

  it('is not kept beyond fifty', async () => {
    await office.site.app.get(DataSource).query(`
      INSERT INTO variant (cycle, id, name, basis, standing, changes, made_at, made_by)
      SELECT 'kota-kecil', gen_random_uuid(), 'V' || n, 'klaim', '{}', '{"1": "2"}', now(), 'x'
      FROM generate_series(1, 50) n`);

    const answer = await said(await keep('?tingkat-43=5', 'Satu lagi'));

    expect([answer.status, answer.text.includes('sudah memiliki 50 varian')]).toEqual([422, true]);
  });

  it('is removed', async () => {
    const id = await kept('?tingkat-43=5', 'Buang');

    const answer = await browser.submit(path, `${path}/varian/${id}/hapus`);
    const again = await browser.submit(path, `${path}/varian/${id}/hapus`);

    expect(answer.headers.get('location')).toBe(`${path}?dihapus`);
    expect((await ask('')).text).not.toContain('Buang');
    expect(again.status).toBe(404);
  });

  it('is compared with others: what they come to, and where they differ', async () => {
    const one = await kept('?tingkat-43=5&tingkat-44=2', 'Satu');
    const two = await kept('?dasar=terverifikasi&tingkat-44=2', 'Dua');

    const { text, status } = await ask(`/banding?varian=${one}&varian=${two}`, leader);

    expect(status).toBe(200);
    expect(row(text, 'Indeks')).toBe('Indeks 1,27 1,03');
    expect(row(text, 'Kurang ke target')).toBe('Kurang ke target 2,73 2,97');
    const differing = text.slice(text.indexOf('Indikator yang tingkatnya berbeda'));
    expect(row(differing, '1.')).toMatch(/ 3 1$/);
    expect(row(differing, '43.')).toMatch(/ 1 → 5 1$/);
    // Both go up to 2.
    expect(row(differing, '44.')).toBeUndefined();
  });

  it.each(['', '?varian=x', '?varian=1&varian=2&varian=3&varian=4&varian=5'])(
    'is compared with one to three others, not as %j',
    async (query) => {
      const { status, text } = await ask(`/banding${query}`);

      expect([status, text.includes('Pilih dua sampai empat varian untuk')]).toEqual([422, true]);
    },
  );

  it('that there is not cannot be compared', async () => {
    expect((await ask('/banding?varian=1&varian=2')).status).toBe(404);
  });
});
