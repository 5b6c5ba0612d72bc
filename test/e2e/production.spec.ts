import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { longDate } from '../../src/notice/letter/words/dates.js';
import { freePort } from '../../src/platform/embedded/free-port.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { freshDatabase } from '../engine/servers.js';
import { cleanUp, Program, server, siklus } from './harness.js';
import { MailServer } from './mail-server.js';
import { textsOf, Visitor } from './visitor.js';

let database: RunningDatabase;
let mail: MailServer;
let port: number;
let visitor: Visitor;

beforeAll(async () => {
  database = await freshDatabase();
  mail = await MailServer.start();
  port = await freePort();
  const environment = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    SMTP_URL: mail.url,
    MAIL_FROM: 'spbe@kota.example.test',
    BASE_URL: 'https://siklus.example.test',
    PORT: String(port),
  };
  await siklus(['load', '--cycle', 'spbe-2025', '--people', 'pekalongan'], environment);
  await server(environment);
  visitor = new Visitor(port);
});

afterAll(async () => {
  await cleanUp();
  await mail.stop();
  await database.stop();
});

function today(): string {
  return longDate(Temporal.Now.plainDateISO('Asia/Jakarta'));
}

describe('production', () => {
  it.each([
    '/demonstrasi',
    '/demonstrasi/surat',
    '/demonstrasi/surat/1',
    '/demonstrasi/surat/1/isi',
    '/demonstrasi/peran',
  ])('has no page %s', async (path) => {
    expect((await visitor.get(path)).status).toBe(404);
  });

  it.each(['next', 'day', 'week', 'month'])('has no clock that moves: %s', async (stride) => {
    expect((await visitor.post('/demonstrasi/jam', { stride })).status).toBe(404);
  });

  it('lets nobody take on a role without showing who they are', async () => {
    const email = 'koordinator@dinkominfo.example.test';

    const answer = await visitor.post('/demonstrasi/peran', { email });

    expect([answer.status, answer.headers.getSetCookie()]).toEqual([404, []]);
  });

  it('leaves the command line without a clock to move', async () => {
    const run = await siklus(['clock', 'next'], { PORT: String(port) });

    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('/demonstrasi/jam: no demonstration answers there');
  });

  it('shows the real date, and neither form nor inbox', async () => {
    const before = today();
    const page = await visitor.page();
    const [shown = ''] = textsOf(page, 'p', ' class="now"');

    expect([before, today()]).toContain(shown.slice(0, shown.indexOf(' pukul')));
    expect(textsOf(page, 'h1')).toEqual(['Pemantauan dan Evaluasi SPBE Kota Pekalongan 2025']);
    expect(page).not.toMatch(/<form|<button|kotak-surat/);
  });

  it('needs its four settings, and names those that are missing', async () => {
    const incomplete = Program.start('main', [], { NODE_ENV: 'production' });

    expect([await incomplete.ended, incomplete.stdout]).toEqual([2, '']);
    expect(incomplete.stderr.match(/^environment: \w+/gm)).toEqual(
      ['DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'BASE_URL'].map((name) => `environment: ${name}`),
    );
  });
});
