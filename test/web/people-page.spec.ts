import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Office } from '../api/office.js';
import { coordinator, dinkes, dlh, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { unit } from '../domain/people.js';
import { Browser, redirect } from './browser.js';
import { OfficeDesk, row, said } from './office-desk.js';

const page = '/koordinator/kota-kecil/orang';
const units = 'Kode OPD,Nama OPD,Nama admin,Surel admin,Nama pimpinan,Surel pimpinan\n';
const persons = 'Kode asesor,Nama asesor,Surel asesor,OPD asal\n';
const harm = '"><script>alert(1)</script>';

let office: Office;
let desk: OfficeDesk;

/** While units write; DINSOS has no head. */
beforeAll(async () => {
  const { units: all } = smallCity().people;
  const people = [...all.slice(0, 2), unit('DINSOS', { head: null })];
  office = await Office.open(smallCity({ units: people }), during.selfAssessment);
  await office.moveTo(during.selfAssessment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

const preview = (text: string | Buffer, name = 'peserta.csv') => desk.preview(text, name);

/** To whom mails went because of some work. */
async function mailedBy(work: () => Promise<unknown>): Promise<string[]> {
  const { inbox } = office.site;
  const { count } = inbox;
  await work();
  await office.moveTo(office.now.add({ minutes: 5 }));
  return inbox
    .latest(inbox.count - count)
    .map(({ to }) => /<(.*)>/.exec(to)?.[1] ?? to)
    .sort();
}

describe('the page of people', () => {
  it('says first what is missing, and leads to where it is mended', async () => {
    const { status, text } = await desk.get();

    expect(status).toBe(200);
    expect(text).toContain('1 OPD belum mempunyai pimpinan');
    expect(text).toContain(`<a href="${page}/opd?kode=DINSOS">Dinas DINSOS</a>`);
    expect(text.indexOf('Yang masih kurang')).toBeLessThan(text.indexOf('<table'));
    expect(row(text, 'DLH')).toMatch(
      /^DLH Dinas DLH Bapak admin@dlh\.test &lt;admin@dlh\.test&gt; Bapak head@dlh\.test .* ikut –$/,
    );
  });

  it('is searched, sorted and exported', async () => {
    const { text } = await desk.get('?cari=dinkes&urut=-kode');
    const csv = await (await desk.browser.get(`${page}?format=csv&urut=-kode`)).text();

    expect(row(text, 'DINKES')).toBeDefined();
    expect(row(text, 'DLH')).toBeUndefined();
    const codes = parse(csv, { bom: true, from: 2 }).map(([code]: string[]) => code);
    expect(codes).toEqual(['DLH', 'DINSOS', 'DINKES']);
  });

  it('tells who was there last', async () => {
    await new Browser(office.site).signInByLink(dlh);

    expect(row((await desk.get()).text, 'DLH')).toMatch(/ikut \S+, \d+ \S+ \d{4} pukul/);
  });

  it('lists people by role', async () => {
    const { text } = await desk.get('/peran');

    expect(row(text, `Bapak ${coordinator}`)).toContain(`${coordinator} Koordinator`);
    expect(row(text, 'Bapak a3@')).toContain('Asesor A3 DINKES');
    expect(row(text, 'Bapak head@dinkes')).toContain('Pimpinan DINKES');
    expect(row(text, `Bapak ${dinkes}`)).toContain('Admin OPD DINKES');
  });

  it('gives out a workbook that changes nothing when it comes back', async () => {
    const answer = await desk.browser.get(`${page}/unduh`);
    const workbook = Buffer.from(await answer.arrayBuffer());

    const { status, text } = await preview(workbook, 'peserta.xlsx');

    expect(status).toBe(200);
    expect(text).toContain('Berkas ini tidak mengubah apa pun');
    expect(text).not.toContain('terapkan?');
  });
});

describe('a file of people', () => {
  it('is shown with what comes of it, and changes nothing', async () => {
    const file =
      `${units}DISHUB,Dinas Perhubungan,Bu Ani,ani@dishub.test,,\n` +
      'DLH,Dinas Lingkungan,Bu Sri,sri@dlh.test,,\n';

    const { status, text } = await changingNothing(office, () => preview(file));

    expect(status).toBe(200);
    expect(text).toContain(
      '1 OPD ditambahkan, 1 OPD diubah: 1 tugas dibuat. 2 surel dikirim sekarang.',
    );
    expect(text).toContain('<li>Bu Ani &lt;ani@dishub.test&gt;</li>');
    expect(row(text, 'DISHUB Nama')).toBe('DISHUB Nama Ditambahkan – Dinas Perhubungan');
    expect(row(text, 'DLH Admin')).toBe(
      'DLH Admin Diubah Bapak admin@dlh.test &lt;admin@dlh.test&gt; Bu Sri &lt;sri@dlh.test&gt;',
    );
  });

  it('is taken as it was shown, and mails whom it said', async () => {
    const shown = await preview(`${units}DISHUB,Dinas Perhubungan,Bu Ani,ani@dishub.test,,\n`);

    const mailed = await mailedBy(async () => {
      expect(redirect(await desk.take(shown))).toEqual([303, `${page}?selesai=import`]);
    });

    expect(mailed).toEqual(['ani@dishub.test']);
    const { text } = await desk.get('?selesai=import');
    expect(text).toContain('Perubahan dari berkas telah diterapkan.');
    expect(row(text, 'DISHUB')).toContain('Dinas Perhubungan Bu Ani');
  });

  it('brings in assessors', async () => {
    const shown = await preview(`${persons}A9,Bu Sri,sri@asesor.test,Dinas DLH\nA3,Pak Tri,,\n`);

    await desk.take(shown);

    expect(shown.text).toContain('1 asesor ditambahkan, 1 asesor diubah.');
    const { text } = await desk.get('/peran');
    expect(row(text, 'Bu Sri')).toContain('sri@asesor.test Asesor A9 DLH');
    expect(row(text, 'Pak Tri')).toContain('a3@asesor.test Asesor A3 DINKES');
  });

  it('is shown again when something else would be done by now', async () => {
    const shown = await preview(`${units}DLH,Nama Satu,,,,\n`);
    await desk.take(await preview(`${units}DLH,Nama Dua,,,,\n`));

    const again = await changingNothing(office, async () => said(await desk.take(shown)));

    expect(again.status).toBe(409);
    expect(again.text).toContain('Peserta telah berubah sejak ditunjukkan.');
    expect(row(again.text, 'DLH Nama')).toBe('DLH Nama Diubah Nama Dua Nama Satu');
    expect(redirect(await desk.take(again))).toEqual([303, `${page}?selesai=import`]);
  });

  it('is shown with all of its problems, by row and column', async () => {
    const wrong = `${units}DLH,,A,bukan surel,,\nBARU,,,,,\n`;

    const { status, text } = await changingNothing(office, () => preview(wrong));

    expect(status).toBe(422);
    expect(text).toContain('3 hal perlu diperbaiki. Tidak ada yang berubah');
    expect(row(text, 'peserta.csv 2 Surel admin')).toContain('Bukan alamat surel');
    expect(row(text, 'peserta.csv 3 Nama OPD')).toContain('wajib diisi');
    expect(row(text, 'peserta.csv 3 Surel admin')).toContain('wajib diisi');
  });

  it('says in Indonesian whatever is wrong with it', async () => {
    const rows = [
      ...['dinkes,X,A,a@b.test,,', 'D I,,,,,', ',X,,,,', 'BARU,,,,,', 'DLH,,A,x,,', 'DLH,,A,,,'],
      ...['DLH,Satu,C,c@d.test,,', 'DLH,Dua,C,c@d.test,,', 'DINSOS,\u202e,,,,'],
    ];
    const others = ['A1,,A2@asesor.test,DINKES', 'A1,,,', ',X,,', 'a2,X,x@y.test,', 'A7,,,Entah'];
    const answers = [`${units}${rows.join('\n')}\n`, `${persons}${others.join('\n')}\n`];

    for (const file of answers) {
      const { status, text } = await preview(file);
      expect(status).toBe(422);
      expect(text).toContain('<span lang="id">');
      expect(text).not.toContain('<span lang="en">');
    }
  });

  it('is not trusted when it comes back changed', async () => {
    const shown = await preview(`${units}DLH,Nama Tiga,,,,\n`);
    const content = Buffer.from(`${units}DLH,Nama Empat,,,,\n`).toString('base64');

    const answers = await changingNothing(office, async () => [
      await said(await desk.take(shown, { content })),
      await said(await desk.take(shown, { content: '' })),
      await said(await desk.take(shown, { shown: '' })),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([409, 422, 409]);
  });

  it('may have a name and cells that mean harm', async () => {
    const cell = harm.replaceAll('"', '""');
    const wrong = await preview(`${persons}A1,,,"${cell}"\n`, `${harm}.csv`);
    const right = await preview(`${units}DLH,"${cell}",,,,\n`, `${harm}.csv`);

    expect([wrong.status, right.status]).toEqual([422, 200]);
    for (const { text } of [wrong, right]) {
      expect(text).not.toContain('<script>alert');
      expect(text).toContain('&lt;script&gt;alert(1)');
    }
  });

  it('takes the desk from an admin who is replaced, signed in or by token', async () => {
    const opd = '/opd/kota-kecil/DINSOS';
    const old = new Browser(office.site);
    await old.signInByLink('admin@dinsos.test');
    const before = [
      (await old.get(opd)).status,
      (await office.ask('admin@dinsos.test', 'GET', '')).status,
    ];

    await desk.take(await preview(`${units}DINSOS,,Bu Eka,eka@dinsos.test,,\n`));

    const after = [
      (await old.get(opd)).status,
      (await office.ask('admin@dinsos.test', 'GET', '')).status,
    ];
    expect([before, after]).toEqual([
      [200, 200],
      [404, 404],
    ]);
  });
});
