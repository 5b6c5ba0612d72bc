import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxMail } from '../../src/notice/inbox.js';
import { Office } from '../api/office.js';
import { coordinator, dinkes, during, smallCity } from '../api/small-city.js';
import { lead } from '../api/work.js';
import { person } from '../domain/people.js';
import { wib } from '../engine/city.js';
import { pdfText } from '../notice/pdf-text.js';
import { Browser } from './browser.js';
import { OfficeDesk } from './office-desk.js';

const page = '/koordinator/kota-kecil';
const sekda = { name: 'Sekretaris Daerah', email: 'sekda@kota.test' };

let office: Office;
let desk: OfficeDesk;

/** The self-assessment ends on Friday the 12th: its first three working days are the 15th, 16th and 17th. */
beforeAll(async () => {
  const city = smallCity({ sekda });
  const escalation = [
    { to: 'secretary', after: 1, notaDinas: false },
    { to: 'head', after: 2, notaDinas: true },
    { to: 'sekda', after: 3, notaDinas: true },
  ] as const;
  const units = city.people.units.map((unit) =>
    unit.code === 'DINKES' ? { ...unit, secretary: person('sekretaris@dinkes.test') } : unit,
  );
  const phases = city.phases.filter(({ code }) => code !== 'sosialisasi');
  const plan = { ...city.plan, escalateFrom: null, escalation };
  office = await Office.open({ plan, phases, people: { ...city.people, units } }, during.beginning);
  await office.moveTo(wib('2025-09-02T10:00'));
  await lead(office, { 1: 'DINKES', 2: 'DLH' });
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

/** What an admin of DINKES was told on a day, with what is attached. */
async function overdueOn(day: string): Promise<InboxMail[]> {
  const { inbox } = office.site;
  const before = inbox.count;
  await office.moveTo(wib(`${day}T09:00`));
  const mails = await Promise.all(
    inbox
      .latest(inbox.count - before)
      .filter(({ to, subject }) => to.includes(dinkes) && /terlambat|Terlambat/.test(subject))
      .map(({ id }) => inbox.find(id)),
  );
  return mails.flatMap((mail) => mail ?? []);
}

describe('the rungs of an escalation ladder, in the mail that is received', () => {
  it('are in the send plan before, with those on which nobody stands', async () => {
    const { text } = await desk.get('/jadwal-surat?hari=semua&cari=HK');

    expect(text).toContain('HK+1');
    expect(text).toContain('tidak ada sekretaris');
    expect(text).toContain('tembusan Sekretaris Daerah');
  });

  it('are copied one after the other, the head and the Sekda with a nota dinas', async () => {
    await office.moveTo(wib('2025-09-14T10:00'));

    const [first] = await overdueOn('2025-09-15');
    const [second] = await overdueOn('2025-09-16');
    const [third] = await overdueOn('2025-09-17');

    expect([first, second, third].map((mail) => mail?.cc.match(/(?<=<)[^>]+/g))).toEqual([
      ['sekretaris@dinkes.test'],
      ['sekretaris@dinkes.test', 'head@dinkes.test'],
      ['sekretaris@dinkes.test', 'head@dinkes.test', 'sekda@kota.test'],
    ]);
    const attached = [first, second, third].map((mail) =>
      mail?.attachments.map(({ name, type }) => `${name} ${type}`),
    );
    const nota = 'nota-dinas-DINKES.pdf application/pdf';
    expect(attached).toEqual([[], [nota], [nota]]);
    const [file] = third?.attachments ?? [];
    const text = (await pdfText(file?.content ?? Buffer.alloc(0))).join(' ');
    expect(text).toContain('Kepada : Yth. Sekretaris Daerah');
    expect(text).toContain('Tanggal : 17 September 2025');
    expect(text).toContain('Terlambat : 3 hari kerja');
    expect(text).toMatch(/Indikator 1 \(.+\): belum diisi/);
    expect(text).not.toContain('Indikator 2');
    expect(text).toContain('16 September 2025 pukul 08.00 WIB: Peringatan keterlambatan HK+2');
    expect(third?.text.replace(/\s+/g, ' ')).toContain(
      'Nota dinas tentang keterlambatan ini terlampir.',
    );
  });
});

describe('a nota dinas for the coordinator', () => {
  it('is linked from who is late, for the head and for the Sekda', async () => {
    const { text } = await desk.get();

    expect(text).toContain(`<a href="${page}/nota-dinas/DINKES" download>`);
    expect(text).toContain(`<a href="${page}/nota-dinas/DINKES?kepada=sekda" download>`);
  });

  it.each([
    ['', 'Yth. Bapak head@dlh.test'],
    ['?kepada=sekda', 'Yth. Sekretaris Daerah'],
  ])('is a PDF about the unit%s', async (query, to) => {
    const answer = await desk.browser.get(`${page}/nota-dinas/DLH${query}`);

    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain('nota-dinas-DLH.pdf');
    const text = (await pdfText(Buffer.from(await answer.arrayBuffer()))).join(' ');
    expect(text).toContain(to);
    expect(text).toContain('Hal : Keterlambatan Dinas DLH');
    expect(text).toMatch(/Indikator 2 \(.+\): belum diisi/);
  });

  it('is not there of a unit that does not exist, nor for anybody else', async () => {
    const admin = new Browser(office.site);
    await admin.signInByLink(dinkes);

    expect((await desk.browser.get(`${page}/nota-dinas/TIDAK-ADA`)).status).toBe(404);
    expect((await admin.get(`${page}/nota-dinas/DINKES`)).status).toBe(403);
  });
});
