import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { Office } from '../api/office.js';
import { dinkes, dlh, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { pdf } from '../api/uploading.js';
import { lead, link } from '../api/work.js';
import { Browser } from './browser.js';

const zone = 'Asia/Makassar';
const answer = { version: '0', level: '2', fact: 'x', analysis: 'x' };

let office: Office;
const browsers = new Map<string, Browser>();
let evidence = '';

/** A city in another zone. DINKES leads indicator 1 and DLH indicator 2; DINKES's admin is DLH's as well. */
beforeAll(async () => {
  const { plan, phases, people } = smallCity();
  const units = people.units.map((each) => {
    const [first] = people.units[0]?.admins ?? [];
    const isBoth = each.code === 'DLH' && first;
    return isBoth ? { ...each, admins: [...each.admins, first] } : each;
  });
  const blueprint = { plan: { ...plan, zone }, phases, people: { ...people, units } };
  office = await Office.open(blueprint, during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DLH', 3: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  evidence = await link(office, { unit: 'DINKES', no: 1, level: 2 });
  for (const email of [dinkes, dlh]) {
    const browser = new Browser(office.site);
    await browser.signInByLink(email);
    browsers.set(email, browser);
  }
});

afterAll(() => office.close());

async function post(email: string, path: string, fields: Record<string, string>) {
  const browser = browsers.get(email) ?? new Browser(office.site);
  const _csrf = await browser.proof();
  return browser.post(`/opd/kota-kecil/${path}`, { ...fields, _csrf });
}

/** `14.05`, as the wall clocks of a zone show it now. */
function clockIn(of: string): string {
  const time = Temporal.Now.zonedDateTimeISO(of).toPlainTime();
  return time.toString({ smallestUnit: 'minute' }).replace(':', '.');
}

describe('a draft that saves itself', () => {
  it("says when, by the clocks of the cycle's own zone", async () => {
    const before = clockIn(zone);
    const saved = await (await post(dinkes, 'DINKES/indikator/1/simpan', answer)).text();

    const [, said = ''] = /id="saved"[^>]*>[^<]*?(\d\d\.\d\d)/.exec(saved) ?? [];
    expect([before, clockIn(zone)]).toContain(said);
    expect(said).not.toBe(clockIn('Asia/Jakarta'));
  });
});

describe('the address of an answer', () => {
  const link = { level: '2', name: 'x', url: 'https://a.test' };

  it.each([
    { path: 'indikator/1', fields: answer },
    { path: 'indikator/1/simpan', fields: { ...answer, version: '1' } },
    { path: 'indikator/1/nihil', fields: { reason: 'x' } },
    { path: 'indikator/1/nihil/tarik', fields: {} },
    { path: 'indikator/1/pesan', fields: { text: 'x' } },
    { path: 'indikator/1/tautan', fields: { ...link, unit: 'DLH' } },
    { path: 'indikator/99/pesan', fields: { text: 'x' } },
    { path: 'bukti/EVIDENCE/hapus', fields: {} },
  ])('is not there for a unit that it does not belong to: $path', async ({ path, fields }) => {
    const at = path.replace('EVIDENCE', evidence);
    for (const unit of ['DLH', 'DINSOS', 'ENTAH']) {
      const { status } = await changingNothing(office, () => post(dinkes, `${unit}/${at}`, fields));

      expect(status).toBe(404);
    }
  });

  it('takes no file for a unit that it does not belong to', async () => {
    const browser = browsers.get(dinkes) ?? new Browser(office.site);
    const _csrf = await browser.proof();
    const body = new FormData();
    body.set('level', '2');
    body.set('unit', 'DLH');
    body.set('file', new Blob([new Uint8Array(await pdf('x'))]), 'x.pdf');
    const path = `/opd/kota-kecil/DLH/indikator/1/berkas?_csrf=${_csrf}`;

    const { status } = await changingNothing(office, () =>
      browser.request(path, { method: 'POST', body, headers: { origin: office.site.url } }),
    );

    expect(status).toBe(404);
  });

  it('is there for the unit that it belongs to', async () => {
    const own = await post(dinkes, 'DINKES/indikator/1/pesan', { text: 'x' });
    const both = await post(dinkes, 'DLH/indikator/2/tautan', { ...link, unit: 'DLH' });

    expect([own.status, both.status]).toEqual([303, 303]);
  });
});
