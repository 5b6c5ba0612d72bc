import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { deputy, dinkes, during } from '../api/small-city.js';
import { adminOf } from '../api/work.js';
import { sample } from '../platform/files/samples.js';
import { cycle, narrow, overflow, Town, wide } from './town.js';

let town: Town;
let pdf: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
  town = await Town.open(during.selfAssessment);
  pdf = { name: 'SK.pdf', mimeType: 'application/pdf', buffer: await sample('bukti.pdf') };
});

afterAll(() => town.close());

function deskOf(unit: string): string {
  return `/opd/${cycle}/${unit}`;
}

function evidence(page: Page, level: number): Locator {
  return page.getByRole('region', { name: `Tingkat ${level}` });
}

async function choose(page: Page, level: number): Promise<void> {
  await page.getByRole('radio', { name: `Tingkat ${level}` }).check();
}

/** Without script the file goes with the answer, whatever stands in it by then. */
async function uploadWithDraft(page: Page, level: number): Promise<void> {
  await page.getByLabel('Untuk tingkat').selectOption(String(level));
  await page.getByLabel('Berkas').filter({ visible: true }).setInputFiles(pdf);
  await page.getByRole('button', { name: 'Simpan draf dan unggah' }).click();
}

async function upload(page: Page, level: number, file = pdf): Promise<void> {
  const place = evidence(page, level);
  await place.getByText('Unggah berkas').click();
  await place.getByLabel('Berkas').setInputFiles(file);
  await place.getByRole('button', { name: 'Unggah' }).click();
}

/** What stands in the form. */
async function typed(page: Page) {
  return {
    level: await page.locator('input[name=level]:checked').getAttribute('value'),
    fact: await page.getByLabel('Fakta').inputValue(),
    analysis: await page.getByLabel('Analisis').inputValue(),
  };
}

async function saved(page: Page, text = /Tersimpan pukul \d\d\.\d\d/): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor();
}

describe.each([
  { unit: 'DLH', no: 3, how: 'on a desk', way: { viewport: wide } },
  { unit: 'DINSOS', no: 4, how: 'on a phone', way: { viewport: narrow } },
  {
    ...{ unit: 'DINDIK', no: 5, how: 'on a phone without script' },
    way: { viewport: narrow, javaScriptEnabled: false },
  },
])('an admin of a unit, $how', ({ unit, no, way }) => {
  const answer = { level: '3', fact: 'Antrean daring\ndi 14 puskesmas.', analysis: 'Sesuai.' };
  let page: Page;

  beforeAll(async () => {
    page = await town.visit(adminOf(unit), way);
  });

  it('sees what is due, and opens an indicator', async () => {
    await page.goto(deskOf(unit));
    const due = await page.getByRole('listitem').innerText();
    expect(await overflow(page)).toEqual([0, 0]);

    await page.getByRole('rowheader').getByRole('link').click();

    expect(due).toContain('mandiri Jumat, 12 September 2025 (3 hari lagi)');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(`${no}. Tingkat`);
    expect(await overflow(page)).toEqual([0, 0]);
  });

  it('writes an answer, which is saved', async () => {
    await choose(page, 3);
    await page.getByLabel('Fakta').fill(answer.fact);
    await page.getByLabel('Analisis').fill(answer.analysis);
    if (way.javaScriptEnabled === false) {
      await page.getByRole('button', { name: 'Simpan draf', exact: true }).click();
      await saved(page, /Draf tersimpan/);
    } else await saved(page);

    await page.reload();

    expect(await typed(page)).toEqual(answer);
  });

  it('is told what is missing for the level claimed, with a way there', async () => {
    await page.goto(deskOf(unit));

    const [sent] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Kirim' }).click(),
    ]);
    const gaps = page.getByRole('alert').getByRole('link');
    await gaps.first().waitFor();

    expect(sent.status()).toBe(422);
    expect(await gaps.allInnerTexts()).toEqual([
      `${no}: bukti dukung belum diunggah (tingkat 2)`,
      `${no}: bukti dukung belum diunggah (tingkat 3)`,
    ]);
    expect(await overflow(page)).toEqual([0, 0]);
    await gaps.first().click();
    await page.waitForURL(`**/indikator/${no}`);
  });

  it('uploads the evidence', async () => {
    const isWithoutScript = way.javaScriptEnabled === false;
    if (isWithoutScript) {
      answer.analysis = 'Sesuai, dan ditulis sesaat sebelum mengunggah.';
      await page.getByLabel('Analisis').fill(answer.analysis);
    }
    for (const level of [2, 3]) {
      await (isWithoutScript ? uploadWithDraft(page, level) : upload(page, level));
      await evidence(page, level).getByRole('link', { name: 'SK.pdf' }).waitFor();
    }

    expect(await page.getByText('Bukti yang ada mendukung tingkat 3').count()).toBe(1);
    expect(await typed(page)).toEqual(answer);
    expect(await overflow(page)).toEqual([0, 0]);
  });

  it('sends it, and finds it locked', async () => {
    await page.goto(deskOf(unit));
    await page.getByRole('button', { name: 'Kirim' }).click();
    await saved(page, /Terkirim\. Terima kasih\./);
    const states = await page.locator('td .badge').allInnerTexts();

    await page.getByRole('rowheader').getByRole('link').click();
    await page.getByText('Jawaban ini terkunci.').waitFor();

    expect(states).toEqual(['Terkirim']);
    expect(await page.getByLabel('Fakta').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /Simpan|Unggah|Hapus/ }).count()).toBe(0);
  });
});

describe('two admins of a unit who write at once', () => {
  it('both keep what they wrote, and the second is told what the first has saved', async () => {
    const [first, second] = [await town.visit(dinkes), await town.visit(deputy)];
    for (const page of [first, second]) await page.goto(`${deskOf('DINKES')}/indikator/1`);
    const written = { level: '2', fact: 'Tulisan wakil.', analysis: 'Alasan wakil.' };

    await first.getByLabel('Fakta').fill('Tulisan admin.');
    await saved(first);
    await choose(second, 2);
    await second.getByLabel('Fakta').fill(written.fact);
    await second.getByLabel('Analisis').fill(written.analysis);
    await saved(second, /admin@dinkes\.test telah menyimpan versi lain/);
    await second.getByRole('button', { name: 'Simpan draf', exact: true }).click();
    const told = await second.getByRole('alert').innerText();

    expect(told).toMatch(/admin@dinkes\.test telah menyimpan versi lain(.|\n)*Tulisan admin\./);
    expect(await typed(second)).toEqual(written);

    await second.getByRole('button', { name: 'Simpan draf', exact: true }).click();
    await second.getByRole('alert').waitFor({ state: 'detached' });
    await first.reload();
    expect(await typed(first)).toEqual(written);
  });
});

describe('what goes wrong while somebody writes', () => {
  let page: Page;

  beforeAll(async () => {
    page = await town.visit(dinkes);
    await page.goto(`${deskOf('DINKES')}/indikator/2`);
  });

  it('is said when nothing can be reached, and the draft is saved when they go on', async () => {
    await page.context().setOffline(true);
    await page.getByLabel('Fakta').fill('Tanpa jaringan.');
    await saved(page, /Belum tersimpan/);

    await page.context().setOffline(false);
    await page.getByLabel('Fakta').fill('Dengan jaringan.');

    await saved(page);
  });

  it('is said beside the upload when a file is not taken', async () => {
    const script = { name: 'a.sh', mimeType: 'text/plain', buffer: Buffer.from('#!/bin/sh\n') };

    await upload(page, 4, script);

    await evidence(page, 4).getByText('Jenis berkas ini tidak dapat diterima.').waitFor();
    expect(await page.getByLabel('Fakta').inputValue()).toBe('Dengan jaringan.');
  });

  it('is said on the page when a link is not taken, with what was typed', async () => {
    const place = evidence(page, 5);
    await place.getByText('Unggah berkas').click();
    await place.getByLabel('Nama').fill('Berkas bersama');
    await place.getByLabel('Alamat tautan').fill('ftp://berkas.test/5');

    await place.getByRole('button', { name: 'Lampirkan tautan' }).click();

    await place.getByText('Tautan harus dimulai dengan http:// atau https://.').waitFor();
    expect(await place.getByLabel('Alamat tautan').inputValue()).toBe('ftp://berkas.test/5');
    expect(await place.getByLabel('Nama').inputValue()).toBe('Berkas bersama');
  });

  it('keeps what was typed in the last moment before an upload', async () => {
    await page.goto(`${deskOf('DINKES')}/indikator/2`);
    const fact = 'Diketik sesaat sebelum mengunggah';
    await page.getByLabel('Fakta').fill(fact);
    const count = await evidence(page, 2).getByRole('link', { name: 'SK.pdf' }).count();

    await upload(page, 2);

    await evidence(page, 2).getByRole('link', { name: 'SK.pdf' }).nth(count).waitFor();
    expect(await page.getByLabel('Fakta').inputValue()).toBe(fact);
  });
});
