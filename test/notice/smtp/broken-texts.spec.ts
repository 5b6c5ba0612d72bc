import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectionPool } from '../../../src/notice/smtp/connection-pool.js';
import { announced, isText, parcel, subjects } from './parcels.js';
import { TalkingServer, type Reply } from './talking-server.js';

let server: TalkingServer;
let pool: ConnectionPool;

beforeEach(async () => {
  server = await TalkingServer.start('PIPELINING');
  pool = new ConnectionPool({ url: `smtp://${server.host}` }, 1);
});

afterEach(async () => {
  pool.close();
  await server.stop();
});

const unwritable = (): never => {
  throw new Error('unwritable');
};

describe('a server that answers before a text is whole', () => {
  it.each<{ reply: Reply; status: string }>([
    { reply: '250 taken', status: 'fulfilled' },
    { reply: '552 too much', status: 'rejected' },
  ])('hears no more on this connection: $reply', async ({ reply, status }) => {
    const endless = new Readable({ read: () => undefined });
    endless.push('Subject: half\r\n');
    server.mood = ({ verb, connection }) =>
      verb === 'DATA' && connection === 1 ? `354 go on\r\n${reply}` : undefined;

    const [half] = await Promise.allSettled([
      pool.send(parcel('half', { content: () => endless })),
    ]);
    await pool.send(parcel('two'));

    expect(half.status).toBe(status);
    expect(endless.destroyed).toBe(true);
    expect(server.mails.map(({ connection }) => connection)).toEqual([2]);
    expect(subjects(server)).toEqual(['two']);
  });
});

describe('a text that cannot be read', () => {
  it('fails its mail, in the middle; the next one goes over another connection', async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error('unreadable')) });

    const bad = pool.send(parcel('bad', { content: () => broken }));

    await expect(bad).rejects.toThrow('unreadable');
    await pool.send(parcel('two'));
    expect(server.mails.map(({ connection }) => connection)).toEqual([2]);
  });

  it('fails its mail when it is only announced; the one before it still gets its answer', async () => {
    const broken = new Readable({ read: () => undefined });
    await pool.send(parcel('one'));
    server.mood = (asked) => (isText(asked, 'two') ? breakAnnounced(broken) : undefined);

    const two = pool.send(parcel('two'));
    const bad = pool.send(parcel('bad', { content: () => broken }));
    const four = pool.send(parcel('four'));

    await expect(bad).rejects.toThrow('unreadable');
    await Promise.all([two, four]);
    expect(subjects(server)).toEqual(['one', 'two', 'four']);
    expect(server.mails.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });

  it('fails its mail before a word of it is said; the next one goes over the same connection', async () => {
    const mails = ['one', 'bad', 'three'].map((subject) =>
      pool.send(parcel(subject, subject === 'bad' ? { content: unwritable } : {})),
    );
    const [one, bad, three] = await Promise.allSettled(mails);

    expect([one?.status, three?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: 'unwritable' } });
    expect(subjects(server)).toEqual(['one', 'three']);
    expect(server.connections).toBe(1);
  });

  it('fails its mail when the connection has just opened for it', async () => {
    await expect(pool.send(parcel('bad', { content: unwritable }))).rejects.toThrow('unwritable');
    await pool.send(parcel('two'));

    expect(subjects(server)).toEqual(['two']);
    expect(server.connections).toBe(1);
  });

  async function breakAnnounced(stream: Readable): Promise<Reply> {
    await announced(server, 'bad');
    const isBroken = new Promise((resolve) => stream.once('close', resolve));
    stream.destroy(new Error('unreadable'));
    await isBroken;
    return '250 taken';
  }
});
