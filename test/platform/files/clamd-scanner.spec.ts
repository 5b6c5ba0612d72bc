import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClamdScanner } from '../../../src/platform/files/clamd-scanner.js';
import { FileRefused } from '../../../src/platform/files/file-refused.js';
import { eicar, honest, startClamd, type Behaviour, type ClamdServer } from './clamd-server.js';
import { scratchFolder } from './scratch.js';

const folder = scratchFolder();
let server: ClamdServer;
afterEach(() => server.stop());

/** The error of a scan, null for a clean file. */
async function scan(content: string | Buffer, scanner: ClamdScanner): Promise<unknown> {
  const path = join(folder.path, 'upload');
  await writeFile(path, content);
  return scanner.check(path).then(
    () => null,
    (error: unknown) => error,
  );
}

const infected = new FileRefused('file_infected', { found: 'Eicar-Test-Signature' });

describe('the virus scanner', () => {
  it('is shown the whole file and lets a clean one pass', async () => {
    server = await startClamd(honest);
    const content = Buffer.alloc(1_000_000, 'bukti dukung ');

    expect(await scan(content, new ClamdScanner(server.url))).toBeNull();
    expect(server.scanned.map((scanned) => scanned.equals(content))).toEqual([true]);
  });

  it('refuses an infected one, by the name of what was found', async () => {
    server = await startClamd(honest);

    expect(await scan(eicar, new ClamdScanner(server.url))).toEqual(infected);
  });

  it('is reached over a socket file, too', async () => {
    server = await startClamd(honest, join(folder.path, 'clamd.ctl'));

    expect(server.url).toMatch(/^unix:\/\/\//);
    expect(await scan(eicar, new ClamdScanner(server.url))).toEqual(infected);
  });

  it('puts an answer together that comes in pieces', async () => {
    server = await startClamd((socket) => {
      socket.setNoDelay(true);
      socket.write('stream: Eicar-Test');
      setImmediate(() => socket.write('-Signature FOU'));
      setTimeout(() => socket.write('ND\0'), 20);
    });

    expect(await scan('x', new ClamdScanner(server.url))).toEqual(infected);
  });

  const silent: Behaviour = () => undefined;
  const saying =
    (answer: string): Behaviour =>
    (socket) =>
      socket.end(answer);

  it.each([
    ['says nothing', silent, 'aborted'],
    ['hangs up', saying(''), 'hung up'],
    ['hangs up in the middle of its answer', saying('stream: O'), 'hung up'],
    ['hangs up before the closing zero', saying('stream: OK'), 'hung up'],
    ['did not look at all of it', saying('INSTREAM size limit exceeded. ERROR\0'), 'size limit'],
    ['breaks the connection', (socket) => void socket.resetAndDestroy(), 'ECONNRESET'],
  ] as [string, Behaviour, string][])(
    'passes nothing unseen: a scanner that %s',
    async (_, behaviour, reason) => {
      server = await startClamd(behaviour);

      const error = await scan('x', new ClamdScanner(server.url, 300));

      expect(error).toEqual(new FileRefused('scanner_unavailable'));
      expect(String((error as FileRefused).cause)).toContain(reason);
    },
  );

  it('passes nothing unseen: a scanner that is down', async () => {
    server = await startClamd(honest);
    const { url } = server;
    await server.stop();
    server = await startClamd(honest);

    const error = await scan('x', new ClamdScanner(url));

    expect(error).toMatchObject({ code: 'scanner_unavailable', detail: {} });
    expect(String((error as FileRefused).cause)).toContain('ECONNREFUSED');
  });
});
