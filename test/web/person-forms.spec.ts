import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { a1, coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { Browser, redirect } from './browser.js';
import { OfficeDesk, row, said } from './office-desk.js';

const page = '/koordinator/kota-kecil/orang';

let office: Office;
let desk: OfficeDesk;

/** A1 and A2 have units to assess, A3 has none. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.assignment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

const shownAt = (path: string) => changingNothing(office, () => desk.get(path));

describe('the form of an assessor', () => {
  const sri = { act: 'add', code: 'A9', name: 'Bu Sri', email: 'sri@asesor.test', home: 'DINKES' };

  it('adds one and changes one', async () => {
    const added = await desk.post('/asesor', sri);
    const changed = await desk.post('/asesor', { ...sri, act: 'change', name: 'Bu Sri Ayu' });

    expect([added.status, changed.status]).toEqual([303, 303]);
    const { text } = await desk.get('/peran');
    expect(row(text, 'Bu Sri Ayu')).toContain('sri@asesor.test Asesor A9 DINKES');
  });

  it.each([
    { fields: sri, says: 'email-error">Kode atau surel ini' },
    { fields: { ...sri, code: 'A10', email: 'A1@asesor.test' }, says: 'email-error">Kode atau' },
    { fields: { ...sri, code: 'A10', email: 'x' }, says: 'email-error">Tuliskan satu alamat' },
    { fields: { ...sri, code: 'A10', email: 'x@y.test', home: 'ENTAH' }, says: 'home-error">OPD' },
    {
      fields: { act: 'change', code: 'A1', name: 'A', email: a1, home: 'DINKES' },
      says: 'home-error">Asesor ini sedang menilai',
    },
  ])('takes none with $fields.code, $fields.email, $fields.home', async ({ fields, says }) => {
    const answer = await changingNothing(office, () => desk.post('/asesor', fields));

    expect(await said(answer)).toMatchObject({ status: 422, text: expect.stringContaining(says) });
  });

  it('removes only who has no units left, and says what to do', async () => {
    const { status, text } = await shownAt('/asesor/hapus?kode=A1');

    expect(status).toBe(409);
    expect(text).toContain('Alihkan atau lepaskan dahulu di halaman Penugasan:');
    expect(text).toContain('<p>DINKES</p>');
  });

  it('removes one, who cannot open the cycle any more', async () => {
    const assessor = new Browser(office.site);
    await assessor.signInByLink('a3@asesor.test');
    const before = (await assessor.get('/asesor/kota-kecil')).status;
    const shown = await shownAt('/asesor/hapus?kode=A3');

    const answer = await desk.confirm('/asesor/hapus', shown);

    expect(shown.text).toContain('Asesor Bapak a3@asesor.test dihapus.');
    expect(redirect(answer)).toEqual([303, `${page}?selesai=assessor-removed`]);
    expect([before, (await assessor.get('/asesor/kota-kecil')).status]).toEqual([200, 404]);
    expect(row((await desk.get('/peran')).text, 'Bapak a3@')).toBeUndefined();
  });
});

describe('the form of the Sekda', () => {
  const sekda = { name: 'Bu Sekda', email: 'sekda@kota.test' };

  it('names one, who stands among the people by role, and takes them away', async () => {
    const named = await desk.post('/sekda', sekda);
    const shown = row((await desk.get('/peran')).text, 'Bu Sekda');
    const form = await desk.get('/sekda');
    const removed = await desk.post('/sekda', { name: '', email: ' ' });

    expect(redirect(named)).toEqual([303, `${page}?selesai=sekda`]);
    expect(shown).toContain('sekda@kota.test Sekretaris Daerah');
    expect(form.text).toContain('value="sekda@kota.test"');
    expect(removed.status).toBe(303);
    expect(row((await desk.get('/peran')).text, 'Bu Sekda')).toBeUndefined();
  });

  it.each([
    { fields: { ...sekda, name: '' }, says: 'name-error">Isi nama dan surelnya' },
    { fields: { ...sekda, email: 'x' }, says: 'email-error">Tuliskan satu alamat' },
  ])('takes none when $says', async ({ fields, says }) => {
    const answer = await changingNothing(office, () => desk.post('/sekda', fields));

    expect(await said(answer)).toMatchObject({ status: 422, text: expect.stringContaining(says) });
  });
});

describe('the form of a coordinator', () => {
  const wati = { was: '', name: 'Bu Wati', email: 'wati@kota.test' };

  it('never removes the last one', async () => {
    const { status, text } = await shownAt(`/koordinator/hapus?surel=${coordinator}`);

    expect(status).toBe(409);
    expect(text).toContain('Tambahkan koordinator lain dahulu.');
  });

  it('adds one, who has the desk from then on', async () => {
    expect((await desk.post('/koordinator', wati)).status).toBe(303);

    const browser = new Browser(office.site);
    await browser.signInByLink('wati@kota.test');
    expect((await browser.get(page)).status).toBe(200);
  });

  it.each([
    { fields: { ...wati, email: 'WATI@kota.test' }, says: 'email-error">Surel ini sudah dipakai' },
    { fields: { ...wati, name: '' }, says: 'name-error">Wajib diisi' },
  ])('takes none when $says', async ({ fields, says }) => {
    const answer = await changingNothing(office, () => desk.post('/koordinator', fields));

    expect(await said(answer)).toMatchObject({ status: 422, text: expect.stringContaining(says) });
  });

  it('changes one', async () => {
    const changed = { was: 'wati@kota.test', name: 'Bu Wati Sari', email: 'sari@kota.test' };

    expect((await desk.post('/koordinator', changed)).status).toBe(303);

    expect(row((await desk.get('/peran')).text, 'Bu Wati Sari')).toContain('sari@kota.test');
  });

  it('removes oneself, after a warning, and leads to the first page', async () => {
    const shown = await shownAt(`/koordinator/hapus?surel=${coordinator}`);

    const answer = await desk.confirm('/koordinator/hapus', shown);

    expect(shown.text).toContain('Ini Bapak/Ibu sendiri');
    expect(redirect(answer)).toEqual([303, '/']);
    expect((await desk.get()).status).toBe(404);
  });
});
