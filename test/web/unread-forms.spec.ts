import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { a1, coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { lead, submit } from '../api/work.js';
import { Browser } from './browser.js';

const weighing = '/koordinator/kota-kecil/jalan-ke-target/bobot';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 1: 2 });
  await office.moveTo(during.review);
  // What is weighed for the first time is written down; after that an empty form says nothing new.
  const browser = await Browser.of(office.site, coordinator);
  await browser.post(weighing, { _csrf: await browser.proof() });
});

afterAll(() => office.close());

/** Forms whose fields no class lists, and what is answered to one without any. */
const forms = [
  { email: coordinator, path: '/koordinator/kota-kecil/andaikan/varian', status: 422 },
  { email: a1, path: '/asesor/kota-kecil/dokumen/DINKES/1', status: 422 },
  { email: coordinator, path: weighing, status: 303 },
] as const;

it.each(forms)(
  'a form that is read by nobody has no fields: $path',
  async ({ email, path, status }) => {
    const browser = await Browser.of(office.site, email);
    const proof = await browser.proof();
    const headers = { origin: office.site.url, 'x-csrf': proof };
    const bodies = [new FormData(), '<a/>', 'nama=x&level=2'];

    for (const body of bodies) {
      const init = { method: 'POST', headers, body };
      const answer = await changingNothing(office, () => browser.request(path, init));

      expect(answer.status).toBe(status);
    }
  },
);
