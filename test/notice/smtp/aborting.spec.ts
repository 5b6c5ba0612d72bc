import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectionPool } from '../../../src/notice/smtp/connection-pool.js';
import { announced, isText, parcel, subjects } from './parcels.js';
import { TalkingServer } from './talking-server.js';

const late = new Error('too late');

let server: TalkingServer;
let pool: ConnectionPool;
let release: () => void;

beforeEach(async () => {
  server = await TalkingServer.start('PIPELINING');
  pool = new ConnectionPool({ url: `smtp://${server.host}` }, 1);
});

afterEach(async () => {
  pool.close();
  await server.stop();
});

function holdBackAnswerTo(name: string): void {
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  server.mood = (asked) =>
    isText(asked, name) ? released.then(() => '250 taken' as const) : undefined;
}

describe('the signal of a mail', () => {
  it('fails it with its reason while it waits; the others arrive', async () => {
    const { signal, abort } = aborter();
    holdBackAnswerTo('one');
    const one = pool.send(parcel('one'));
    const two = pool.send(parcel('two', { signal }));
    const three = pool.send(parcel('three'));

    abort();

    await expect(two).rejects.toBe(late);
    release();
    await Promise.all([one, three]);
    expect(subjects(server)).toEqual(['one', 'three']);
    expect(server.connections).toBe(1);
  });

  it('fails it while its answer is awaited; the one announced behind it arrives once', async () => {
    const { signal, abort } = aborter();
    await pool.send(parcel('one'));
    holdBackAnswerTo('two');
    const two = pool.send(parcel('two', { signal }));
    const three = pool.send(parcel('three'));
    await announced(server, 'three');

    abort();

    await expect(two).rejects.toBe(late);
    await three;
    release();
    await server.until(() => server.open === 1);
    expect(subjects(server)).toEqual(['one', 'two', 'three']);
    expect(server.mails.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });

  it('fails it when it is announced; the one before it still gets its answer', async () => {
    const { signal, abort } = aborter();
    await pool.send(parcel('one'));
    holdBackAnswerTo('two');
    const two = pool.send(parcel('two'));
    const three = pool.send(parcel('three', { signal }));
    const four = pool.send(parcel('four'));
    await announced(server, 'three');

    abort();

    await expect(three).rejects.toBe(late);
    release();
    await Promise.all([two, four]);
    expect(subjects(server)).toEqual(['one', 'two', 'four']);
    expect(server.mails.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });

  it('fails it while its connection opens', async () => {
    const { signal, abort } = aborter();
    server.mood = ({ verb, connection }) =>
      verb === 'EHLO' && connection === 1 ? new Promise(() => undefined) : undefined;
    const one = pool.send(parcel('one', { signal }));
    await server.until(() => server.log.some((line) => line.includes('EHLO')));

    abort();

    await expect(one).rejects.toBe(late);
    await pool.send(parcel('two'));
    expect(subjects(server)).toEqual(['two']);
  });

  it('is left without listeners when many mails that share it are done', async () => {
    const { signal } = aborter();
    const names = Array.from({ length: 20 }, (_, at) => `${at}`);

    const mails = Promise.all(names.map((name) => pool.send(parcel(name, { signal }))));
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await mails;
    pool.close();
    await expect(pool.send(parcel('later', { signal }))).rejects.toThrow('closed');

    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('fails all that share it, under way or not, and no other', async () => {
    const { signal, abort } = aborter();
    const names = Array.from({ length: 20 }, (_, at) => `${at}`);
    server.mood = ({ verb, connection }) =>
      verb === 'MAIL' && connection === 1 ? new Promise(() => undefined) : undefined;
    const shared = names.map((name) => pool.send(parcel(name, { signal })));
    await server.until(() => server.log.some((line) => line.includes('MAIL')));
    const other = pool.send(parcel('other'));

    abort();

    const ends = await Promise.allSettled(shared);
    expect(ends.every((end) => end.status === 'rejected' && end.reason === late)).toBe(true);
    await other;
    expect(subjects(server)).toEqual(['other']);
  });

  it('keeps a mail from being sent at all when it is too late already', async () => {
    const one = pool.send(parcel('one', { signal: AbortSignal.abort(late) }));

    await expect(one).rejects.toBe(late);
    await pool.send(parcel('two'));
    expect(subjects(server)).toEqual(['two']);
  });
});

function aborter(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: () => {
      controller.abort(late);
    },
  };
}
