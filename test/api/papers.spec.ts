import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PortalPack } from '../../src/report/portal/portal.js';
import { pdfText } from '../notice/pdf-text.js';
import { zipEntries } from '../report/zip-entries.js';
import { Office } from './office.js';
import { coordinator, dinkes, during, smallCity } from './small-city.js';
import { pdf, upload } from './uploading.js';
import { lead, link, submit, words, write, type Refused } from './work.js';

let office: Office;

/** DINKES has sent 1 and 2; DLH only has a draft of 3. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DLH' });
  await office.moveTo(during.selfAssessment);
  const content = await pdf('bukti');
  await upload(office, { unit: 'DINKES', no: 1, level: 2, name: 'SK.pdf', content });
  await write(office, { unit: 'DLH', no: 3, level: 2 });
  await link(office, { unit: 'DINKES', no: 1, level: 2 });
  await submit(office, 'DINKES', { 1: 2, 2: 2 });
  await office.moveTo(during.review);
});

afterAll(() => office.close());

async function minutes(query = ''): Promise<string> {
  const answer = await office.send(coordinator, 'GET', `/minutes/mandiri${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return (await pdfText(Buffer.from(await answer.arrayBuffer()))).join(' ');
}

describe('the minutes of a phase', () => {
  it('are a PDF with what the caller fills in', async () => {
    const text = await minutes('?number=060%2F1&date=2025-09-15&place=Kota%20Kecil');

    expect(text).toContain('Nomor: 060/1 Pada hari ini, Senin tanggal lima belas bulan September');
    expect(text).toContain('bertempat di Kota Kecil');
    expect(text).toContain('Mengajukan tepat waktu (1)');
    expect(text).toContain('Terlambat: tidak mengajukan sampai tenggat (2)');
  });

  it('leave out what nobody fills in', async () => {
    expect(await minutes()).toMatch(/Nomor: …+ Pada hari ini, …+ tanggal …+/);
  });

  it.each([
    ['dokumen', '', 409, 'not_closed'],
    ['tidak-ada', '', 404, 'unknown_phase'],
    ['mandiri', '?date=kemarin', 422, 'wrong_input'],
    ['mandiri', '?date=2025-09-11', 422, 'wrong_input'],
  ])('are refused of %s%s', async (phase, query, status, code) => {
    const answer = await office.ask<Refused>(coordinator, 'GET', `/minutes/${phase}${query}`);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('say of an open phase when it closes', async () => {
    const { body } = await office.ask<Refused>(coordinator, 'GET', '/minutes/dokumen');

    expect(body.detail).toEqual({ phase: 'dokumen', state: 'open', closes: '2025-09-19' });
  });

  it('are for coordinators', async () => {
    expect((await office.ask(dinkes, 'GET', '/minutes/mandiri')).status).toBe(403);
    const elsewhere = office.about('kota-lain');
    expect((await elsewhere.ask(coordinator, 'GET', '/minutes/mandiri')).status).toBe(404);
  });
});

describe('the pack for the portal', () => {
  it('says in JSON what is to be typed over, in the order of the instrument', async () => {
    const pack = await office.done<PortalPack>(coordinator, 'GET', '/portal');

    expect(pack.indicators.map(({ no }) => no)).toEqual(
      Array.from({ length: 47 }, (_, index) => index + 1),
    );
    expect(pack.indicators[0]).toMatchObject({
      ...{ key: 'D1 A1 ID-1', state: 'sent', claimed: '2', verified: null, ...words },
      lead: { code: 'DINKES', name: 'Dinas DINKES' },
      evidence: expect.arrayContaining([
        expect.objectContaining({ name: 'A1-I1_SK_2025.pdf', original: 'SK.pdf', level: 2 }),
        expect.objectContaining({ file: null, url: 'https://berkas.test/2' }),
      ]) as object,
    });
    expect(pack.indicators[2]).toMatchObject({
      ...{ state: 'not-sent', claimed: null, fact: '', analysis: '', evidence: [] },
    });
  });

  it('is an archive of the same, with the files', async () => {
    const answer = await office.send(coordinator, 'GET', '/portal-pack?domain=D1&unit=DINKES');

    expect(answer.headers.get('content-type')).toBe('application/zip');
    const disposition = answer.headers.get('content-disposition');
    expect(disposition).toBe('attachment; filename=portal-kota-kecil-D1-DINKES.zip');
    const entries = await zipEntries(Buffer.from(await answer.arrayBuffer()));
    const names = [...entries.keys()].map((path) => path.replace(/.*\//, ''));
    expect(names).toEqual([
      ...['A1-I1_SK_2025.pdf', 'A1-I1_Jawaban_2025.txt', 'A1-I2_Jawaban_2025.txt'],
      ...['daftar.csv', 'daftar.xlsx'],
    ]);
  });

  it.each(['/portal', '/portal-pack'])('is for coordinators: %s', async (path) => {
    expect((await office.ask(dinkes, 'GET', path)).status).toBe(403);
    expect((await office.about('kota-lain').ask(coordinator, 'GET', path)).status).toBe(404);
  });
});
