import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CycleService } from '../../src/cycle/cycle.service.js';
import type { Command } from '../../src/domain/commands/command.js';
import type { InboxMail } from '../../src/notice/inbox.js';
import { Office } from '../api/office.js';
import { a1, coordinator, dinkes, dlh, during, smallCity } from '../api/small-city.js';
import { lead } from '../api/work.js';
import { extend, reassign, reschedule } from '../domain/commands.js';
import { wib } from '../engine/city.js';
import { addressOf, eventsIn, type ReadEvent } from './calendars.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning, {
    baseUrl: 'https://siklus.kota.test/',
  });
});

afterAll(() => office.close());

/** The mails that somebody got meanwhile, the newest first. */
async function mailsDuring(email: string, work: () => Promise<void>): Promise<InboxMail[]> {
  const { inbox } = office.site;
  const before = inbox.count;
  await work();
  const own = inbox.latest(inbox.count - before).filter(({ to }) => to.includes(email));
  return (await Promise.all(own.map(({ id }) => inbox.find(id)))).flatMap((mail) => mail ?? []);
}

function change(command: Command, at: string): () => Promise<void> {
  return async () => {
    office.setClock(wib(at));
    await office.site.app
      .get(CycleService, { strict: false })
      .perform('kota-kecil', 'kota', command);
    await office.moveTo(wib(at));
  };
}

const eventsOf = ({ attachments }: InboxMail): ReadEvent[] =>
  attachments.flatMap(({ text }) => eventsIn(text));

/** What the calendar that somebody subscribes to has under the same names. */
async function inFeed(email: string, mail: InboxMail | undefined): Promise<ReadEvent[]> {
  const names = (mail ? eventsOf(mail) : []).map(({ uid }) => uid);
  const text = await (await office.site.fetch(await addressOf(office, email))).text();
  return eventsIn(text).filter(({ uid }) => names.includes(uid));
}

const byName = (a: ReadEvent, b: ReadEvent): number => (a.uid < b.uid ? -1 : 1);

describe('the calendar file of a mail', () => {
  it('has what opens, one event for each of its notices, as the feed has it', async () => {
    const [mail] = await mailsDuring(coordinator, () => office.moveTo(wib('2025-09-01T09:00')));
    const mails = await mailsDuring(dinkes, async () => {
      await lead(office, { 1: 'DINKES' });
      await office.moveTo(wib('2025-09-08T09:00'));
    });

    const own = mails.find(({ attachments }) => attachments.length > 0);
    expect(mail?.attachments.map(({ name, type }) => [name, type])).toEqual([
      ['tenggat.ics', 'text/calendar; charset=utf-8; method=PUBLISH'],
    ]);
    expect(own && eventsOf(own)).toEqual(await inFeed(dinkes, own));
    expect(own && eventsOf(own).map(({ uid, start }) => [uid, start])).toEqual([
      ['tugas/kota-kecil/mandiri/DINKES@example.test', '2025-09-12'],
    ]);
  });

  it('tells whoever has it already of a new date, under its name and with a higher number', async () => {
    const [before] = await inFeedNow(dlh, 'mandiri/DLH');
    const move = reschedule('mandiri', { closes: '2025-09-15' });

    const [mail] = await mailsDuring(dlh, change(move, '2025-09-09T10:00'));

    const [event] = mail ? eventsOf(mail) : [];
    expect([event?.uid, event?.start, before?.start]).toEqual([
      before?.uid,
      '2025-09-15',
      '2025-09-12',
    ]);
    expect(event?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    expect(event).toEqual((await inFeed(dlh, mail))[0]);
  });

  it('tells a unit of its extension, and nobody else', async () => {
    const work = change(extend('mandiri', 'DINKES', '2025-09-18'), '2025-09-09T11:00');
    const mails = await mailsDuring('@', work);
    const mail = mails.find(({ to }) => to.includes(dinkes));

    expect(mails.every(({ to }) => /@dinkes\.test/.test(to))).toBe(true);
    expect(mail && eventsOf(mail).map(({ start }) => start)).toEqual(['2025-09-18']);
    expect(mail && eventsOf(mail)).toEqual(await inFeed(dinkes, mail));
  });

  it('has several events where a mail tells of several tasks (rule 11)', async () => {
    const [mail] = await mailsDuring('a2@asesor.test', () =>
      office.moveTo(wib('2025-09-15T09:00')),
    );

    const events = mail ? eventsOf(mail) : [];
    expect(events.map(({ uid }) => uid.replace(/@.*/, '')).sort()).toEqual([
      'tugas/kota-kecil/dokumen/DINSOS/A2',
      'tugas/kota-kecil/dokumen/DLH/A2',
    ]);
    expect(mail?.attachments).toHaveLength(1);
    expect(events.sort(byName)).toEqual((await inFeed('a2@asesor.test', mail)).sort(byName));
  });

  it('comes to an assessor who gains a review, and not to whoever loses it', async () => {
    const work = change(reassign('DINSOS', 'A2', 'A1'), '2025-09-16T10:00');
    const mails = await mailsDuring('@asesor.test', work);

    expect(
      mails.map(({ to, attachments }) => [/a\d/.exec(to)?.[0], attachments.length]).sort(),
    ).toEqual([
      ['a1', 1],
      ['a2', 0],
    ]);
    const gained = mails.find(({ to }) => to.includes(a1));
    expect(gained && eventsOf(gained)).toEqual(await inFeed(a1, gained));
  });

  it('is in no reminder, and in no mail about what is late', async () => {
    const mails = await mailsDuring('@', () => office.moveTo(wib('2025-09-21T10:00')));

    expect(mails.some(({ subject }) => subject.includes('Pengingat'))).toBe(true);
    expect(mails.some(({ subject }) => subject.includes('erlambat'))).toBe(true);
    expect(mails.flatMap(({ attachments }) => attachments)).toEqual([]);
  });
});

async function inFeedNow(email: string, name: string): Promise<ReadEvent[]> {
  const text = await (await office.site.fetch(await addressOf(office, email))).text();
  return eventsIn(text).filter(({ uid }) => uid.includes(`/${name}@`));
}
