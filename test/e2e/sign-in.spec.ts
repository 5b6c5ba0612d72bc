import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/platform/embedded/free-port.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { markOf } from '../../src/platform/mark.js';
import { freshDatabase } from '../engine/servers.js';
import { Browser, redirect } from '../web/browser.js';
import { cleanUp, server, siklus, type Environment, type Program } from './harness.js';
import { MailServer } from './mail-server.js';

const coordinator = 'koordinator@dinkominfo.example.test';
const password = 'rahasia sekali bukan main';

let database: RunningDatabase;
let mail: MailServer;
let environment: Environment;
let program: Program;
let url: string;

beforeAll(async () => {
  database = await freshDatabase();
  mail = await MailServer.start();
  const port = String(await freePort());
  url = `http://127.0.0.1:${port}`;
  environment = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    SMTP_URL: mail.url,
    MAIL_FROM: 'spbe@kota.example.test',
    BASE_URL: 'https://siklus.example.test',
    PORT: port,
  };
  await siklus(['load', '--cycle', 'spbe-2025', '--people', 'pekalongan'], environment);
  program = await server(environment);
});

afterAll(async () => {
  await cleanUp();
  await mail.stop();
  await database.stop();
});

function visitor(): Browser {
  return new Browser({
    url,
    fetch: (path, init) => fetch(`${url}${path}`, { redirect: 'manual', ...init }),
  });
}

/** The paths of one-time links that stand in a text. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/https:\/\/siklus\.example\.test(\/masuk\/tautan\/[\w-]{43})/g)].map(
    ([, path = '']) => path,
  );
}

describe('a first start in production', () => {
  it('logs one link for the first coordinator, as a line for machines', () => {
    const lines = program.lines.filter((line) => linksIn(line).length > 0);

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'log', context: 'SignIn' });
  });

  it('lets the coordinator in, once, who sets a password and comes back with it', async () => {
    const [link = ''] = linksIn(program.stdout);
    const browser = visitor();

    const first = await browser.submit(link, link);
    const again = await visitor().post(link);
    const set = await browser.submit('/akun', '/akun/kata-sandi', {
      fresh: password,
      again: password,
    });
    const back = await visitor().post('/masuk', { email: coordinator, password });

    expect([redirect(first), again.status]).toEqual([[303, '/'], 410]);
    expect([redirect(set), redirect(back)]).toEqual([
      [303, '/akun?tersimpan'],
      [303, '/'],
    ]);
  });

  it('logs no link when it starts again', async () => {
    await program.stop('SIGTERM');

    program = await server(environment);

    expect(linksIn(program.stdout)).toEqual([]);
  });

  it('never writes a password, a session or a link that was mailed to its log', async () => {
    const browser = visitor();
    await visitor().post('/masuk', { email: coordinator, password: `${password}!` });
    await browser.post('/masuk', { email: coordinator, password });
    await browser.post('/masuk/tautan', { email: coordinator });
    await browser.post(`/masuk?password=${encodeURIComponent(password)}`, { password: 'x' });
    const token = [...browser.cookies.values()].join();

    await program.stop('SIGTERM');
    const log = program.stdout + program.stderr;
    const letters = await Promise.all(mail.mails.map(({ raw }) => simpleParser(raw)));
    const [link = ''] = /tautan\/([\w-]{43})/.exec(letters.map(({ text }) => text).join()) ?? [];
    program = await server(environment);

    expect([token.length, link.length > 0]).toEqual([43, true]);
    for (const secret of [password, token, link.slice(-43)]) expect(log).not.toContain(secret);
  });

  it('writes who came in, who did not, and who was refused what, by a mark and not by an address', async () => {
    const browser = visitor();
    await visitor().post('/masuk', { email: coordinator, password: `${password}!` });
    await browser.post('/masuk', { email: coordinator, password });
    await browser.post('/akun/kata-sandi', { fresh: 'x', again: 'x' });
    await visitor().get('/api/v1/cycles/spbe-2025');
    const mark = markOf(coordinator.toUpperCase());

    const said = await untilSaid('401 GET /api/v1/cycles/:cycle to nobody who is known');

    expect(said).toEqual([
      `warn SignIn wrong password: ${mark}`,
      `log SignIn signed in by password: ${mark}`,
      `warn Refused 403 POST /akun/kata-sandi to ${mark}`,
      'warn Refused 401 GET /api/v1/cycles/:cycle to nobody who is known',
    ]);
    expect(program.stdout).not.toContain(coordinator);
  });

  it('tells browsers to come over https alone', async () => {
    const pages = await Promise.all(['/', '/health/live'].map((path) => fetch(`${url}${path}`)));

    const policies = pages.map(({ headers }) => headers.get('strict-transport-security'));
    expect(policies).toEqual(Array(2).fill('max-age=63072000; includeSubDomains'));
  });
});

/** What the log says of sign-ins and refusals since the server began, once it has come that far. */
async function untilSaid(last: string): Promise<string[]> {
  await program.line(new RegExp(last));
  return program.lines
    .map((line) => JSON.parse(line) as Record<'level' | 'context' | 'message', string>)
    .filter(({ context }) => ['SignIn', 'Refused'].includes(context))
    .map(({ level, context, message }) => `${level} ${context} ${message}`);
}

describe('siklus sign-out', () => {
  it('ends every session of somebody at once', async () => {
    const browser = visitor();
    await browser.post('/masuk', { email: coordinator, password });
    const before = (await browser.get('/akun')).status;

    const run = await siklus(['sign-out', coordinator.toUpperCase()], environment);

    expect([run.status, run.stdout]).toEqual([
      0,
      `${coordinator.toUpperCase()}: signed out everywhere\n`,
    ]);
    expect([before, (await browser.get('/akun')).status]).toEqual([200, 303]);
  });
});

describe('siklus invite', () => {
  it.each(['baru@kota.example.test', coordinator])(
    'prints a link with which %s signs in once',
    async (email) => {
      const run = await siklus(['invite', email.toUpperCase()], environment);
      const [link = ''] = linksIn(run.stdout);
      const browser = visitor();

      const answer = await browser.submit(link, link);

      expect([run.status, run.stderr, run.stdout]).toEqual([
        0,
        '',
        `https://siklus.example.test${link}\n`,
      ]);
      expect([redirect(answer), (await visitor().post(link)).status]).toEqual([[303, '/'], 410]);
      expect(await browser.page('/akun')).toContain(`<b>${email}</b>`);
    },
  );

  it('needs an address', async () => {
    const run = await siklus(['invite', 'siapa saja'], environment);

    expect(run).toEqual({
      status: 2,
      stdout: '',
      stderr: 'siapa saja: expected an e-mail address\n',
    });
  });
});
