import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectionPool } from '../../../src/notice/smtp/connection-pool.js';
import type { Receipt } from '../../../src/notice/smtp/parcel.js';
import { announced, isText, parcel, subjects } from './parcels.js';
import { TalkingServer } from './talking-server.js';

let server: TalkingServer;
let pool: ConnectionPool;
let ahead: string[];

async function start(...offers: string[]): Promise<void> {
  server = await TalkingServer.start(...offers);
  pool = new ConnectionPool({ url: `smtp://${server.host}` }, 1);
  ahead = [];
}

afterEach(async () => {
  pool.close();
  await server.stop();
});

function send(name: string): Promise<Receipt> {
  return pool.send(parcel(name, { onAhead: () => ahead.push(name) }));
}

/** Long enough for anything that somebody else is about to say. */
async function passerBy(): Promise<void> {
  const another = new ConnectionPool({ url: `smtp://${server.host}` }, 1);
  await another.send(parcel('passer-by'));
  another.close();
}

function answerOnlyAfterPasserBy(name: string): void {
  server.mood = (asked) =>
    isText(asked, name) ? passerBy().then(() => '250 taken' as const) : undefined;
}

function afterText(connection: number, nth: number): string[] {
  const talk = server.talk(connection);
  const texts = talk.flatMap((line, at) => (line === 'TEXT' ? [at] : []));
  const at = (texts[nth - 1] ?? talk.length) + 1;
  return talk.slice(at, at + 4);
}

describe('a server that offers PIPELINING', () => {
  it('hears the next envelope before it has answered to a message, from the second one on', async () => {
    await start('PIPELINING');
    server.mood = (asked) =>
      isText(asked, 'two')
        ? announced(server, 'three').then(() => '250 taken' as const)
        : undefined;

    await send('one');
    await Promise.all([send('two'), send('three')]);

    expect(afterText(1, 2)).toEqual([
      'MAIL FROM:<three@from.test>',
      'RCPT TO:<three@to.test>',
      'DATA',
      '250 taken',
    ]);
    expect(subjects(server)).toEqual(['one', 'two', 'three']);
    expect(ahead).toEqual(['two', 'three']);
  });

  it('hears nothing behind the first mail of a connection before its answer', async () => {
    await start('PIPELINING');
    answerOnlyAfterPasserBy('one');

    await Promise.all([send('one'), send('two')]);

    expect(afterText(1, 1).slice(0, 2)).toEqual(['250 taken', 'MAIL FROM:<two@from.test>']);
    expect(ahead).toEqual(['two']);
  });

  it('hears nothing ahead once it took more than a second to answer', async () => {
    await start('PIPELINING');
    await send('one');
    server.mood = (asked) =>
      isText(asked, 'slow')
        ? new Promise((resolve) => setTimeout(resolve, 1050, '250 taken'))
        : undefined;
    const slow = await send('slow');
    answerOnlyAfterPasserBy('three');

    await Promise.all([send('three'), send('four')]);

    expect(slow.messageTime).toBeGreaterThanOrEqual(1000);
    expect(afterText(1, 3).slice(0, 2)).toEqual(['250 taken', 'MAIL FROM:<four@from.test>']);
    expect(ahead).toEqual(['slow', 'four']);
  });
});

describe('a server that does not offer PIPELINING', () => {
  it('hears no envelope before it has answered', async () => {
    await start();
    await send('one');
    answerOnlyAfterPasserBy('two');

    await Promise.all([send('two'), send('three')]);

    expect(afterText(1, 2).slice(0, 2)).toEqual(['250 taken', 'MAIL FROM:<three@from.test>']);
    expect(subjects(server)).toEqual(['one', 'two', 'passer-by', 'three']);
    expect(ahead).toEqual([]);
  });
});
