import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { ConnectionPool } from '../../../src/notice/smtp/connection-pool.js';
import { parcel } from './parcels.js';

let server: SMTPServer;
let pool: ConnectionPool;
let texts: string[] = [];
let sessions: SMTPServerSession[] = [];
let passwords: (string | null | undefined)[] = [];

afterEach(async () => {
  pool.close();
  await new Promise<void>((closed) => {
    server.close(closed);
  });
});

/** With a certificate of its own making, and for whoever has logged in over TLS. @returns its port */
async function start(secure: boolean): Promise<number> {
  [texts, sessions, passwords] = [[], [], []];
  server = new SMTPServer({
    secure,
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      passwords.push(password);
      done(username === 'user' && password === 'secret' ? null : new Error('who?'), { user: 1 });
    },
    onData: (stream, session, done) => {
      void buffer(stream as Readable).then((bytes) => {
        texts.push(bytes.toString('latin1'));
        sessions.push(session);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return (server.server.address() as AddressInfo).port;
}

describe.each([
  { how: 'from the beginning', protocol: 'smtps', secure: true },
  { how: 'after STARTTLS', protocol: 'smtp', secure: false },
])('a server that is talked to in secret, $how', ({ protocol, secure }) => {
  it('is given the name and the password, and mails to the byte', async () => {
    const port = await start(secure);
    const tls = { rejectUnauthorized: false };
    pool = new ConnectionPool({ url: `${protocol}://user:secret@127.0.0.1:${port}`, tls }, 2);
    const sent = Array.from({ length: 30 }, (_, at) => `pagi \xa9\r\n.${at}\r\n`);
    const content = (text: string, at: number) => () =>
      at % 3 > 0 ? text : Readable.from([Buffer.from(text, 'latin1')]);

    await Promise.all(
      sent.map((text, at) => pool.send(parcel(`${at}`, { content: content(text, at) }))),
    );

    expect(texts.sort()).toEqual(sent.sort());
    expect(sessions.filter(({ user }) => user === 1)).toHaveLength(sent.length);
    expect(sessions.filter((session) => session.secure)).toHaveLength(sent.length);
    expect(new Set(sessions.map(({ id }) => id)).size).toBeLessThanOrEqual(2);
  });

  it('is told nothing when nobody vouches for its certificate', async () => {
    const port = await start(secure);
    pool = new ConnectionPool({ url: `${protocol}://user:secret@127.0.0.1:${port}` }, 1);

    await expect(pool.send(parcel('one'))).rejects.toThrow(/self[- ]signed|certificate/);

    expect([...texts, ...passwords]).toEqual([]);
  });
});
