import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { a1, a2, coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { hiddenIn, redirect } from './browser.js';
import { OfficeDesk, row, said } from './office-desk.js';

const page = '/koordinator/kota-kecil/penugasan';
const header = 'Indikator,OPD penanggung jawab,OPD pendukung\n';
const harm = '"><script>alert(1)</script>';

let office: Office;
let desk: OfficeDesk;

/** A1 assesses DINKES, A2 the other two; nobody leads anything. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.assignment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

const preview = (
  text: string | Buffer,
  name = 'penugasan.csv',
  headers: Record<string, string> = {},
) => desk.preview(text, name, headers);

async function release(unit: string, assessor: string): Promise<Response> {
  const { text } = await desk.get(`/asesor/lepas?opd=${unit}&asesor=${assessor}`);
  return desk.post('/asesor/lepas', hiddenIn(text));
}

describe('the page of assignments', () => {
  it('says first what is missing, and leads to where it is mended', async () => {
    const { text } = await desk.get();

    expect(text).toContain('47 indikator belum punya OPD penanggung jawab.');
    expect(text).toContain(`href="${page}?indikator=1#penanggung-jawab"`);
    expect(text.indexOf('Yang masih kurang')).toBeLessThan(text.indexOf('<table'));
    expect(row(text, 'Dinas DLH')).toMatch(/^Dinas DLH Bapak a2@asesor.test Lepas/);
  });

  it('chooses in the form what a link leads to', async () => {
    const text = await desk.browser.page(`${page}?indikator=7&opd=DLH`);

    expect(text).toMatch(/<option value="7" selected>.*<option value="DLH" selected>/s);
  });

  it('sets a lead unit and says so', async () => {
    const answer = await desk.post('/penanggung-jawab', { indicator: '7', lead: 'DLH' });

    expect(redirect(answer)).toEqual([303, `${page}?selesai=lead`]);
    const { text } = await desk.get('?selesai=lead');
    expect(text).toContain('Penanggung jawab telah ditetapkan.');
    expect(row(text, '7.')).toContain('Dinas DLH');
  });

  it('assigns an assessor in addition or instead, and takes one off', async () => {
    const added = await desk.post('/asesor', { unit: 'DINSOS', assessor: 'A1', from: '' });
    const replaced = await desk.post('/asesor', { unit: 'DINSOS', assessor: 'A3', from: 'A1' });
    const { text: between } = await desk.get();
    const released = await release('DINSOS', 'A3');
    const { text } = await desk.get();

    expect([added, replaced, released].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(row(between, 'Dinas DINSOS')).toMatch(/a2@asesor.test.*a3@asesor.test/);
    expect(row(text, 'Dinas DINSOS')).toMatch(/a2@asesor.test Lepas/);
    expect(row(text, 'Dinas DINSOS')).not.toMatch(/a1@|a3@/);
  });

  it.each([
    { fields: { unit: 'DINKES', assessor: 'A3' }, says: 'tidak boleh menilai OPD asalnya' },
    { fields: { unit: 'DINKES', assessor: 'A1' }, says: 'Penugasan itu sudah ada' },
    { fields: { unit: 'ENTAH', assessor: 'A1' }, says: 'OPD itu tidak ada' },
  ])('says on the page why it is refused: $says', async ({ fields, says }) => {
    const answer = await changingNothing(office, () => desk.post('/asesor', fields));

    expect(await said(answer)).toMatchObject({ status: 409, text: expect.stringContaining(says) });
  });

  it('gives out a workbook that changes nothing when it comes back', async () => {
    const workbook = Buffer.from(await (await desk.browser.get(`${page}/unduh`)).arrayBuffer());

    const { status, text } = await preview(workbook, 'penugasan.xlsx');

    expect(status).toBe(200);
    expect(text).toContain('Berkas ini tidak mengubah apa pun');
    expect(text).not.toContain('terapkan?');
  });
});

describe('a file of assignments', () => {
  it('is shown with what comes of it, and changes nothing', async () => {
    const file = 'OPD,Asesor\nDINKES,A1; A2\nDLH,A3\n';

    const { status, text } = await changingNothing(office, () => preview(file));

    expect(status).toBe(200);
    expect(text).toContain('1 penugasan akan ditambahkan, 1 diubah, 0 dihapus.');
    expect(text).toContain('Tidak ada surel yang dikirim sekarang.');
    expect(row(text, 'Dinas DINKES')).toBe(
      'Dinas DINKES Asesor Ditambahkan – Bapak a2@asesor.test',
    );
    expect(row(text, 'Dinas DLH')).toBe(
      'Dinas DLH Asesor Diubah Bapak a2@asesor.test Bapak a3@asesor.test',
    );
  });

  it('is taken as it was shown', async () => {
    const shown = await preview(`${header}1,DINKES,DLH\n7,,\n`);

    const answer = await desk.take(shown);

    expect(shown.text).toContain('2 penugasan akan ditambahkan, 0 diubah, 1 dihapus.');
    expect(redirect(answer)).toEqual([303, `${page}?selesai=import`]);
    const { text } = await desk.get('?selesai=import');
    expect(row(text, '1.')).toMatch(/Dinas DINKES Ganti Dinas DLH/);
    expect(row(text, '7.')).toContain('belum ada');
  });

  it('is shown again when something else would be done by now', async () => {
    const shown = await preview(`${header}9,DINKES,\n`);
    await desk.post('/penanggung-jawab', { indicator: '9', lead: 'DLH' });

    const again = await changingNothing(office, async () => said(await desk.take(shown)));

    expect(again.status).toBe(409);
    expect(again.text).toContain('Penugasan telah berubah sejak ditunjukkan.');
    expect(row(again.text, 'Indikator 9')).toContain('Diubah Dinas DLH Dinas DINKES');
    expect(redirect(await desk.take(again))).toEqual([303, `${page}?selesai=import`]);
  });

  it('is shown with all of its problems, by row and column', async () => {
    const wrong = 'OPD,Asesor\nDINKES,A3\nENTAH,A1\n';

    const { status, text } = await changingNothing(office, () => preview(wrong));
    const script = await preview(wrong, 'penugasan.csv', { 'hx-request': 'true' });

    expect(status).toBe(422);
    expect(text).toContain('2 hal perlu diperbaiki. Tidak ada yang berubah');
    expect(row(text, 'penugasan.csv 2 Asesor')).toContain('OPD asal');
    expect(row(text, 'penugasan.csv 3 OPD')).toContain('OPD &quot;ENTAH&quot; tidak');
    expect(script).toEqual({ status: 200, text });
  });

  it('is not trusted when it comes back changed', async () => {
    const shown = await preview('OPD,Asesor\nDINKES,A2\n');
    const content = Buffer.from('OPD,Asesor\nDINKES,A3\n').toString('base64');

    const answers = await changingNothing(office, async () => [
      await said(await desk.take(shown, { content })),
      await said(await desk.take(shown, { content: '' })),
      await said(await desk.take(shown, { shown: '' })),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 409]);
  });

  it('may have a name and cells that mean harm', async () => {
    const cell = harm.replaceAll('"', '""');
    const wrong = await preview(`OPD,Asesor\n"${cell}",A1\n`, `${harm}.csv`);
    const titled = header.replace('\n', ',Judul\n');
    const right = await preview(`${titled}45,DLH,,"${cell}"\n`, `${harm}.csv`);

    expect([wrong.status, right.status]).toEqual([422, 200]);
    for (const { text } of [wrong, right]) {
      expect(text).not.toContain('<script>alert');
      expect(text).toContain('&lt;script&gt;alert(1)');
    }
  });

  it('may be no larger than is said', async () => {
    expect(await preview('x'.repeat(2 * 1024 * 1024 + 1))).toMatchObject({ status: 422 });
  });
});

describe('a proposal of assessors', () => {
  it('is shown, and taken as it was shown', async () => {
    await release('DINSOS', 'A2');
    const { text } = await changingNothing(office, async () => desk.get('/usulan?perUnit=1'));
    await desk.post('/asesor', { unit: 'DINSOS', assessor: 'A3' });
    const { _csrf = '', ...fields } = hiddenIn(text);

    const stale = await said(await desk.post('/usulan', fields));
    await release('DINSOS', 'A3');
    const taken = await desk.post('/usulan', fields);

    expect(_csrf).toBe(desk.proof);
    expect(text).toContain('1 penugasan akan ditambahkan.');
    expect(stale).toMatchObject({
      status: 409,
      text: expect.stringContaining('Penugasan telah berubah sejak ditunjukkan.'),
    });
    expect(redirect(taken)).toEqual([303, `${page}?selesai=proposal`]);
  });
});

describe('while a review is open', () => {
  beforeAll(() => office.moveTo(during.review));

  it('counts who gets a mail', async () => {
    const { count } = office.site.inbox;
    const shown = await preview('OPD,Asesor\nDINKES,A2\n');

    await desk.take(shown);
    await office.moveTo(during.review.add({ minutes: 5 }));

    const { inbox } = office.site;
    const sent = inbox.latest(inbox.count - count).map(({ to }) => /<(.*)>/.exec(to)?.[1]);
    expect(shown.text).toContain('2 surel dikirim sekarang.');
    expect(sent.sort()).toEqual([a1, a2]);
  });
});
