import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { dinkes, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { filesIn, pdf } from '../api/uploading.js';
import { lead } from '../api/work.js';
import { Browser, hiddenIn } from './browser.js';

const page = '/opd/kota-kecil/DINKES/indikator/1';

let office: Office;
let browser: Browser;
let proof = '';

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  browser = new Browser(office.site);
  await browser.signInByLink(dinkes);
  proof = await browser.proof();
});

afterAll(() => office.close());

interface Sent {
  readonly version: string;
  readonly fact: string;
  readonly file?: { readonly name: string; readonly content: Buffer };
}

/** As a browser without script sends the form by its second button. */
async function send({ version, fact, file }: Sent) {
  const body = new FormData();
  const texts = { version, level: '2', fact, analysis: 'Sesuai.', evidenceLevel: '2' };
  for (const [name, value] of Object.entries(texts)) body.set(name, value);
  // A field that was left empty comes without a name and without content.
  body.set('file', new Blob(file ? [new Uint8Array(file.content)] : []), file?.name ?? '');
  const answer = await browser.request(`${page}/berkas-dan-draf?_csrf=${proof}`, {
    ...{ method: 'POST', body, headers: { origin: office.site.url } },
  });
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
}

async function versionNow(): Promise<string> {
  return hiddenIn(await browser.page(page))['version'] ?? '';
}

describe('the form of an answer that is sent with a file', () => {
  it('keeps what was typed, and attaches the file', async () => {
    const file = { name: 'SK.pdf', content: await pdf('satu') };

    const { status, to } = await send({ version: '0', fact: 'Antrean daring.', file });

    expect([status, to]).toEqual([303, `${page}?tersimpan#evidence-2`]);
    const shown = await browser.page(page);
    expect(shown).toContain('Antrean daring.</textarea>');
    expect(shown).toContain('>SK.pdf</a>');
  });

  it('keeps what was typed where the file is none, and says so', async () => {
    const before = await filesIn(office);
    const file = { name: 'SK.pdf', content: Buffer.from('bukan PDF') };

    const { status, text } = await send({ version: await versionNow(), fact: 'Baru.', file });

    expect(status).toBe(422);
    expect(text).toMatch(/<details open>\s*<summary>Unggah berkas<\/summary>\s*<p class="error"/);
    expect(await browser.page(page)).toContain('Baru.</textarea>');
    expect(await filesIn(office)).toEqual(before);
  });

  it('may come without a file', async () => {
    const { status, to } = await send({ version: await versionNow(), fact: 'Tanpa berkas.' });

    expect([status, to]).toEqual([303, `${page}?tersimpan`]);
    expect(await browser.page(page)).toContain('Tanpa berkas.</textarea>');
  });

  it('takes neither where somebody else has written meanwhile, and shows both texts', async () => {
    const before = await filesIn(office);
    const file = { name: 'SK.pdf', content: await pdf('dua') };

    const { status, text } = await changingNothing(office, () =>
      send({ version: '0', fact: 'Terlambat.', file }),
    );

    expect(status).toBe(409);
    expect(text).toContain('Terlambat.</textarea>');
    expect(text).toContain('Tanpa berkas.</p>');
    expect(await filesIn(office)).toEqual(before);
  });

  it('leaves no file behind where its texts are no answer', async () => {
    const before = await filesIn(office);
    const file = { name: 'SK.pdf', content: await pdf('tiga') };

    const { status } = await changingNothing(office, () =>
      send({ version: 'x', fact: 'Salah.', file }),
    );

    expect(status).toBe(400);
    expect(await filesIn(office)).toEqual(before);
  });
});
