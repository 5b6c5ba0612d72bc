import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { Office } from '../api/office.js';
import { a1, coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { lead } from '../api/work.js';
import { Browser, redirect } from './browser.js';
import { OfficeDesk, row, said, type Said } from './office-desk.js';

const page = '/koordinator/kota-kecil/orang';

let office: Office;
let desk: OfficeDesk;

/** While units write; DLH leads indicators 3 and 4. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.assignment);
  await lead(office, { 3: 'DLH', 4: 'DLH' });
  await office.moveTo(during.selfAssessment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

/** To whom mails went because of some work. */
async function mailedBy(work: () => Promise<unknown>): Promise<string[]> {
  const { inbox } = office.site;
  const { count } = inbox;
  await work();
  await office.moveTo(office.now.add({ minutes: 5 }));
  const sent = inbox.latest(inbox.count - count);
  return sent.map(({ to }) => /<(.*)>/.exec(to)?.[1] ?? to).sort();
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The form of a unit, with as many admins as are named. */
function saveUnit(fields: Fields): Promise<Response> {
  const body = new URLSearchParams({ _csrf: desk.proof });
  for (const [name, values] of Object.entries({ headName: '', headEmail: '', ...fields })) {
    for (const value of [values].flat()) body.append(name, value);
  }
  const headers = { origin: office.site.url };
  return desk.browser.request(`${page}/opd`, { method: 'POST', body, headers });
}

const dishub = {
  act: 'add',
  code: 'DISHUB',
  name: 'Dinas Perhubungan',
  adminName: ['Bu Ani', '', ''],
  adminEmail: ['ani@dishub.test', '', ''],
};

/** Opens what says what would come of it. */
async function shownAt(path: string): Promise<Said> {
  return changingNothing(office, () => desk.get(path));
}

describe('the form of a unit', () => {
  it('adds one, whose admins are told of the tasks that are open', async () => {
    const mailed = await mailedBy(async () => {
      expect(redirect(await saveUnit(dishub))).toEqual([303, `${page}?selesai=unit-added`]);
    });

    expect(mailed).toEqual(['ani@dishub.test']);
    const { text } = await desk.get('?selesai=unit-added');
    expect(text).toContain('OPD telah ditambahkan.');
    expect(row(text, 'DISHUB')).toContain('Dinas Perhubungan Bu Ani &lt;ani@dishub.test&gt;');
  });

  it('changes its name, its head and its admins, and hands over to who is new', async () => {
    const mailed = await mailedBy(() =>
      saveUnit({
        ...{ act: 'change', code: 'DINSOS', name: 'Dinas Sosial' },
        adminName: ['Bapak admin@dinsos.test', 'Bu Eka'],
        adminEmail: ['admin@dinsos.test', 'eka@dinsos.test'],
        ...{ headName: 'Pak Budi', headEmail: 'budi@dinsos.test' },
      }),
    );

    expect(mailed).toEqual(['eka@dinsos.test']);
    const form = (await desk.get('/opd?kode=DINSOS')).text;
    expect(form).toContain('value="Bu Eka"');
    expect(form).toContain('value="budi@dinsos.test"');
    const journal = await office.site.app.get(DataSource).manager.find(JournalRow, {
      where: { cycle: 'kota-kecil', unit: 'DINSOS' },
      order: { id: 'DESC' },
    });
    const own = journal.filter(({ what }) => what !== 'task');
    expect(own.map(({ what, who }) => [what, who])).toEqual([
      ['admins-replaced', coordinator],
      ['people', coordinator],
    ]);
  });

  it('shows what is wrong beside its field, and keeps what was typed', async () => {
    const answer = await changingNothing(office, () =>
      saveUnit({ ...dishub, code: 'D I', name: '', adminEmail: ['bukan surel', 'x@y.test', ''] }),
    );

    const { status, text } = await said(answer);
    expect(status).toBe(422);
    expect(text).toContain('Belum disimpan.');
    expect(text).toMatch(/id="code-error">Kode terdiri atas/);
    expect(text).toMatch(/id="name-error">Wajib diisi/);
    expect(text).toMatch(/id="adminEmail0-error">Tuliskan satu alamat surel/);
    expect(text).toMatch(/id="adminName1-error">Isi nama dan surelnya/);
    expect(text).toContain('value="bukan surel"');
  });

  it.each([
    { wrong: { code: 'DLH' }, says: /id="code-error">Kode ini sudah dipakai/ },
    {
      wrong: { code: 'X', adminName: ['A', 'B'], adminEmail: ['a@b.test', 'A@b.test'] },
      says: /id="adminEmail1-error">Surel ini sudah tercantum/,
    },
    { wrong: { code: 'X', adminName: '', adminEmail: '' }, says: /id="adminName0-error">Wajib/ },
  ])('takes no unit that $says', async ({ wrong, says }) => {
    const answer = await changingNothing(office, () => saveUnit({ ...dishub, ...wrong }));

    expect(await said(answer)).toMatchObject({ status: 422, text: expect.stringMatching(says) });
  });

  it('is there for no unit that nobody knows', async () => {
    expect((await desk.get('/opd?kode=ENTAH')).status).toBe(404);
    expect((await desk.get('/opd/hentikan?kode=ENTAH')).status).toBe(404);
    expect((await desk.get('/asesor?kode=ENTAH')).status).toBe(404);
    expect((await desk.get('/koordinator?surel=entah@kota.test')).status).toBe(404);
  });
});

describe('retiring a unit', () => {
  it('says first what comes of it, and changes nothing', async () => {
    const { status, text } = await shownAt('/opd/hentikan?kode=DLH');

    expect(status).toBe(200);
    expect(text).toContain('DLH dihentikan: 2 tugas ditutup. Tidak ada surel yang dikirim');
    expect(text).toContain('Indikator 3, 4 kehilangan OPD penanggung jawab.');
  });

  it('is shown again when something else would come of it by then', async () => {
    const shown = await shownAt('/opd/hentikan?kode=DINSOS');
    await lead(office, { 5: 'DINSOS' });

    const again = await changingNothing(office, async () =>
      said(await desk.confirm('/opd/hentikan', shown)),
    );

    expect(again.status).toBe(409);
    expect(again.text).toContain('Keadaan telah berubah');
    expect(again.text).toContain('Indikator 5 kehilangan');
  });

  it('closes the unit to its admins, and lets it come back', async () => {
    const admin = new Browser(office.site);
    await admin.signInByLink('admin@dlh.test');
    const opd = '/opd/kota-kecil/DLH';
    const before = (await admin.get(opd)).status;

    const answer = await desk.confirm('/opd/hentikan', await shownAt('/opd/hentikan?kode=DLH'));

    expect(redirect(answer)).toEqual([303, `${page}?selesai=unit-retired`]);
    expect([before, (await admin.get(opd)).status]).toEqual([200, 404]);
    expect(row((await desk.get()).text, 'DLH')).toContain('dihentikan');
    const { text } = await said(await desk.browser.get('/koordinator/kota-kecil/penugasan'));
    expect(row(text, '3.')).toContain('Dinas DLH (dihentikan)');
    const [missing = ''] = text.split('id="penanggung-jawab"');
    expect(missing).toContain('penugasan?indikator=3#penanggung-jawab"');
    const form = await desk.get('/opd?kode=DLH');
    expect(form.text).toContain('Tambah OPD');
    const back = { ...dishub, code: 'DLH', name: 'Dinas DLH' };
    expect((await saveUnit(back)).status).toBe(303);
    expect(row((await desk.get()).text, 'DLH')).toMatch(/ ikut /);
  });

  it('counts and names who gets a mail, while a review is open', async () => {
    await office.moveTo(during.review);
    const shown = await shownAt('/opd/hentikan?kode=DINKES');

    const mailed = await mailedBy(() => desk.confirm('/opd/hentikan', shown));

    expect(shown.text).toMatch(/DINKES dihentikan: \d tugas ditutup. 1 surel dikirim sekarang./);
    expect(shown.text).toContain('<li>Bapak a1@asesor.test &lt;a1@asesor.test&gt;</li>');
    expect(mailed).toEqual([a1]);
  });
});
