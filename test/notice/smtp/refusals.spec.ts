import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectionPool } from '../../../src/notice/smtp/connection-pool.js';
import { announced, isText, parcel, subjects } from './parcels.js';
import { TalkingServer, type Asked, type Reply } from './talking-server.js';

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

function refuses(address: string): (asked: Asked) => Reply | undefined {
  return ({ line }) => (line === `RCPT TO:<${address}>` ? '550 unknown' : undefined);
}

const unknown = expect.objectContaining({
  rejectedErrors: [expect.objectContaining({ recipient: 'bad@to.test', responseCode: 550 })],
});

describe('a message that is refused', () => {
  it('fails with what was answered, while the one announced behind it arrives', async () => {
    await pool.send(parcel('one'));
    server.mood = (asked) =>
      isText(asked, 'bad') ? announced(server, 'three').then(() => '554 no' as const) : undefined;

    const [bad, three] = await Promise.allSettled([
      pool.send(parcel('bad')),
      pool.send(parcel('three')),
    ]);

    expect(bad).toMatchObject({ reason: { responseCode: 554, command: 'DATA' } });
    expect(three.status).toBe('fulfilled');
    expect(subjects(server)).toEqual(['one', 'bad', 'three']);
    expect(server.connections).toBe(1);
  });
});

describe('an envelope that is refused', () => {
  const start = ['220 talking', expect.stringContaining('EHLO'), '250 well'];

  it('fails with its recipient; the next mail takes the same connection after RSET', async () => {
    server.mood = refuses('bad@to.test');

    await expect(pool.send(parcel('bad'))).rejects.toEqual(unknown);
    await pool.send(parcel('two'));

    expect(server.talk(1)).toEqual([
      ...start,
      'MAIL FROM:<bad@from.test>',
      'RCPT TO:<bad@to.test>',
      'DATA',
      '250 well',
      '550 unknown',
      '503 to whom',
      'RSET',
      '250 well',
      'MAIL FROM:<two@from.test>',
      'RCPT TO:<two@to.test>',
      'DATA',
      '250 well',
      '250 well',
      '354 go on',
      'TEXT',
      '250 taken',
    ]);
  });

  it('also if it was announced ahead', async () => {
    const refusal = refuses('bad@to.test');
    await pool.send(parcel('one'));
    server.mood = (asked) =>
      isText(asked, 'two')
        ? announced(server, 'bad').then(() => '250 taken' as const)
        : refusal(asked);

    const two = pool.send(parcel('two'));
    const bad = pool.send(parcel('bad'));
    const four = pool.send(parcel('four'));

    await expect(bad).rejects.toEqual(unknown);
    await Promise.all([two, four]);
    const talk = server.talk(1);
    expect(
      talk.slice(talk.indexOf('550 unknown'), talk.indexOf('MAIL FROM:<four@from.test>')),
    ).toEqual(['550 unknown', '503 to whom', 'RSET', '250 well']);
    expect(subjects(server)).toEqual(['one', 'two', 'four']);
    expect(server.connections).toBe(1);
  });

  it('in part goes to the others, and the receipt names both', async () => {
    server.mood = refuses('bad@to.test');
    const to = ['good@to.test', 'bad@to.test', 'fine@to.test'];

    const receipt = await pool.send(parcel('part', { envelope: { from: 'a@from.test', to } }));

    expect(receipt).toEqual(unknown);
    expect(receipt.accepted).toEqual(['good@to.test', 'fine@to.test']);
    expect(server.mails.map(({ recipients }) => recipients)).toEqual([receipt.accepted]);
  });
});
