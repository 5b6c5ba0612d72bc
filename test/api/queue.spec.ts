import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../web/browser.js';
import { Office } from './office.js';
import { a1, a2, coordinator, during, smallCity } from './small-city.js';
import { finish, judge, lead, submit } from './work.js';

interface Review {
  readonly unit: string;
  readonly assessor: string;
  readonly state: string;
  readonly answers: readonly { readonly indicator: { readonly no: number } }[];
}

let office: Office;

/** DINKES is reviewed by A1, who then leaves it to A2. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 1: 2 });
  await office.moveTo(during.review);
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 2 });
  const { status } = await finish(office, a1, 'dokumen', 'DINKES');
  expect(status).toBeLessThan(300);
});

afterAll(() => office.close());

async function reviews(email: string): Promise<readonly [string, string, string, number[]][]> {
  const queue = await office.done<Review[]>(email, 'GET', '/reviews');
  return queue.map(({ unit, assessor, state, answers }) => [
    ...([unit, assessor, state] as const),
    answers.map(({ indicator }) => indicator.no),
  ]);
}

const finished = ['DINKES', 'A1', 'finished', [1]];

describe('the reviews of an assessor', () => {
  it('are their own, as long as they review the unit', async () => {
    expect(await reviews(a1)).toEqual([finished]);
    expect((await reviews(a2)).map(([unit]) => unit).sort()).toEqual(['DINSOS', 'DLH']);
  });

  it('hold the finished one of who has left, as the page of their successor does', async () => {
    const assignments = [{ unit: 'DINKES', assessor: 'A2' }];
    await office.done(coordinator, 'POST', '/assignments', { assignments });
    expect((await reviews(a2)).some(([, assessor]) => assessor === 'A1')).toBe(false);

    await office.done(coordinator, 'DELETE', '/assignments/DINKES/A1');

    expect(await reviews(a2)).toContainEqual(finished);
    const browser = new Browser(office.site);
    await browser.signInByLink(a2);
    const page = await browser.page('/asesor/kota-kecil');
    expect(page).toContain('href="/asesor/kota-kecil/dokumen/DINKES/1"');
  });
});
