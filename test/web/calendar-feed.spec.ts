import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { CycleService } from '../../src/cycle/cycle.service.js';
import type { Command } from '../../src/domain/commands/command.js';
import { Office } from '../api/office.js';
import { a1, coordinator, dinkes, dlh, during, smallCity } from '../api/small-city.js';
import { lead } from '../api/work.js';
import { extend, finish, reassign, reschedule, retireUnit } from '../domain/commands.js';
import { wib } from '../engine/city.js';
import { addressOf, eventsIn, type ReadEvent } from './calendars.js';

const cycle = 'kota-kecil';

/** By what they are of. */
async function read(office: Office, path: string): Promise<Map<string, ReadEvent>> {
  const answer = await office.site.fetch(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  const names = eventsIn(await answer.text()).map((event): [string, ReadEvent] => [
    event.uid.replace(/@.*/, '').replace(`/${cycle}/`, ' '),
    event,
  ]);
  return new Map(names);
}

describe('the feed of a calendar', () => {
  let office: Office;
  const paths = { [dinkes]: '', [dlh]: '', [a1]: '', [coordinator]: '' };

  beforeAll(async () => {
    office = await Office.open(smallCity(), during.beginning);
    await lead(office, { 1: 'DINKES' });
    for (const email of Object.keys(paths) as (keyof typeof paths)[]) {
      paths[email] = await addressOf(office, email);
    }
  });

  afterAll(() => office.close());

  async function change(command: Command, at: string): Promise<void> {
    office.setClock(wib(at));
    await office.site.app.get(CycleService, { strict: false }).perform(cycle, 'koordinator', command); // prettier-ignore
    await office.moveTo(wib(at));
  }

  /** One event before and after a change, of which nothing but these may differ. */
  async function around(path: string, name: string, command: Command, at: string) {
    const before = (await read(office, path)).get(name);
    await change(command, at);
    const after = (await read(office, path)).get(name);
    if (!before || !after) throw new Error(`no event ${name}`);
    return { before, after, grew: after.sequence > before.sequence };
  }

  it('comes as a calendar, for nobody else to keep', async () => {
    const answer = await office.site.fetch(paths[dinkes]);

    const names = ['content-type', 'cache-control', 'x-content-type-options', 'set-cookie'];
    expect(names.map((name) => answer.headers.get(name))).toEqual([
      'text/calendar; charset=utf-8',
      'private, no-cache',
      'nosniff',
      null,
    ]);
  });

  it('has what is due for its person, and nothing of anybody else', async () => {
    const names = async (email: keyof typeof paths) => [
      ...(await read(office, paths[email])).keys(),
    ];

    expect(await names(dinkes)).toEqual(['tugas sosialisasi/DINKES', 'tugas mandiri/DINKES']);
    expect(await names(a1)).toEqual(['tugas dokumen/DINKES/A1']);
    expect(await names(coordinator)).toEqual([
      'tahap penetapan',
      'tugas penetapan',
      'tahap sosialisasi',
      'tahap mandiri',
      'tahap dokumen',
      'tahap revisi',
      'tahap laporan',
      'tugas laporan',
    ]);
    const text = await (await office.site.fetch(paths[dinkes])).text();
    expect(text).not.toMatch(/DLH|DINSOS|asesor\.test|admin@/);
  });

  it('is the same bytes until something changes, and says so', async () => {
    const first = await office.site.fetch(paths[coordinator]);
    await office.moveTo(wib('2025-08-31T12:00'));
    const etag = first.headers.get('etag') ?? '';
    const second = await office.site.fetch(paths[coordinator]);
    // A browser's own fetch asks past every cache.
    const third = await request(office.site.url).get(paths[coordinator]).set('if-none-match', etag);

    expect(await second.text()).toBe(await first.text());
    expect([etag === '', third.status]).toEqual([false, 304]);
  });

  it('follows a phase that moves', async () => {
    const move = reschedule('mandiri', { closes: '2025-09-13T10:00' });
    const at = '2025-09-01T09:00';
    const name = 'tugas mandiri/DINKES';

    const { before, after, grew } = await around(paths[dinkes], name, move, at);

    expect([before.uid, before.start, before.end]).toEqual([after.uid, '2025-09-12', '2025-09-13']);
    expect([after.start, after.end, after.changed]).toEqual([
      '2025-09-13T03:00:00Z',
      null,
      '2025-09-01T02:00:00Z',
    ]);
    expect(grew).toBe(true);
    expect((await read(office, paths[coordinator])).get('tahap mandiri')).toMatchObject({
      start: '2025-09-07T17:00:00Z',
      end: '2025-09-13T03:00:00Z',
    });
  });

  it('follows an extension, of this unit only', async () => {
    await office.moveTo(during.selfAssessment);
    const others = await (await office.site.fetch(paths[dlh])).text();
    const extension = extend('mandiri', 'DINKES', '2025-09-18');

    const { before, after, grew } = await around(
      paths[dinkes],
      'tugas mandiri/DINKES',
      extension,
      '2025-09-09T11:00',
    );

    expect([after.uid, after.start, grew]).toEqual([before.uid, '2025-09-18', true]);
    expect(await (await office.site.fetch(paths[dlh])).text()).toBe(others);
  });

  it('keeps what is finished, marked', async () => {
    const command = finish('mandiri', { unit: 'DINKES' })(wib('2025-09-09T12:00'));

    const { before, after, grew } = await around(
      paths[dinkes],
      'tugas mandiri/DINKES',
      command,
      '2025-09-09T12:00',
    );

    expect([before.summary, before.alarms]).toEqual([
      'Tenggat: mandiri (Dinas DINKES)',
      ['-PT15H'],
    ]);
    expect([after.summary, after.alarms, after.uid, grew]).toEqual([
      '✓ selesai: mandiri (Dinas DINKES)',
      [],
      before.uid,
      true,
    ]);
  });

  it('cancels a review that goes to somebody else', async () => {
    const { before, after, grew } = await around(
      paths[a1],
      'tugas dokumen/DINKES/A1',
      reassign('DINKES', 'A1', 'A2'),
      '2025-09-09T13:00',
    );

    expect([before.status, after.status, after.uid, grew]).toEqual([
      'CONFIRMED',
      'CANCELLED',
      before.uid,
      true,
    ]);
  });

  it('cancels what a unit had to do that retires', async () => {
    const { before, after, grew } = await around(
      paths[dlh],
      'tugas mandiri/DLH',
      retireUnit('DLH'),
      '2025-09-09T14:00',
    );

    expect([before.status, after.status, after.uid, grew]).toEqual([
      'CONFIRMED',
      'CANCELLED',
      before.uid,
      true,
    ]);
  });
});
