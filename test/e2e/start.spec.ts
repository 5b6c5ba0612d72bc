import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { Cable } from '../engine/cable.js';
import { untilTrue } from '../engine/until.js';
import { cleanUp, Program } from './harness.js';
import { Installation } from './installation.js';

let office: Installation;
let cable: Cable;
let port: number;

beforeEach(async () => {
  office = await Installation.open();
  cable = await Cable.to(new URL(office.databaseUrl));
  port = await freePort();
});

afterEach(async () => {
  await cleanUp();
  await cable.close();
  await office.close();
});

/** A process whose database is at the other end of the cable. */
function start(role: 'web' | 'worker'): Program {
  const url = new URL(office.databaseUrl);
  url.host = new URL(cable.url).host;
  return Program.start('main', [], {
    ...office.environment,
    DATABASE_URL: url.toString(),
    ROLE: role,
    PORT: String(port),
    HEALTH_PORT: String(port),
  });
}

async function get(path: string): Promise<[number, string]> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return [response.status, await response.text()];
}

async function statusOf(path: string): Promise<number> {
  return get(path).then(
    ([status]) => status,
    () => 0,
  );
}

describe('a process that starts before its database', () => {
  it.each(['web', 'worker'] as const)(
    'is alive as %s and not ready, says what it waits for, and is ready when it comes',
    async (role) => {
      cable.cut();
      const program = start(role);
      await untilTrue('the port to answer', async () => (await statusOf('/health/live')) === 200);
      const meanwhile = await get('/health/ready');
      await untilTrue('a line that says so', () => program.stdout.includes('cannot be reached'));
      cable.mend();
      await untilTrue('it to be ready', async () => (await statusOf('/health/ready')) === 200);

      expect(meanwhile).toEqual([503, '{"status":"down","database":"down"}']);
      expect(program.stdout).toMatch(/PostgreSQL 127\.0\.0\.1:\d+\/\w+ cannot be reached \(.+\)/);
      expect(await statusOf('/metrics')).toBe(200);
      expect(await program.stop('SIGTERM')).toBe(0);
    },
  );

  it('tells visitors to come back', async () => {
    cable.cut();
    start('web');
    await untilTrue('the port to answer', async () => (await statusOf('/')) === 503);

    expect((await get('/tugas'))[1]).toContain('Siklus sedang menunggu basis datanya');
  });

  it('ends at once when it is asked to', async () => {
    cable.cut();
    const program = start('web');
    await untilTrue('the port to answer', async () => (await statusOf('/health/live')) === 200);

    expect(await program.stop('SIGTERM')).toBe(0);
  });
});

describe('a process that starts before Redis and the mail server', () => {
  it('is ready, says which of them is not there, and sends when they come', async () => {
    const redis = await Cable.to(new URL(office.environment['REDIS_URL'] ?? ''));
    redis.cut();
    const mail = new URL(office.mail.url);
    const smtp = await Cable.to(mail);
    smtp.cut();
    const more = {
      REDIS_URL: redis.url,
      SMTP_URL: `smtp://${new URL(smtp.url).host}`,
      HEALTH_PORT: String(port),
    };
    await office.start('worker', more);
    const before = await get('/health/ready');
    redis.mend();
    smtp.mend();
    await office.moveClockOn(25.5 * 3600);
    await untilTrue('mails to be sent', () => office.mail.mails.length >= 40);
    await untilTrue('all to be up', async () =>
      (await get('/health/ready'))[1].includes('"queue":"up","mail":"up"'),
    );

    expect(before).toEqual([200, '{"status":"up","database":"up","queue":"down","mail":"down"}']);
    await redis.close();
    await smtp.close();
  });
});
