import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { ShiftedClock } from '../../src/domain/clock.js';
import { a1, coordinator, dinkes, dlh, during } from '../api/small-city.js';
import { upload } from '../api/uploading.js';
import { judge, submit, write } from '../api/work.js';
import { september } from '../engine/city.js';
import { delayAll, mailTo } from '../engine/stage.js';
import { asked } from '../api/extending.js';
import { sample } from '../platform/files/samples.js';
import { Browser as Visitor } from '../web/browser.js';
import { linksToMails, Site } from '../web/site.js';
import { imports, ofCoordinators } from './coordinator-looks.js';
import { cycle, overflow, Town, type Way } from './town.js';

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** A page, and who looks at it; null: a stranger. */
type Look = readonly [who: string | null, path: string, status: number];

const office = `/koordinator/${cycle}`;
const [own, other, queue] = [`/opd/${cycle}/DINKES`, `/opd/${cycle}/DLH`, `/asesor/${cycle}`];
const head = 'head@dinkes.test';

/** While units write. */
// prettier-ignore
const writing: readonly Look[] = [
  [dinkes,      own,                             200],
  [dinkes,      `${own}/indikator/1`,            200],
  [dinkes,      `${own}/indikator/2`,            200],
  [dlh,         other,                           200],
];

/** While assessors judge: DINKES has sent its answers, DLH is late. */
// prettier-ignore
const reviewing: readonly Look[] = [
  [null,        '/',                             200],
  [null,        '/masuk',                        200],
  [null,        '/masuk/tautan/tidak-ada',       410],
  [null,        '/keluar',                       200],
  [null,        '/tidak-ada',                    404],
  [null,        '/api',                          200],
  [dinkes,      '/',                             200],
  [dinkes,      '/akun',                         200],
  [dinkes,      '/akun/surel',                   200],
  [dinkes,      '/akun/kalender',                200],
  [dinkes,      '/akun/token',                   200],
  [dinkes,      '/surel',                        200],
  [dinkes,      '/surel/tidak-ada',              404],
  [dinkes,      '/surel/MAIL',                   200],
  [dinkes,      '/keluar',                       200],
  [dinkes,      own,                             200],
  [dinkes,      `${own}/indikator/1`,            200],
  [dinkes,      other,                           404],
  [dinkes,      office,                          403],
  [head,        own,                             200],
  [head,        `/pimpinan/${cycle}`,            200],
  [a1,          queue,                           200],
  [a1,          `${queue}/dokumen/DINKES/1`,     200],
  [a1,          `${queue}/dokumen/DINKES/2`,     200],
  [a1,          `${queue}/dokumen/DLH/3`,        404],
  [coordinator, office,                          200],
  [coordinator, `${office}?cari=tidak+ada`,      200],
  [coordinator, `${office}/indikator`,           200],
  [coordinator, `${office}/matriks`,             200],
  [coordinator, `${office}/surat`,               200],
  [coordinator, `${office}/surat?status=sent&kepada=dinkes`, 200],
  [coordinator, `${office}/surat/kirim-ulang`,   200],
  [coordinator, `${office}/jurnal`,              200],
  [coordinator, `${office}/jurnal?opd=DLH&dari=2025-09-01`, 200],
  [coordinator, `${office}/jurnal?dari=kemarin`, 422],
  [coordinator, `${office}/keputusan`,           200],
  [coordinator, `${office}/perubahan`,           200],
  ...ofCoordinators,
  [coordinator, `${office}/penugasan`,           200],
  [coordinator, `${office}/penugasan/usulan?perUnit=2`, 200],
  [coordinator, `${office}/penugasan?cari=dinkes&urut=-opd`, 200],
  [coordinator, `${office}/penugasan/asesor/lepas?opd=DINKES&asesor=A1`, 200],
  [coordinator, `${office}/orang`,               200],
  [coordinator, `${office}/orang/peran`,         200],
  [coordinator, `${office}/orang/opd?kode=DLH`,  200],
  [coordinator, `${office}/orang/opd/hentikan?kode=DLH`, 200],
  [coordinator, `${office}/orang/asesor`,        200],
  [coordinator, `${office}/orang/koordinator`,   200],
  [coordinator, `${office}/orang/sekda`,         200],
  [coordinator, `/pimpinan/${cycle}`,            200],
];

/** The demonstration has more pages, for whoever comes. */
// prettier-ignore
const demonstrated: readonly Look[] = [
  [null,        '/',                             200],
  [null,        '/demonstrasi/peran',            200],
  [null,        '/demonstrasi/peran?cari=xyz',   200],
  [null,        '/demonstrasi/surat',            200],
];

let town: Town;
let demonstration: Site;

beforeAll(async () => {
  town = await Town.open(during.selfAssessment);
  const { office } = town;
  const content = await sample('bukti.pdf');
  await upload(office, { unit: 'DINKES', no: 1, level: 2, name: 'SK.pdf', content });
  await write(office, { unit: 'DINKES', no: 1, level: 3 });
  const message = { text: 'Apakah SK lama masih berlaku?' };
  await office.done(dinkes, 'POST', '/indicators/1/comments', message);
  request = await asked(office, { by: dlh, unit: 'DLH', closes: '2025-09-24' });
  demonstration = await Site.open(false, new ShiftedClock(), september(3));
});

afterAll(async () => {
  await demonstration.close();
  await town.close();
});

type Inspect = (page: Page) => Promise<readonly string[]>;

/** What a tool finds that keeps people from using the page, or makes it hard. */
const barriers: Inspect = async (page) => {
  await page.evaluate(source);
  const options = { iframes: false, resultTypes: ['violations'] };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/** What does not fit, at the width of a phone or of a desk. */
const misfits: Inspect = async (page) => {
  const over = await overflow(page);
  return over.some((pixels) => pixels > 0) ? [`${over.join(' and ')} pixels too wide`] : [];
};

/** The id of a mail to the admin, and of a request for more time. */
let mail = '';
let request = '';

/** Opens all pages, in one tab of each person. @returns them with what was wrong, their status among it */
async function inspected(
  looks: readonly Look[],
  visit: (who: string | null) => Promise<Page>,
  inspect: Inspect,
): Promise<readonly (readonly [...Look, readonly string[]])[]> {
  const tabs = new Map<string | null, Page>();
  const blocked: string[] = [];
  const all: (readonly [...Look, readonly string[]])[] = [];
  for (const [who, path] of looks) {
    const tab = tabs.get(who) ?? (await visit(who));
    if (!tabs.has(who)) {
      tab.on('console', (line) => {
        if (line.text().includes('Content Security Policy')) blocked.push(line.text());
      });
    }
    tabs.set(who, tab);
    const answer = await tab.goto(path.replace('MAIL', mail).replace('REQUEST', request));
    all.push([who, path, answer?.status() ?? 0, [...(await inspect(tab)), ...blocked.splice(0)]]);
  }
  for (const tab of tabs.values()) await tab.context().close();
  return all;
}

function faultless(looks: readonly Look[]) {
  return looks.map((look) => [...look, []]);
}

/** Axe comes by evaluation, which the policy of our pages forbids. */
const withAxe = (who: string | null) => town.visit(who, { bypassCSP: true });
const asIs = (who: string | null) => town.visit(who);

describe('every page', () => {
  it('while units write, has no barrier, fits, and keeps to its policy', async () => {
    expect(await inspected(writing, withAxe, barriers)).toEqual(faultless(writing));
    expect(await inspected(writing, asIs, misfits)).toEqual(faultless(writing));
  });

  it('of the demonstration has no barrier, fits, and keeps to its policy', async () => {
    const { url } = demonstration;
    const visitor = new Visitor(demonstration);
    await visitor.post('/demonstrasi/jam', { stride: 'week' });
    const [mail = 'no mail'] = linksToMails(await visitor.page('/demonstrasi/surat'));
    const looks = [...demonstrated, [null, mail, 200] as const];
    const inDemonstration = (way: Way) => () => town.visit(null, { ...way, baseURL: url });

    expect(await inspected(looks, inDemonstration({ bypassCSP: true }), barriers)).toEqual(
      faultless(looks),
    );
    expect(await inspected(looks, inDemonstration({}), misfits)).toEqual(faultless(looks));
  });

  describe('while assessors judge', () => {
    beforeAll(async () => {
      await submit(town.office, 'DINKES', { 2: 3 });
      await town.office.site.catcher.set({ reject: ['admin@dindik.test'] });
      await town.office.comeBackAt(during.review);
      await judge(town.office, { by: a1, unit: 'DINKES', no: 1, level: 2, finding: true });
      await delayAll(town.office.site.app);
      mail = await mailTo(town.office.site.app, dinkes);
    });

    it('has no barrier', async () => {
      expect(await inspected(reviewing, withAxe, barriers)).toEqual(faultless(reviewing));
    });

    it('fits and keeps to its policy', async () => {
      expect(await inspected(reviewing, asIs, misfits)).toEqual(faultless(reviewing));
    });

    it.each(imports)('shows a file of $kind: $then', async ({ kind, name, text, says }) => {
      const upload = async (page: Page): Promise<Page> => {
        await page.goto(`${office}/${kind}`);
        const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
        await page.getByLabel('Berkas XLSX').setInputFiles(file);
        await page.getByRole('button', { name: 'Lihat perubahan' }).click();
        await page.getByText(says).waitFor();
        return page;
      };
      const [tested, plain] = [await withAxe(coordinator), await asIs(coordinator)];

      expect(await barriers(await upload(tested))).toEqual([]);
      expect(await misfits(await upload(plain))).toEqual([]);

      for (const page of [tested, plain]) await page.context().close();
    });
  });
});
