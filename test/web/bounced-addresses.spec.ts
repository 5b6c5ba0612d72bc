import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Office } from '../api/office.js';
import { coordinator, dlh, during, smallCity } from '../api/small-city.js';
import { wib } from '../engine/city.js';
import { OfficeDesk, row } from './office-desk.js';

const path = '/koordinator/kota-kecil';
const head = 'head@dlh.test';
const mark = 'surel ditolak pada Senin, 1 September 2025 pukul';

let office: Office;
let overview: OfficeDesk;

/** Nobody at DLH gets mails: the admin is refused at the opening, the head when a copy goes out. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.site.catcher.set({ reject: [dlh, head] });
  await office.moveTo(wib('2025-09-01T10:00'));
  overview = await OfficeDesk.open(office, coordinator, path);
});

afterAll(() => office.close());

/** What the banner names, on the overview and on the page of people. */
async function named(): Promise<string[][]> {
  const pages = [await overview.get(), await overview.get('/orang')];
  return pages.map(({ text }) => {
    const [banner = ''] = /<div class="problem"> <p>\d+ alamat.*?<\/div>/.exec(text) ?? [];
    return [...banner.matchAll(/<li>(.*?)<\/li>/g)].map(([, each = '']) =>
      each.replace(/(<[^>]*>|\s)+/g, ' ').trim(),
    );
  });
}

async function mail(email: string): Promise<string> {
  const db = office.site.app.get(DataSource);
  const [found] = await db.query<{ id: string }[]>(
    `SELECT id FROM mail WHERE "to" ->> 'email' = $1 ORDER BY seq LIMIT 1`,
    [email],
  );
  return found?.id ?? '';
}

describe('rule 20: an address that refuses mails', () => {
  it('is something to mend, with what the server said', async () => {
    const [[onOverview = ''] = [], [amongPeople] = []] = await named();

    expect(onOverview).toContain(`${dlh}&gt;, Admin OPD DLH: ${mark}`);
    expect(onOverview).toContain('550');
    expect(amongPeople).toBe(onOverview);
    expect((await overview.get()).text).toContain(`href="${path}/orang/opd?kode=DLH"`);
    expect((await overview.get()).text).toContain(`href="${path}/surat?status=unreached"`);
  });

  it('is marked where it stands', async () => {
    const units = await overview.get('/orang');
    const roles = await overview.get('/orang/peran');

    expect(row(units.text, 'DLH')).toContain(`${dlh}&gt; ${mark}`);
    expect(row(units.text, 'DINKES')).not.toContain('ditolak');
    expect(row(roles.text, `Bapak ${dlh}`)).toContain(`${dlh} ${mark}`);
  });

  it('tells nobody by mail: the contract says what is sent after a bounce', async () => {
    const told = await office.site.app
      .get(DataSource)
      .query<{ kind: string }[]>('SELECT kind FROM notice WHERE address = $1', [coordinator]);

    expect(told).toEqual([{ kind: 'opened' }]);
  });

  it('stays marked while its mail waits to be sent again, and after it was refused again', async () => {
    await overview.post(`/surat/${await mail(dlh)}/kirim-ulang`, {});
    const waiting = await named();
    await office.moveTo(office.now.add({ minutes: 5 }));
    const refused = await named();

    expect([waiting, refused].map(([first]) => first?.length)).toEqual([1, 1]);
  });

  it('is marked as the head whose copy was refused, though the admin got the mail', async () => {
    await office.site.catcher.set({ reject: [head] });
    await office.moveTo(wib('2025-09-15T12:00'));

    const [onOverview] = await named();
    expect(onOverview).toEqual([
      expect.stringContaining(`${head}&gt;, Pimpinan DLH: surel ditolak`),
    ]);
  });

  it('is forgotten once another one stands there', async () => {
    await overview.post('/orang/opd', {
      ...{ act: 'change', code: 'DLH', name: 'Dinas DLH' },
      ...{ adminName: 'Pak Admin', adminEmail: dlh },
      ...{ headName: 'Bu Kepala', headEmail: 'kepala@dlh.test' },
    });

    expect(await named()).toEqual([[], []]);
  });

  it('is marked no more when a later mail is accepted', async () => {
    await overview.post('/orang/opd', {
      ...{ act: 'change', code: 'DLH', name: 'Dinas DLH' },
      ...{ adminName: 'Pak Admin', adminEmail: dlh },
      ...{ headName: 'Bu Kepala', headEmail: head.toUpperCase() },
    });
    const before = await named();
    await office.site.catcher.set('up');
    const shown = /name="shown" value="(\w+)"/.exec(
      (await overview.get('/surat/kirim-ulang')).text,
    );
    await overview.post('/surat/kirim-ulang', { shown: shown?.[1] ?? '' });
    await office.moveTo(office.now.add({ minutes: 5 }));

    expect(before.map(({ length }) => length)).toEqual([1, 1]);
    expect(await named()).toEqual([[], []]);
  });
});
