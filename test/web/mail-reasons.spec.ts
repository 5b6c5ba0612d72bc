import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { noticeKinds, silenceableKinds, type NoticeKind } from '../../src/domain/notice-kind.js';
import { Office } from '../api/office.js';
import { person } from '../domain/people.js';
import { selfAssessment, september, wib } from '../engine/city.js';
import { mailTo, outbox } from '../engine/stage.js';
import { Browser, redirect } from './browser.js';

const admin = 'admin@opd-1.test';
const head = 'head@opd-1.test';
const coordinator = 'koordinator@kota.test';

let office: Office;
const browsers = new Map<string, Browser>();

/** Nobody does anything: the unit is reminded, is late, and its head is copied. */
beforeAll(async () => {
  office = await Office.open(september(2, [selfAssessment]), wib('2025-08-31T07:00'));
  await office.moveTo(wib('2025-09-15T10:00'));
  for (const email of [admin, head, coordinator, 'admin@opd-2.test']) {
    const browser = new Browser(office.site);
    await browser.signInByLink(email);
    browsers.set(email, browser);
  }
});

afterAll(() => office.close());

async function read(email: string, path: string): Promise<{ status: number; text: string }> {
  const answer = await browsers.get(email)?.get(path);
  const text = ((await answer?.text()) ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return { status: answer?.status ?? 0, text };
}

/** The mail to the admin of the first unit that has such an entry. */
async function mailWith(offset: string): Promise<string> {
  const [row] = await office.site.app
    .get(DataSource)
    .query<{ mail: string }[]>(
      'SELECT mail FROM notice WHERE address = $1 AND "offset" = $2 ORDER BY id',
      [admin, offset],
    );
  return row?.mail ?? '';
}

/** One more entry, like the first of that mail but for its kind. */
async function addNotice(mail: string, kind: NoticeKind, state = 'sent'): Promise<void> {
  await office.site.app.get(DataSource).query(
    `INSERT INTO notice (mail, cycle, address, occurrence, kind, "offset", phase, unit, task, deadline, recipient, facts, state)
     SELECT mail, cycle, address, 'uji ' || $2, $2, CASE WHEN $2 IN ('reminder', 'overdue') THEN 'H+3' END,
       phase, unit, task, deadline, recipient, facts, $3
     FROM notice WHERE mail = $1 ORDER BY id LIMIT 1`,
    [mail, kind, state],
  );
}

describe('the page of a mail', () => {
  it('says by which rule it came, in what role, and what became of it', async () => {
    const { status, text } = await read(admin, `/surel/${await mailWith('H-3')}`);

    expect(status).toBe(200);
    expect(text).toContain('Pengingat H-3: tiga hari kalender sebelum batas waktu');
    expect(text).toContain(
      'batas waktu Jumat, 12 September 2025 pukul 23.59 WIB, karena Anda admin Dinas OPD-1 dan tugas Penilaian mandiri (Dinas OPD-1) belum selesai saat itu.',
    );
    expect(text).toContain('Status terkirim Dikirim Selasa, 9 September 2025 pukul 08.00 WIB');
    expect(text).toContain('Percobaan kirim 1');
  });

  it('tells a copied head why, and speaks of the admin by name', async () => {
    const { status, text } = await read(head, `/surel/${await mailWith('H+3')}`);

    expect(status).toBe(200);
    expect(text).toContain('Anda menerima tembusan sebagai pimpinan Dinas OPD-1');
    expect(text).toContain('karena Bapak admin@opd-1.test adalah admin Dinas OPD-1');
  });

  it('leads to the task', async () => {
    const page = await browsers.get(admin)?.page(`/surel/${await mailWith('H-3')}`);

    expect(page).toContain('href="/kerja/september/mandiri/OPD-1"');
  });

  it('leads where the button of the mail does: to a request, to outages, or nowhere', async () => {
    const id = await mailTo(office.site.app, 'admin@opd-2.test');
    const request = '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77';
    for (const kind of ['extension-asked', 'outage', 'unassigned'] as const) {
      await addNotice(id, kind);
    }
    await office.site.app
      .get(DataSource)
      .query(`UPDATE notice SET facts = facts || $2 WHERE mail = $1 AND kind = 'extension-asked'`, [
        id,
        JSON.stringify({ request }),
      ]);

    const page = (await browsers.get('admin@opd-2.test')?.page(`/surel/${id}`)) ?? '';

    const sections = page.split('<h2>').slice(1);
    expect(sections.map((each) => /<a href="(\/k[^"]*)"/.exec(each)?.[1] ?? null)).toEqual([
      '/kerja/september/mandiri/OPD-2',
      `/koordinator/september/keputusan/dispensasi/${request}`,
      '/koordinator/september/gangguan',
      null,
    ]);
  });

  it('says what made an entry untrue', async () => {
    const id = await mailWith('H-1');
    const db = office.site.app.get(DataSource);
    await db.query(`UPDATE notice SET state = 'superseded' WHERE mail = $1`, [id]);

    const { text } = await read(admin, `/surel/${id}`);

    expect(text).toContain(
      'Tidak disertakan, karena saat akan dikirim tidak lagi benar: tugasnya sudah selesai',
    );
  });

  it('speaks English as well', async () => {
    const browser = new Browser(office.site);
    await browser.signInByLink(admin);
    await browser.get('/bahasa/en');

    expect(await browser.page(`/surel/${await mailWith('H-3')}`)).toContain(
      'three calendar days before the deadline Friday, 12 September 2025, 23.59 WIB, because you were an admin of Dinas OPD-1',
    );
  });

  it('shows the last error of a server to coordinators only', async () => {
    const id = await mailWith('H-7');
    const db = office.site.app.get(DataSource);
    await db.query(`UPDATE mail SET last_error = '451 antri' WHERE id = $1`, [id]);

    expect((await read(coordinator, `/surel/${id}`)).text).toContain('451 antri');
    expect((await read(admin, `/surel/${id}`)).text).not.toContain('451 antri');
  });

  it('leads to the choice of mails where there is one, for the recipient only', async () => {
    const id = await mailWith('H-7');
    for (const kind of noticeKinds) await addNotice(id, kind);
    const links = async (email: string): Promise<number> =>
      ((await browsers.get(email)?.page(`/surel/${id}`)) ?? '').split('href="/akun/surel"').length -
      1;

    expect(await links(admin)).toBe(silenceableKinds.length);
    expect(await links(coordinator)).toBe(0);
  });

  it('says which entry its recipient has switched off', async () => {
    const id = await mailTo(office.site.app, 'admin@opd-2.test');
    const db = office.site.app.get(DataSource);
    await addNotice(id, 'comment', 'silenced');
    await db.query(`UPDATE mail SET state = 'silenced' WHERE id = $1`, [id]);

    const { text } = await read('admin@opd-2.test', `/surel/${id}`);

    expect(text).toContain('Status dimatikan penerima: isinya hanya surel yang dapat dimatikan');
    expect(text).toContain('karena penerimanya mematikan surel semacam ini.');
  });

  it('is shown after the sign-in to whoever comes from the mail', async () => {
    const path = `/surel/${await mailWith('H-3')}`;
    const browser = new Browser(office.site);

    const first = redirect(await browser.get(path));

    expect(first).toEqual([303, `/masuk?next=${encodeURIComponent(path)}`]);
    expect(redirect(await browser.signInByLink(admin, path))).toEqual([303, path]);
  });

  it('is found by coordinators among all mails of the cycle', async () => {
    const id = await mailWith('H-3');

    const page = await browsers.get(coordinator)?.page('/koordinator/september/surat');

    expect(page).toContain(`href="/surel/${id}"`);
  });

  it('does not exist for anybody else, nor under what is no id', async () => {
    const id = await mailTo(office.site.app, admin);
    const asked = [
      ['admin@opd-2.test', `/surel/${id}`],
      [head, `/surel/${id}`],
      [coordinator, '/surel/bukan-surel'],
      [coordinator, '/surel/00000000-0000-4000-8000-000000000000'],
      [coordinator, `/surel/${id}%00`],
      [coordinator, `/surel/${encodeURIComponent(`${id}' OR '1'='1`)}`],
      [coordinator, '/surel/..%2F..%2Fakun'],
      [coordinator, `/surel/${'x'.repeat(5000)}`],
    ] as const;

    const answers = await Promise.all(asked.map(([email, path]) => read(email, path)));

    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 404));
  });
});

describe("the page of one's own mails", () => {
  it('lists them, the newest first, each with a link', async () => {
    const page = (await browsers.get(admin)?.page('/surel')) ?? '';

    const links = [...page.matchAll(/href="\/surel\/([^"]+)"/g)].map(([, id]) => id);
    const own = (await outbox(office.site.app)).filter(({ to }) => to.email === admin);
    expect(links).toEqual(own.map(({ id }) => id).reverse());
    expect(page).toContain('Pengingat H-3: Penilaian mandiri');
  });

  it('holds what one was copied', async () => {
    const { text } = await read(head, '/surel');

    expect(text).toContain('Peringatan keterlambatan H+3: Penilaian mandiri (tembusan)');
  });

  it('says what to expect while there is none', async () => {
    const { text } = await read(coordinator, '/surel');

    expect(text).toContain('Belum ada surel untuk Anda. Surel datang ketika tahap dibuka');
  });
});

describe('the mails of who has left the office', () => {
  it('stay theirs to read, without the way to desks that they no longer have', async () => {
    const former = 'admin@opd-2.test';
    const path = `/surel/${await mailTo(office.site.app, former)}`;
    const before = await browsers.get(former)?.page(path);
    const admins = [person('baru@opd-2.test')];
    const leave = { do: 'replaceAdmins', unit: 'OPD-2', admins } as const;
    await office.site.app.get(CycleService).perform('september', 'koordinator', leave);

    const after = await browsers.get(former)?.page(path);

    expect(before).toContain('<nav class="desks"');
    expect(after).toContain('<h1>Mengapa saya menerima surel ini?</h1>');
    expect(after).not.toContain('<nav class="desks"');
  });
});
