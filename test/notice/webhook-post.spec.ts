import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { post, type Posted } from '../../src/notice/webhook/post.js';
import { Listener } from './listener.js';

let listener: Listener;

beforeEach(async () => {
  listener = await Listener.start();
});

afterEach(() => listener.stop());

function posted(url: string, allowPrivate: boolean, patience = 10_000): Promise<Posted> {
  return post({ url, headers: { 'siklus-event': 'x' }, body: '{}' }, { allowPrivate, patience });
}

const refused = 'it leads to a private network, which is not allowed';

describe('a webhook', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '10.0.0.1',
    '169.254.169.254',
  ])('is not sent to %s, not even a connection', async (host) => {
    const answer = await posted(`https://${host}:${listener.port}/`, false);

    expect(answer).toEqual({ taken: false, answer: refused });
    expect(listener.heard).toEqual([]);
  });

  it('is not sent without TLS', async () => {
    expect(await posted('http://siklus.example/', false)).toEqual({
      taken: false,
      answer: 'only https is allowed',
    });
  });

  it.each(['127.0.0.1', 'localhost'])('is sent to %s where that is allowed', async (host) => {
    const answer = await posted(`http://${host}:${listener.port}/siklus`, true);

    expect(answer).toEqual({ taken: true, answer: '204' });
    expect(listener.heard).toMatchObject([{ path: '/siklus', body: '{}' }]);
  });

  it('follows no redirect', async () => {
    listener.answers((response) => response.writeHead(307, { location: '/lain' }).end('pindah'));

    expect(await posted(listener.url, true)).toEqual({ taken: false, answer: '307 pindah' });
    expect(listener.heard.map(({ path }) => path)).toEqual(['/siklus']);
  });

  it('waits no longer than it has patience for', async () => {
    listener.answers(() => undefined);

    expect(await posted(listener.url, true, 200)).toEqual({
      taken: false,
      answer: 'no answer in time',
    });
  });

  it('is taken by who answers and then never ends', async () => {
    listener.answers((response) => response.writeHead(200).write('baik'));

    expect(await posted(listener.url, true, 200)).toEqual({ taken: true, answer: '200 baik' });
  });

  it('reads no more than a kilobyte of an endless answer, and no control characters', async () => {
    listener.answers((response) => {
      response.writeHead(500);
      const more = (): void => {
        if (!response.destroyed && response.write('a\u0000b'.repeat(10_000))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });

    const { taken, answer } = await posted(listener.url, true);

    expect([taken, answer.length, answer.slice(0, 7)]).toEqual([
      false,
      '500 '.length + 1024,
      '500 a b',
    ]);
  });

  it('says why nobody is there', async () => {
    const { url } = listener;
    await listener.stop();

    const { taken, answer } = await posted(url, true);

    expect([taken, answer]).toEqual([false, expect.stringContaining('ECONNREFUSED')]);
  });
});
