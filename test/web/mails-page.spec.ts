import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { parse } from 'csv-parse/sync';
import { Office } from '../api/office.js';
import { coordinator, dinkes, dinsos, dlh, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { wib } from '../engine/city.js';
import { load } from '../engine/stage.js';
import { hiddenIn, redirect } from './browser.js';
import { OfficeDesk, said } from './office-desk.js';

const page = '/koordinator/kota-kecil/surat';

let office: Office;
let desk: OfficeDesk;

/** The mail server refuses two of the units; everybody else has got the first mails. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await load(office.site.app, smallCity({}, 'kota-lain'));
  await office.site.catcher.set({ reject: [dlh, dinsos] });
  await office.moveTo(wib('2025-09-01T10:00'));
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

function db(): DataSource {
  return office.site.app.get(DataSource);
}

async function mailTo(email: string, cycle = 'kota-kecil'): Promise<string> {
  const [mail] = await db().query<{ id: string }[]>(
    `SELECT id FROM mail WHERE cycle = $1 AND "to" ->> 'email' = $2`,
    [cycle, email],
  );
  if (!mail) throw new RangeError(`no mail to ${email}`);
  return mail.id;
}

/** The rows of the table, as they are read. */
function rows(text: string): string[] {
  const [, body = ''] = /<tbody>(.*)<\/tbody>/.exec(text) ?? [];
  return body.split('</tr>').flatMap((each) => each.replace(/(<[^>]*>|\s)+/g, ' ').trim() || []);
}

async function later(): Promise<void> {
  await office.moveTo(office.now.add({ minutes: 5 }));
}

async function entries(what: string) {
  return db().query<{ who: string; to: string | null; why: string | null; mail: string }[]>(
    `SELECT who, "to", why, facts ->> 'mail' AS mail FROM journal
     WHERE cycle = 'kota-kecil' AND what = $1 ORDER BY id`,
    [what],
  );
}

describe('the log of mails', () => {
  it('shows of each what became of it, and leads to why it was sent', async () => {
    const { text } = await desk.get();

    expect(rows(text).find((each) => each.includes(dlh))).toMatch(
      /^Senin, 1 September 2025 pukul \S+ WIB .* Pemberitahuan pembukaan: sosialisasi \(DLH\) ditolak penerima 1 1 Senin, 1 September 2025 pukul \S+ WIB – .*550.* Kirim ulang$/,
    );
    expect(rows(text).find((each) => each.includes(dinkes))).toMatch(/terkirim 1 1 .* diterima$/);
    expect(text).toContain(`<a href="/surel/${await mailTo(dlh)}">`);
  });

  it.each([
    { query: 'status=bounced', to: [dinsos, dlh] },
    { query: 'status=unreached', to: [dinsos, dlh] },
    { query: 'status=failed', to: [] },
    { query: 'kepada=DINKES', to: [dinkes, 'wakil@dinkes.test'] },
    { query: 'jenis=reminder', to: [] },
    { query: 'jenis=opened&kepada=koordinator%40', to: [coordinator] },
    { query: 'kepada=%25', to: [] },
  ])('is filtered: ?$query', async ({ query, to }) => {
    const csv = await (await desk.browser.get(`${page}?${query}&format=csv`)).text();
    const { text } = await desk.get(`?${query}`);

    const lines: string[][] = parse(csv, { bom: true, from: 2 });
    const addresses = lines.map(([, receiver = '']) => /<(.*)>/.exec(receiver)?.[1]);
    expect(addresses.sort()).toEqual(to);
    expect(rows(text).length).toBe(to.length);
  });

  it('speaks the language of the visitor', async () => {
    await desk.browser.get('/bahasa/en');
    const { text } = await desk.get('?status=bounced');
    await desk.browser.get('/bahasa/id');

    expect(rows(text)[0]).toContain('refused by the recipient');
  });

  it.each(['kepada=%00', 'kepada=%ED%A0%80', 'halaman=99999', 'halaman=-1', 'status[]=failed'])(
    'takes what stands in the address as it comes: ?%s',
    async (query) => {
      expect((await desk.get(`?${query}`)).status).toBe(200);
    },
  );
});

describe('sending one mail again', () => {
  it('is of the cycle whose desk it is', async () => {
    const other = await mailTo(dlh, 'kota-lain');

    const answers = await changingNothing(office, async () => [
      await desk.post(`/${other}/kirim-ulang`, {}),
      await desk.post('/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77/kirim-ulang', {}),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('says when there is nothing to send again', async () => {
    const path = `/${await mailTo(dinkes)}/kirim-ulang`;

    const answer = await changingNothing(office, async () => said(await desk.post(path, {})));

    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Surel itu tidak gagal dan tidak ditolak');
  });

  it('goes out, keeps the filter, and is recorded with who did it', async () => {
    await office.site.catcher.set('up');
    const mail = await mailTo(dlh);
    const { count } = office.site.inbox;

    const answer = await desk.post(`/${mail}/kirim-ulang?kepada=dlh`, {});
    const { text } = await desk.get('?kepada=dlh&selesai=satu');
    await later();

    expect(redirect(answer)).toEqual([303, `${page}?kepada=dlh&selesai=satu`]);
    expect(text).toContain('Surel akan dikirim ulang');
    expect(rows(text)[0]).toContain('menunggu 1 0');
    const { inbox } = office.site;
    expect(inbox.latest(inbox.count - count).map(({ to }) => to)).toEqual([
      expect.stringContaining(dlh),
    ]);
    expect(await entries('resent')).toEqual([{ who: coordinator, to: null, why: null, mail }]);
  });
});

describe('sending all again that failed', () => {
  it('says first what comes of it, and changes nothing', async () => {
    const { text } = await changingNothing(office, () => desk.get('/kirim-ulang'));

    expect(text).toContain('<strong>1 surel dikirim ulang.</strong>');
    expect(text).toContain('0 gagal, 1 ditolak penerima.');
    expect(text).toContain(`<li class="told">${dinsos}</li>`);
  });

  it('is shown again when they are no longer the same', async () => {
    const shown = hiddenIn((await desk.get('/kirim-ulang')).text);
    const answer = await changingNothing(office, async () =>
      said(await desk.post('/kirim-ulang', { ...shown, kepada: 'dinkes' })),
    );

    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Surel yang gagal telah berubah sejak ditunjukkan.');
  });

  it('sends what was shown, once', async () => {
    const shown = hiddenIn((await desk.get('/kirim-ulang?status=bounced')).text);
    const { count } = office.site.inbox;

    const first = await desk.post('/kirim-ulang', shown);
    const second = await desk.post('/kirim-ulang', shown);
    await later();

    expect(redirect(first)).toEqual([303, `${page}?status=bounced&selesai=1`]);
    expect(second.status).toBe(409);
    expect(office.site.inbox.count - count).toBe(1);
    expect((await entries('resent')).map(({ mail }) => mail)).toEqual([
      await mailTo(dlh),
      await mailTo(dinsos),
    ]);
  });
});

describe('a test mail', () => {
  it('goes to the coordinator who asks for it, at once', async () => {
    const { count } = office.site.inbox;

    const { text } = await said(await desk.post('/uji', {}));

    const { inbox } = office.site;
    expect(inbox.latest(inbox.count - count).map(({ subject, to }) => [subject, to])).toEqual([
      ['Surel uji Siklus', expect.stringContaining(coordinator)],
    ]);
    expect(text).toContain(`Server surel menerima surel uji untuk ${coordinator}.`);
  });

  it('shows what the server has against it', async () => {
    await office.site.catcher.set({ reject: [coordinator] });

    const { status, text } = await said(await desk.post('/uji', {}));

    expect(status).toBe(200);
    expect(text).toMatch(/tidak diterima\. Jawaban server: <span class="told">.*550/);
    await office.site.catcher.set('up');
  });

  it('is sent three times at once, and no more for a while', async () => {
    await desk.post('/uji', {});
    const { count } = office.site.inbox;

    const { status, text } = await said(await desk.post('/uji', {}));

    expect([status, office.site.inbox.count]).toEqual([429, count]);
    expect(text).toContain('Terlalu banyak surel uji. Silakan mencoba kembali sekitar 5 menit');
  });

  it('is recorded with what came of it', async () => {
    const tested = { who: coordinator, to: coordinator, mail: null };

    expect(await entries('mail-tested')).toEqual([
      { ...tested, why: null },
      { ...tested, why: expect.stringContaining('550') },
      { ...tested, why: null },
    ]);
  });
});

describe('a long log', () => {
  it('has pages, which the database cuts', async () => {
    await db().query(`
      INSERT INTO mail (id, cycle, "to", cc, state, planned_at, next_attempt_at, outstanding, sent_at)
      SELECT gen_random_uuid(), 'kota-kecil', jsonb_build_object('name', 'Pak ' || n, 'email', n || '@a.test'),
        '[]', 'sent', now(), now(), '{}', now() FROM generate_series(1, 1200) n`);

    const first = await desk.get();
    const last = await desk.get('?halaman=25');

    expect(rows(first.text).length).toBe(50);
    expect(rows(first.text)[0]).toContain('1200@a.test');
    expect(first.text).toContain('Halaman 1 dari 25');
    expect(first.text).toContain(`<a rel="next" href="${page}?halaman=2">`);
    expect(rows(last.text).join()).toContain(dlh);
    expect(last.text).not.toContain('rel="next"');
  });
});
