import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { hiddenIn, redirect } from './browser.js';
import { OfficeDesk, said, type Said } from './office-desk.js';

const page = '/koordinator/kota-kecil/perubahan';

let office: Office;
let desk: OfficeDesk;

/** DINKES, DLH and DINSOS assess themselves until the 12th of September. */
beforeEach(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.selfAssessment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterEach(() => office.close());

const dishub = {
  do: 'addUnit',
  code: 'DISHUB',
  name: 'Dinas Perhubungan',
  adminName: 'Admin <DISHUB>',
  adminEmail: 'admin@dishub.test',
  headName: '',
  headEmail: '',
  reason: 'SOTK baru',
};

const preview = async (fields: Record<string, string>): Promise<Said> =>
  said(await desk.post('/pratinjau', fields));

function take({ text }: Said): Promise<Response> {
  const { commands = '', shown = '', reason = '', letter = '' } = hiddenIn(text);
  const order = commands
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return desk.post('/terapkan', { commands: order, shown, reason, letter });
}

describe('units on the page of changes', () => {
  it('come as it was shown: who is mailed now, and what is scheduled', async () => {
    const shown = await changingNothing(office, () => preview(dishub));

    const answer = await take(shown);

    expect(shown.text).toContain('1 surel dikirim sekarang.');
    expect(shown.text).toMatch(/DISHUB · Dinas Perhubungan<\/th> <td>–<\/td>\s*<td>ikut serta</);
    expect(shown.text).toContain('Surel terjadwal yang bertambah');
    expect(redirect(answer)).toEqual([303, `${page}?diterapkan`]);
    const people = await desk.browser.page('/koordinator/kota-kecil/orang');
    expect(people).toContain('Admin &lt;DISHUB&gt;');
    expect(people).toContain(`href="${page}#addUnit"`);
  });

  it('retire as it was shown: what is cancelled, and what is no longer sent', async () => {
    const fields = { do: 'retireUnit', unit: 'DLH', reason: 'Digabung', letter: '061/1/2025' };
    const shown = await changingNothing(office, () => preview(fields));

    const answer = await take(shown);

    expect(shown.text).toMatch(/<td>ikut serta<\/td>\s*<td>dihentikan<\/td>/);
    expect(shown.text).toContain('Surel terjadwal yang tidak jadi dikirim');
    expect(answer.status).toBe(303);
    const journal = await desk.browser.page('/koordinator/kota-kecil/jurnal?cari=Digabung');
    expect(journal).toContain('DLH');
    expect((await preview(fields)).status).toBe(409);
  });

  it.each([
    [{ ...dishub, code: 'DIS HUB' }, 'code', 'Kode terdiri atas'],
    [{ ...dishub, name: '' }, 'name', 'Wajib diisi'],
    [{ ...dishub, adminName: '', adminEmail: '' }, 'adminName0', 'Wajib diisi'],
    [{ ...dishub, adminEmail: 'admin' }, 'adminEmail0', 'satu alamat surel'],
    [{ ...dishub, headName: 'Kepala' }, 'headEmail', 'Isi nama dan surelnya'],
    [{ do: 'retireUnit', unit: '', reason: 'Digabung' }, 'retireUnit-unit', 'perlu diisi'],
    [{ do: 'retireUnit', unit: 'DLH', reason: '' }, 'retireUnit-reason', 'perlu diisi'],
  ])(
    'say beside the field what is wrong, and keep what was typed: %j',
    async (fields: Record<string, string>, field, why) => {
      const { status, text } = await changingNothing(office, () => preview(fields));

      const [, problem = ''] = new RegExp(`id="${field}-error">([^<]*)<`).exec(text) ?? [];
      expect([status, problem]).toEqual([422, expect.stringContaining(why)]);
      const { reason = '' } = fields;
      if (reason !== '') expect(text).toContain(`value="${reason}"`);
    },
  );

  it('say that a code is taken, with what was typed kept', async () => {
    const { status, text } = await preview({ ...dishub, code: 'DLH' });

    expect([status, text.includes('value="admin@dishub.test"')]).toEqual([409, true]);
  });

  it('take no more admins than the form has', async () => {
    const body = new URLSearchParams({ ...dishub, _csrf: desk.proof });
    for (const more of ['2', '3', '4']) body.append('adminName', more);
    const headers = { origin: office.site.url };

    const { status } = await desk.browser.request(`${page}/pratinjau`, {
      method: 'POST',
      body,
      headers,
    });

    expect(status).toBe(400);
  });
});
