import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { coordinator, dinkes, during } from '../api/small-city.js';
import { finish, sheet, write } from '../api/work.js';
import { cycle, overflow, Town } from './town.js';

const fact = 'Perwal 12/2024 "SPBE" <berlaku>;\nditinjau tiap tahun.';
const analysis = 'Sesuai kriteria: 100% & tercatat.';

let town: Town;
let page: Page;

beforeAll(async () => {
  town = await Town.open(during.selfAssessment);
  const { office } = town;
  for (const no of [1, 2]) await write(office, { unit: 'DINKES', no, level: 2 });
  const { answer } = await sheet(office, dinkes, 1);
  const body = { version: answer?.version ?? 0, level: '2', fact, analysis };
  await office.done(dinkes, 'PUT', '/indicators/1/answer', body);
  await finish(office, dinkes, 'mandiri', 'DINKES');
});

afterAll(() => town.close());

const copyOf = (label: string) =>
  page.getByRole('button', { name: `Salin: ${label}`, exact: true });
const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');

/** What the page says beside a button, once it says something. */
async function saidBeside(label: string): Promise<string> {
  const output = page.locator('p', { has: copyOf(label) }).locator('output');
  await output.filter({ hasText: /./ }).waitFor();
  return output.innerText();
}

describe('the page of the portal pack, with a script', () => {
  beforeAll(async () => {
    page = await town.visit(coordinator);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/koordinator/${cycle}/portal?opd=DINKES`);
  });

  it.each([
    { label: 'Fakta 1', text: fact },
    { label: 'Analisis 1', text: analysis },
  ])('puts $label on the clipboard as it was written, and says so', async ({ label, text }) => {
    await copyOf(label).click();

    expect(await saidBeside(label)).toBe('Tersalin.');
    expect(await clipboard()).toBe(text);
  });

  it('fits the window', async () => {
    expect(await overflow(page)).toEqual([0, 0]);
  });
});

describe('the page of the portal pack, without a script', () => {
  it('shows the text to be taken by hand, and no button that does nothing', async () => {
    const plain = await town.visit(coordinator, { javaScriptEnabled: false });
    await plain.goto(`/koordinator/${cycle}/portal?opd=DINKES`);

    expect(await plain.getByLabel('Fakta', { exact: true }).first().inputValue()).toBe(fact);
    expect(await plain.getByRole('button', { name: /^Salin/ }).count()).toBe(0);
  });
});
