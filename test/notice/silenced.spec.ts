import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CycleService } from '../../src/cycle/cycle.service.js';
import type { NoticeKind } from '../../src/domain/notice-kind.js';
import { SilencedStore } from '../../src/people/silenced.store.js';
import { Office } from '../api/office.js';
import { a1, coordinator, deputy, dinkes, during, smallCity } from '../api/small-city.js';
import { lead } from '../api/work.js';
import { september, wib } from '../engine/city.js';
import { OutboxStore } from '../../src/notice/outbox.store.js';
import { mailLine } from '../../src/engine/scenario/log.js';
import { load, notices, outbox, Stage } from '../engine/stage.js';
import { engine, fates, settle } from './sending.js';

async function states(app: INestApplicationContext, email: string): Promise<string[]> {
  const all = await notices(app);
  return all.filter(({ address }) => address === email).map((each) => `${each.kind} ${each.state}`);
}

describe('rule 10: a comment, to who does without them', () => {
  let office: Office;

  beforeAll(async () => {
    office = await Office.open(smallCity(), during.beginning);
    await lead(office, { 1: 'DINKES' });
    await office.moveTo(during.review);
  });

  afterAll(() => office.close());

  beforeEach(async () => {
    for (const email of [a1, dinkes, deputy]) await silence(email);
  });

  function silence(email: string, ...kinds: NoticeKind[]): Promise<void> {
    return office.site.app.get(SilencedStore, { strict: false }).choose(email, kinds);
  }

  function say(email: string): Promise<unknown> {
    return office.done(email, 'POST', '/indicators/1/comments', { text: 'Apakah masih berlaku?' });
  }

  /** To whom, and what, since there were so many. */
  async function sent(work: () => Promise<void>): Promise<string[]> {
    const { inbox } = office.site;
    const before = inbox.count;
    await work();
    return inbox
      .latest(inbox.count - before)
      .map(({ to, subject }) => `${/[\w-]+@[\w.-]+/.exec(to)?.[0] ?? ''}: ${subject}`)
      .sort();
  }

  async function said(email: string, at: string): Promise<string[]> {
    return sent(async () => {
      office.setClock(wib(at));
      await say(email);
      await office.moveTo(wib(at).add({ minutes: 1 }));
    });
  }

  const comment = `${a1}: [KOTA KECIL] Klarifikasi indikator 1: dokumen (Dinas DINKES)`;

  it('is not mailed, and the outbox says why', async () => {
    const before = await said(dinkes, '2025-09-16T10:10');
    await silence(a1, 'comment');
    const after = await said(dinkes, '2025-09-16T10:20');

    expect([before, after]).toEqual([[comment], []]);
    expect((await states(office.site.app, a1)).slice(-2)).toEqual([
      'comment sent',
      'comment silenced',
    ]);
    expect((await outbox(office.site.app)).at(-1)?.state).toBe('silenced');
  });

  it('is mailed again after they have switched it on, from then on', async () => {
    await silence(a1, 'comment');
    await said(dinkes, '2025-09-16T10:30');
    await silence(a1);

    expect(await said(dinkes, '2025-09-16T10:40')).toEqual([comment]);
  });

  it('is still mailed to everybody else', async () => {
    await silence(dinkes, 'comment');
    await silence(coordinator, 'comment', 'unassigned', 'cycle-closed');

    const mails = await said(coordinator, '2025-09-16T10:50');

    expect(mails).toEqual([comment, `${deputy}: [KOTA KECIL] Klarifikasi indikator 1: dokumen`]);
  });

  it('leaves the reminder that it would have shared a mail with', async () => {
    await silence(a1, 'comment', 'unassigned', 'cycle-closed');
    await office.moveTo(wib('2025-09-18T07:00'));
    const mails = await sent(async () => {
      office.setClock(wib('2025-09-18T07:59'));
      await say(dinkes);
      await office.moveTo(wib('2025-09-18T08:00'));
    });

    expect(mails.filter((mail) => mail.startsWith(a1))).toEqual([
      expect.stringMatching(/Pengingat H-1: .*DINKES.* berakhir/),
    ]);
    expect((await states(office.site.app, a1)).slice(-2).sort()).toEqual([
      'comment silenced',
      'reminder sent',
    ]);
  });
});

describe('rule 12: a mail that waits', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open(wib('2025-08-31T07:00'));
  });

  afterEach(() => stage.close());

  it('is not sent when its recipient does without it by now', async () => {
    const app = await stage.process();
    await load(app, september(2));
    stage.clock.moveTo(wib('2025-09-15T08:00'));
    await settle(app);
    await stage.catcher.set('down');
    const off = { do: 'unassign', assessor: 'A1', unit: 'OPD-2' } as const;
    await app.get(CycleService).perform('september', 'koordinator', off);
    await settle(app);
    const before = (await fates(app)).at(-1);

    await app.get(SilencedStore, { strict: false }).choose('a1@asesor.test', ['unassigned']);
    await stage.catcher.set('up');
    stage.clock.moveTo(wib('2025-09-15T09:00'));
    await settle(app);

    expect([before, (await fates(app)).at(-1)]).toEqual([
      'a1@asesor.test waiting 1',
      'a1@asesor.test silenced 1',
    ]);
    expect((await states(app, 'a1@asesor.test')).at(-1)).toBe('unassigned silenced');
  });

  it('is sent again without what was dropped, whatever its recipient wants by then', async () => {
    const app = await stage.process();
    await load(app, september(2));
    const silences = app.get(SilencedStore, { strict: false });
    await silences.choose('a1@asesor.test', ['unassigned']);
    await stage.catcher.set({ reject: ['a1@asesor.test'] });
    stage.clock.moveTo(wib('2025-09-15T08:00'));
    const off = { do: 'unassign', assessor: 'A1', unit: 'OPD-2' } as const;
    await app.get(CycleService).perform('september', 'koordinator', off);
    await settle(app);
    const before = await states(app, 'a1@asesor.test');

    await silences.choose('a1@asesor.test', []);
    await stage.catcher.set('up');
    const mail = (await outbox(app)).find(({ to }) => to.email === 'a1@asesor.test');
    await app.get(OutboxStore).resend(mail?.id ?? '', 'koordinator');
    await settle(app);

    const [received] = stage.mails.filter(({ recipients }) => recipients[0] === 'a1@asesor.test');
    const line = received && (await mailLine(received, 'Asia/Jakarta'));
    expect(before.sort()).toEqual(['opened undelivered', 'unassigned silenced']);
    expect(line?.notices?.map(({ notice }) => notice)).toEqual(['opened']);
    expect((await states(app, 'a1@asesor.test')).sort()).toEqual([
      'opened sent',
      'unassigned silenced',
    ]);
  });

  it('is sent when it tells of a deadline, whatever stands in the table', async () => {
    const app = await engine(stage, 1);
    const silences = app.get(SilencedStore, { strict: false });
    const choose = () => silences.choose('admin@opd-1.test', ['opened']);
    await expect(choose()).rejects.toThrow('silenced_notice_kind');
    // The first wall holds without the second.
    await app
      .get(DataSource)
      .query('ALTER TABLE silenced_notice DROP CONSTRAINT silenced_notice_kind');
    await choose();

    await settle(app);

    expect(await fates(app)).toEqual(['admin@opd-1.test sent 1']);
  });
});
