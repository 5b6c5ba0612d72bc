import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { wib } from '../engine/city.js';
import { hiddenIn, redirect } from './browser.js';
import { OfficeDesk } from './office-desk.js';

const page = '/koordinator/kota-kecil';

let office: Office;
let desk: OfficeDesk;

/** Two days before the end of the self-assessment; everybody was late with the briefing. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(wib('2025-09-10T10:00'));
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

interface Item {
  readonly says: string;
  /** What WhatsApp is opened with. */
  readonly text: string | null;
  readonly task: string;
}

/** The items of a list. */
async function items(section: 'terlambat' | 'mendekati-tenggat'): Promise<Item[]> {
  const { text } = await desk.get();
  const [, list = ''] = new RegExp(`<section id="${section}">(.*?)</section>`).exec(text) ?? [];
  return [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => {
    const [, link = null] = /href="(https:\/\/wa\.me\/[^"]*)"/.exec(item) ?? [];
    return {
      says: item
        .replaceAll(/<\/?bdi>/g, '')
        .replace(/(<[^>]*>|\s)+/g, ' ')
        .trim(),
      text: link && new URL(link).searchParams.get('text'),
      task: hiddenIn(item)['task'] ?? '',
    };
  });
}

describe('reminding a unit by other means', () => {
  it('has a text ready for who is close to the deadline', async () => {
    const [first] = (await items('mendekati-tenggat')).filter(({ says }) => /DINKES/.test(says));

    expect(first?.says).toMatch(
      /^mandiri · Dinas DINKES: tenggat Jumat, 12 September 2025 \(2 hari lagi\)/,
    );
    expect(first?.text).toMatch(
      /^Yth\. Bapak\/Ibu Admin Dinas DINKES\n\nDengan hormat,\n\nTahap mandiri \(.+\) untuk Dinas DINKES belum diselesaikan\. Tenggatnya Jumat, 12 September 2025 \(2 hari lagi\)\. Mohon berkenan menyelesaikannya melalui:\nhttps?:\/\/\S+\/kerja\/kota-kecil\/mandiri\/DINKES\n\nAtas perhatian/,
    );
  });

  it('has another one for who is late', async () => {
    const late = await items('terlambat');

    const [dlh] = late.filter(({ says }) => /DLH/.test(says));
    expect(dlh?.text).toContain(
      'belum diselesaikan, sedangkan tenggatnya Jumat, 5 September 2025 (terlambat 5 hari). Mohon berkenan menghubungi kami',
    );
  });

  it('has none for the shared task of the coordinators', async () => {
    const late = await items('terlambat');

    expect(late.filter(({ text }) => text === null).map(({ says }) => says)).toEqual([
      'penetapan: tenggat Jumat, 5 September 2025 (terlambat 5 hari)',
    ]);
  });

  it('opens a page of its own that learns nothing of ours', async () => {
    const { text } = await desk.get();

    const links = text.match(/<a [^>]*wa\.me[^>]*>/g) ?? [];
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link).toContain('target="_blank" rel="noopener noreferrer"');
  });

  it('is recorded with who did it, and shown to the other coordinators; nothing is sent', async () => {
    const { count } = office.site.inbox;
    const [first] = await items('mendekati-tenggat');

    const answer = await desk.post('/diingatkan', { task: first?.task ?? '' });
    await office.moveTo(office.now.add({ minutes: 5 }));

    expect(redirect(answer)).toEqual([303, `${page}#terlambat`]);
    expect(office.site.inbox.count).toBe(count);
    const [after, other] = await items('mendekati-tenggat');
    expect(after?.says).toContain(
      `Terakhir diingatkan oleh ${coordinator}, Rabu, 10 September 2025 pukul 10.00 WIB.`,
    );
    expect(other?.says).not.toContain('Terakhir diingatkan');
    const entries = await office.site.app
      .get(DataSource)
      .query<object[]>(`SELECT who, phase, unit, task FROM journal WHERE what = 'nudged'`);
    const [, unit] = /Dinas (\w+)/.exec(first?.says ?? '') ?? [];
    expect(entries).toEqual([{ who: coordinator, phase: 'mandiri', unit, task: first?.task }]);
  });

  it('is not recorded of what nobody has to be reminded of', async () => {
    const [shared] = await office.site.app
      .get(DataSource)
      .query<{ id: string }[]>(`SELECT id FROM task WHERE phase = 'penetapan'`);

    const answers = await changingNothing(office, async () => [
      await desk.post('/diingatkan', { task: 'tidak ada' }),
      await desk.post('/diingatkan', { task: shared?.id ?? '' }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('speaks English to the coordinator, and Indonesian to the unit', async () => {
    await desk.browser.get('/bahasa/en');
    const [first] = await items('mendekati-tenggat');
    await desk.browser.get('/bahasa/id');

    expect(first?.says).toContain('Remind by WhatsApp Note that they were reminded');
    expect(first?.text).toMatch(/^Yth\. Bapak\/Ibu/);
  });
});
