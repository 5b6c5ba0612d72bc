import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { a1, during, smallCity } from '../api/small-city.js';
import { lead, submit } from '../api/work.js';
import { Browser, hiddenIn, redirect } from './browser.js';

const desk = '/asesor/kota-kecil';
const answer = `${desk}/dokumen/DINKES/2`;
const action = `${desk}/indikator/2/pesan`;

let office: Office;
let browser: Browser;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 1: 2, 2: 2 });
  await office.moveTo(during.review);
  browser = new Browser(office.site);
  await browser.signInByLink(a1);
});

afterAll(() => office.close());

async function proof(): Promise<string> {
  return await browser.proof();
}

describe('a message of an assessor', () => {
  it('leads back to the answer that it is about, where it stands', async () => {
    const page = await browser.page(answer);
    const [, form = ''] =
      new RegExp(`<form method="post" action="${action}">(.*?)</form>`, 's').exec(page) ?? [];

    const sent = await browser.post(action, { ...hiddenIn(form), text: 'Mana SK-nya?' });

    expect(redirect(sent)).toEqual([303, `${answer}#thread`]);
    const after = await browser.page(answer);
    expect(after).toMatch(/id="thread".*Mana SK-nya\?/s);
  });

  it('leads to the queue when it comes from elsewhere', async () => {
    const sent = await browser.post(action, { _csrf: await proof(), text: 'x' });

    expect(redirect(sent)).toEqual([303, desk]);
  });

  it.each([
    { phase: '//jahat.test', unit: 'DINKES' },
    { phase: '..', unit: '..' },
    { phase: '/', unit: '\\jahat.test' },
    { phase: 'https://jahat.test/', unit: '#' },
    { phase: '?', unit: '\n\r\nx: y' },
  ])('leads nowhere else, whatever a form brings: $phase $unit', async (fields) => {
    const sent = await browser.post(action, { _csrf: await proof(), text: 'x', ...fields });

    const { origin, pathname } = new URL(sent.headers.get('location') ?? '', office.site.url);
    expect(sent.status).toBe(303);
    expect(origin).toBe(office.site.url);
    expect(pathname).not.toMatch(/^\/\//);
    expect([200, 404]).toContain((await browser.get(pathname)).status);
  });
});
