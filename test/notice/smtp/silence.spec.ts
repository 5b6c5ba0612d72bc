import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ConnectionPool } from '../../../src/notice/smtp/connection-pool.js';
import { parcel, subjects } from './parcels.js';
import { TalkingServer } from './talking-server.js';

let server: TalkingServer;
let pool: ConnectionPool;

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'queueMicrotask', 'setImmediate'] });
  server = await TalkingServer.start('PIPELINING');
  pool = new ConnectionPool({ url: `smtp://${server.host}` }, 1);
});

afterEach(async () => {
  pool.close();
  await server.stop();
  jest.useRealTimers();
});

describe('a connection', () => {
  it('is left with QUIT when nothing was sent for minutes', async () => {
    await pool.send(parcel('one'));

    jest.advanceTimersByTime(5 * 60 * 1000);
    await pool.send(parcel('two'));

    await server.until(() => server.open === 1);
    expect(server.talk(1)).toContain('QUIT');
    expect(server.mails.map(({ connection }) => connection)).toEqual([1, 2]);
  });

  it.each(['QUIT', 'RSET'])('is not kept for a server that never answers %s', async (silent) => {
    server.mood = ({ verb, line }) => {
      if (verb === silent) return new Promise(() => undefined);
      return line.startsWith('RCPT TO:<bad') ? '550 unknown' : undefined;
    };
    await pool.send(parcel('one'));
    if (silent === 'RSET') {
      await expect(pool.send(parcel('bad'))).rejects.toThrow('unknown');
      await server.until(() => server.log.includes('1 RSET'));
    }

    jest.advanceTimersByTime(5 * 60 * 1000);
    await pool.send(parcel('two'));

    expect(subjects(server)).toEqual(['one', 'two']);
  });
});
