import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectionPool } from '../../../src/notice/smtp/connection-pool.js';
import { announced, isMail, isText, parcel, subjects } from './parcels.js';
import { TalkingServer, type Reply } from './talking-server.js';

let server: TalkingServer;
let pool: ConnectionPool;

async function start(...offers: string[]): Promise<void> {
  server = await TalkingServer.start(...offers);
  pool = new ConnectionPool({ url: `smtp://${server.host}` }, 1);
}

afterEach(async () => {
  pool.close();
  await server.stop();
});

const offers = [{ offer: 'PIPELINING' }, { offer: '8BITMIME' }];

describe('a server that ends a connection', () => {
  it.each<{ reply: Reply }>([{ reply: 'hang up' }, { reply: '421 bye' }])(
    'after a text fails that mail only; the one announced behind it goes over another: $reply',
    async ({ reply }) => {
      await start('PIPELINING');
      await pool.send(parcel('one'));
      server.mood = (asked) =>
        isText(asked, 'two') ? announced(server, 'three').then(() => reply) : undefined;

      const [two, three, four] = await Promise.allSettled(
        ['two', 'three', 'four'].map((name) => pool.send(parcel(name))),
      );

      expect(two).toMatchObject({ status: 'rejected' });
      expect([three?.status, four?.status]).toEqual(['fulfilled', 'fulfilled']);
      expect(subjects(server).sort()).toEqual(['four', 'one', 'three', 'two']);
      expect(server.mails.map(({ connection }) => connection)).toEqual([1, 1, 2, 2]);
    },
  );

  it.each(offers)('after two mails each, with 421, fails none ($offer)', async ({ offer }) => {
    await start(offer);
    const begun = new Map<number, number>();
    server.mood = ({ verb, connection }) => {
      if (verb !== 'MAIL') return undefined;
      begun.set(connection, (begun.get(connection) ?? 0) + 1);
      return begun.get(connection) === 3 ? '421 enough' : undefined;
    };
    const names = ['1', '2', '3', '4', '5', '6', '7'];

    await Promise.all(names.map((name) => pool.send(parcel(name))));

    expect(subjects(server)).toEqual(names);
    expect(server.mails.map(({ connection }) => connection)).toEqual([1, 1, 2, 2, 3, 3, 4]);
  });

  it.each<{ offer: string; reply: Reply }>([
    { offer: 'PIPELINING', reply: 'hang up' },
    { offer: 'PIPELINING', reply: '421 no' },
    { offer: '8BITMIME', reply: 'hang up' },
    { offer: '8BITMIME', reply: '421 no' },
  ])('twice at the same mail fails it: $reply ($offer)', async ({ offer, reply }) => {
    await start(offer);
    await pool.send(parcel('one'));
    server.mood = (asked) => (isMail(asked, 'bad') ? reply : undefined);

    await expect(pool.send(parcel('bad'))).rejects.toMatchObject({
      message: expect.stringMatching(/421 no|closed|reset|EPIPE/i),
    });

    expect(server.connections).toBe(2);
    expect(subjects(server)).toEqual(['one']);
  });

  it('while nothing is sent harms nobody', async () => {
    await start('PIPELINING');
    await pool.send(parcel('one'));
    await server.stop();
    await server.comeBack();

    await pool.send(parcel('two'));

    expect(server.mails.map(({ connection }) => connection)).toEqual([1, 2]);
  });
});

describe('where nobody listens', () => {
  it('a mail fails, and the next one tries anew', async () => {
    await start();
    await server.stop();

    await expect(pool.send(parcel('one'))).rejects.toThrow('ECONNREFUSED');
    await server.comeBack();
    await pool.send(parcel('two'));

    expect(subjects(server)).toEqual(['two']);
  });
});
