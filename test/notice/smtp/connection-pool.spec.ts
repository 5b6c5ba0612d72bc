import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectionPool } from '../../../src/notice/smtp/connection-pool.js';
import { announced, isText, parcel, subjects } from './parcels.js';
import { TalkingServer, type Reply } from './talking-server.js';

let server: TalkingServer;
let pool: ConnectionPool;

async function start(most: number, ...offers: string[]): Promise<void> {
  server = await TalkingServer.start(...offers);
  pool = new ConnectionPool({ url: `smtp://${server.host}` }, most);
}

afterEach(async () => {
  pool.close();
  await server.stop();
});

describe('mails to one server', () => {
  it.each([{ offer: 'PIPELINING' }, { offer: '8BITMIME' }])(
    'arrive to the byte and in order, from memory and from streams ($offer)',
    async ({ offer }) => {
      await start(1, offer);
      const bodies = ['.\r\n', '..\r\n.', 'a\r\n.b\r\n..c\r\n\r\n.\r\n', 'pagi \xa9\r\n', '.x\r\n'];
      const texts = Array.from({ length: 50 }, (_, at) => `${bodies[at % 5] ?? ''}${at}\r\n`);
      const content = (text: string, at: number) => (): string | Readable => {
        if (at % 3 > 0) return text;
        const bytes = Buffer.from(text, 'latin1');
        return Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]);
      };

      await Promise.all(
        texts.map((text, at) => pool.send(parcel(`${at}`, { content: content(text, at) }))),
      );

      expect(server.mails).toEqual(
        texts.map((text, at) => ({ connection: 1, recipients: [`${at}@to.test`], text })),
      );
    },
  );

  it('take no more connections at once than were given', async () => {
    await start(3, 'PIPELINING');
    server.mood = ({ verb }) =>
      verb === 'TEXT'
        ? server.until(() => server.connections === 3).then(() => '250 taken' as const)
        : undefined;
    const names = Array.from({ length: 20 }, (_, at) => `${at}`);

    await Promise.all(names.map((name) => pool.send(parcel(name))));

    expect(subjects(server).sort()).toEqual(names.sort());
    expect([server.connections, server.most]).toEqual([3, 3]);
  });
});

describe('closing', () => {
  it('brings to its end what is under way, and fails what waits or comes later', async () => {
    await start(1, 'PIPELINING');
    await pool.send(parcel('one'));
    let release: (reply: Reply) => void = () => undefined;
    const answer = new Promise<Reply>((resolve) => {
      release = resolve;
    });
    server.mood = (asked) => (isText(asked, 'two') ? answer : undefined);
    const sent = ['two', 'three', 'four'].map((name) => pool.send(parcel(name)));
    const [two, three, four] = sent;
    await announced(server, 'three');

    pool.close();

    await expect(four).rejects.toThrow('closed');
    await expect(pool.send(parcel('five'))).rejects.toThrow('closed');
    release('250 taken');
    await Promise.all([two, three]);
    await server.until(() => server.open === 0);
    expect(subjects(server)).toEqual(['one', 'two', 'three']);
  });

  it('ends a connection that opens with its mail, not before', async () => {
    await start(1);
    let release: (reply: Reply) => void = () => undefined;
    const greeting = new Promise<Reply>((resolve) => {
      release = resolve;
    });
    server.mood = ({ verb }) => (verb === 'CONNECT' ? greeting : undefined);
    const one = pool.send(parcel('one'));
    await server.until(() => server.open === 1);

    pool.close();
    release('220 at last');

    await one;
    await server.until(() => server.open === 0);
    expect(subjects(server)).toEqual(['one']);
  });

  it('ends a connection that is free at once, and says so', async () => {
    await start(1);
    await pool.send(parcel('one'));

    pool.close();

    await server.until(() => server.open === 0);
    expect(server.talk(1)).toContain('QUIT');
  });
});

describe('a name and a password', () => {
  const plain = Buffer.from('\0user\0secret').toString('base64');

  async function startWithLogin(): Promise<void> {
    await start(1, 'AUTH PLAIN');
    pool = new ConnectionPool({ url: `smtp://user:secret@${server.host}` }, 1);
  }

  it('are given before the first mail', async () => {
    await startWithLogin();

    await pool.send(parcel('one'));

    expect(server.talk(1).slice(2, 6)).toEqual([
      '250 well',
      `AUTH PLAIN ${plain}`,
      '235 welcome',
      'MAIL FROM:<one@from.test>',
    ]);
  });

  it('that are refused fail the mail', async () => {
    await startWithLogin();
    server.mood = ({ verb }) => (verb === 'AUTH' ? '535 who are you' : undefined);

    await expect(pool.send(parcel('one'))).rejects.toMatchObject({
      code: 'EAUTH',
      responseCode: 535,
      message: expect.stringContaining('who are you'),
    });

    await server.until(() => server.open === 0);
    expect(server.mails).toEqual([]);
  });
});
