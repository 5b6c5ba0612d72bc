import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { recomputed } from '../../src/assessment/frozen-result.js';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { shipped } from '../config/office.js';
import type { Office } from '../api/office.js';
import { delayAll, mailTo } from '../engine/stage.js';
import { statementsOf } from '../engine/statements.js';
import { Browser } from './browser.js';
import { filledCity } from './filled-city.js';

const coordinator = 'koordinator@kota.test';
const admin = 'admin@opd-1.test';
const head = 'head@opd-1.test';
const assessor = 'a1@asesor.test';
const office = '/koordinator/september';

const pages: readonly { readonly email: string; readonly path: string }[] = [
  { email: coordinator, path: '/' },
  { email: coordinator, path: office },
  { email: coordinator, path: `${office}?format=csv` },
  { email: coordinator, path: `${office}/keputusan` },
  { email: coordinator, path: `${office}/berita-acara/mandiri` },
  { email: coordinator, path: `${office}/berita-acara/mandiri/unduh` },
  { email: coordinator, path: `${office}/portal` },
  { email: coordinator, path: `${office}/portal/berkas` },
  { email: coordinator, path: `${office}/gangguan` },
  { email: coordinator, path: `${office}/indikator` },
  { email: coordinator, path: `${office}/matriks` },
  { email: coordinator, path: `${office}/tren` },
  { email: head, path: '/pimpinan/september/tren' },
  { email: coordinator, path: `${office}/tahun-lalu` },
  { email: coordinator, path: `${office}/tahun-lalu/hasil/2010` },
  { email: coordinator, path: `${office}/surat` },
  { email: coordinator, path: `${office}/surat?status=sent&jenis=opened&kepada=admin&format=csv` },
  { email: coordinator, path: `${office}/surat/kirim-ulang` },
  { email: coordinator, path: `${office}/jurnal` },
  { email: coordinator, path: `${office}/perubahan` },
  { email: coordinator, path: `${office}/perubahan/berkas` },
  { email: coordinator, path: `${office}/jadwal-surat?hari=semua` },
  { email: coordinator, path: `${office}/coba?cara=everybody` },
  { email: coordinator, path: `${office}/jadwal-surat/kalender` },
  { email: coordinator, path: `${office}/webhook` },
  {
    email: coordinator,
    path: `${office}/jadwal-surat/surat?waktu=2025-09-19T01:00:00Z&kepada=${assessor}`,
  },
  { email: coordinator, path: `${office}/jurnal?cari=OPD&siapa=kota&dari=2025-09-02&urut=-apa` },
  { email: coordinator, path: `${office}/jurnal?jenis=task&format=csv` },
  { email: coordinator, path: `${office}/penugasan` },
  { email: coordinator, path: `${office}/penugasan/usulan` },
  { email: coordinator, path: `${office}/orang` },
  { email: coordinator, path: `${office}/orang/peran` },
  { email: coordinator, path: `${office}/orang/opd?kode=OPD-1` },
  { email: coordinator, path: `${office}/orang/opd/hentikan?kode=OPD-1` },
  { email: coordinator, path: `${office}/orang/asesor?kode=A1` },
  { email: coordinator, path: `${office}/kemajuan` },
  { email: coordinator, path: `${office}/laporan` },
  { email: coordinator, path: `${office}/hasil-publik` },
  { email: coordinator, path: `${office}/kemajuan?format=csv` },
  { email: head, path: `${office}/kemajuan` },
  { email: coordinator, path: '/pimpinan/september' },
  { email: head, path: '/pimpinan/september' },
  { email: coordinator, path: `${office}/andaikan?tingkat-1=5` },
  { email: head, path: `${office}/jalan-ke-target` },
  { email: admin, path: '/surel' },
  { email: assessor, path: '/surel/MAIL' },
  { email: admin, path: '/opd/september/OPD-1' },
  { email: admin, path: '/opd/september/OPD-1/indikator/1' },
  { email: assessor, path: '/asesor/september' },
  { email: assessor, path: '/asesor/september/dokumen/OPD-1/1' },
  { email: admin, path: '/kerja/september/mandiri/OPD-1' },
];

interface Asked {
  readonly statements: string[];
  readonly length: number;
}

let few: Map<object, Asked>;
let many: Map<object, Asked>;

const opened: Office[] = [];

beforeAll(async () => {
  const small = await filledCity({ units: 5, answers: 2, more: [] });
  opened.push(small);
  await addYears(small, 1);
  few = await asked(small);
  const large = await filledCity({ units: 60, answers: 40, more: [41, 42, 43, 44] });
  opened.push(large);
  await addRows(large);
  await addYears(large, 8);
  many = await asked(large);
});

afterAll(async () => {
  for (const city of opened) await city.close();
});

/** What the pages say to the database, each opened by who has it. */
async function asked({ site }: Office): Promise<Map<object, Asked>> {
  const browsers = new Map<string, Browser>();
  for (const email of [coordinator, admin, head, assessor]) {
    const browser = new Browser(site);
    await browser.signInByLink(email);
    browsers.set(email, browser);
  }
  const mail = await mailTo(site.app, assessor);
  const all = new Map<object, Asked>();
  for (const page of pages) {
    let answer = { status: 0, text: '' };
    const statements = await statementsOf(site.app, async () => {
      const response = await browsers.get(page.email)?.get(page.path.replace('MAIL', mail));
      answer = { status: response?.status ?? 0, text: (await response?.text()) ?? '' };
    });
    if (answer.status >= 400 || answer.status === 0)
      throw new Error(`${page.path}: ${answer.status}`);
    all.set(page, { statements, length: answer.text.length });
  }
  return all;
}

/** Results of earlier years, as they are kept. */
async function addYears({ site }: Office, years: number): Promise<void> {
  const instrument = loadInstrument(shipped, 'spbe-2020');
  const levels = Object.fromEntries(instrument.indicators.map(({ no }) => [no, '3']));
  const published = recomputed({ instrument, levels });
  const frozen = {
    ...{ code: 'spbe-2010', instrument, levels, claimed: {}, notes: {}, published },
    ...{ stated: { index: '3.00', predikat: 'Baik' }, differs: null, replaces: null },
    ...{ file: { name: 'a.csv', sha256: 'x', size: 1 }, journal: { entries: 1, hash: 'x' } },
  };
  await site.app.get(DataSource).query(
    `INSERT INTO earlier_result (cycle, year, version, imported_at, imported_by, frozen)
     SELECT 'september', 2010 + n, 1, now(), 'kota', $1::jsonb || jsonb_build_object('year', 2010 + n)
     FROM generate_series(0, $2::int - 1) n`,
    [JSON.stringify(frozen), years],
  );
}

/** A hundred more pieces of evidence and words on the first answer, and what every unit asks for. */
async function addRows({ site }: Office): Promise<void> {
  await delayAll(site.app);
  const db = site.app.get(DataSource);
  await db.query(`
    INSERT INTO evidence (cycle, id, indicator, level, unit, series, version, attachment, attached_at, attached_by)
    SELECT 'september', gen_random_uuid(), 1, 2, 'OPD-1', gen_random_uuid(), 1,
      '{"kind": "link", "name": "Bukti", "url": "https://berkas.test/lain"}', now(), 'kota'
    FROM generate_series(1, 100)`);
  await db.query(`
    INSERT INTO comment (id, cycle, indicator, text, author, side, objection, at)
    SELECT gen_random_uuid(), 'september', 1, 'Kata ' || n, 'a1@asesor.test', 'assessor', false, now()
    FROM generate_series(1, 100) n`);
  // Twenty of them have not finished, and still wait.
  await db.query(`
    UPDATE task SET state = 'lapsed'
    WHERE phase = 'mandiri' AND unit IN (SELECT 'OPD-' || n FROM generate_series(41, 60) n)`);
  await db.query(`
    INSERT INTO extension_request (cycle, id, phase, unit, state, wish, reason, letter, file, asked_by,
      asked_at, note)
    SELECT 'september', gen_random_uuid(), 'mandiri', 'OPD-' || n, 'waiting', '2025-10-30', 'Alasan', '1/X',
      '{"kind": "file", "name": "a.pdf", "sha256": "x", "size": 1, "type": "application/pdf"}', 'kota', now(), ''
    FROM generate_series(1, 60) n`);
}

describe('a page of a desk', () => {
  it.each(pages)(
    'says as much to the database for 60 units as for 5: $path, for $email',
    (page) => {
      const [small, large] = [few.get(page), many.get(page)];

      expect(small?.statements.length).toBeGreaterThan(0);
      expect(large?.statements).toEqual(small?.statements);
    },
  );

  it('reads a cycle, its tasks and its people once for the start page, whatever it shows of them', () => {
    const page = pages.find(({ path }) => path === '/');
    const statements = few.get(page ?? {})?.statements ?? [];

    expect(statements.filter((each) => each.includes('FROM "task"'))).toHaveLength(1);
    expect(statements.filter((each) => each.includes('FROM "unit"'))).toHaveLength(1);
  });

  it.each(['/berita-acara/mandiri', '/berita-acara/mandiri/unduh', '/tahun-lalu'])(
    'reads the cycle, its tasks and its people once: %s',
    (path) => {
      const page = pages.find((each) => each.path === `${office}${path}`);
      const statements = few.get(page ?? {})?.statements ?? [];

      const ofTasks = statements.filter((each) => each.includes('FROM "task"'));
      expect(ofTasks).toHaveLength(1);
    },
  );

  it('is longer where there is more to show', () => {
    const longer = pages.filter((page) => {
      return (many.get(page)?.length ?? 0) > (few.get(page)?.length ?? 0);
    });

    const ofUnitsAndEvidence = pages.filter(
      ({ path }) =>
        !/^\/kerja\/|^\/surel$|\/indikator$|\/orang\/opd\?|\/kirim-ulang$|\/kalender$|\/webhook$|\/perubahan\/berkas$|\/andaikan\?|\/jalan-ke-target$|\/hasil\/2010$|\/laporan$|\/hasil-publik$/.test(
          path,
        ),
    );
    expect(longer).toEqual(ofUnitsAndEvidence);
  });
});
