import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { TestingModule } from '@nestjs/testing';
import { Test } from '@nestjs/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../../src/domain/clock.js';
import type { EvidenceSettings } from '../../../src/platform/evidence-settings.js';
import { FILE_STORE, type FileStore } from '../../../src/platform/files/file-store.js';
import { FolderStore } from '../../../src/platform/files/folder.store.js';
import { S3Store } from '../../../src/platform/files/s3.store.js';
import { Uploads } from '../../../src/platform/files/uploads.js';
import { PlatformModule } from '../../../src/platform/platform.module.js';
import { readSettings } from '../../../src/platform/settings.js';
import { eicar, honest, startClamd } from './clamd-server.js';
import { startS3 } from './s3-server.js';
import { sample } from './samples.js';
import { scratchFolder } from './scratch.js';

const folder = scratchFolder();
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The parts of a running process, as any other part is given them. */
async function start(
  more: Partial<EvidenceSettings> = {},
): Promise<{ readonly app: TestingModule; readonly store: FileStore; readonly uploads: Uploads }> {
  const settings = readSettings({ EVIDENCE_STORE: folder.path, EVIDENCE_TYPES: 'pdf,txt' });
  const all = { ...settings, databaseUrl: '', smtpUrl: '' };
  const evidence = { ...settings.evidence, ...more };
  const platform = PlatformModule.for({ ...all, evidence }, new SystemClock());
  const app = await Test.createTestingModule({ imports: [platform] }).compile();
  await app.init();
  ends.push(() => app.close());
  return { app, store: app.get(FILE_STORE), uploads: app.get(Uploads) };
}

const stream = (content: string | Buffer) => Readable.from([Buffer.from(content)]);

describe('an upload', () => {
  it('is in the store once it is kept, and not before', async () => {
    const { store, uploads } = await start();
    const pdf = await sample('bukti.pdf');

    const received = await uploads.receive(stream(pdf), 'SK.pdf');

    expect(store).toBeInstanceOf(FolderStore);
    expect(await store.has(received.sha256)).toBe(false);

    await uploads.keep(received);

    expect((await buffer(await store.open(received.sha256))).equals(pdf)).toBe(true);
    expect(await folder.files()).toEqual([received.sha256]);
  });

  it('is gone when it is discarded, however often', async () => {
    const { uploads } = await start();
    const received = await uploads.receive(stream('catatan'), 'catatan.txt');

    await uploads.discard(received);
    await uploads.discard(received);

    expect(await folder.files()).toEqual([]);
  });

  it('goes to the S3 store that is set', async () => {
    const server = await startS3(join(folder.path, 's3'));
    ends.push(() => server.stop());
    const { store, uploads } = await start({
      store: server.settings(join(folder.path, 'incoming')),
    });

    const received = await uploads.receive(stream('catatan'), 'catatan.txt');
    await uploads.keep(received);

    expect(store).toBeInstanceOf(S3Store);
    expect((await buffer(await store.open(received.sha256))).toString()).toBe('catatan');
  });

  it('is refused, and gone, when the scanner finds something or is down', async () => {
    const clamd = await startClamd(honest);
    const { uploads } = await start({ clamdUrl: clamd.url });

    await expect(uploads.receive(stream(eicar), 'a.txt')).rejects.toMatchObject({
      code: 'file_infected',
    });
    await uploads.discard(await uploads.receive(stream('bersih'), 'a.txt'));
    await clamd.stop();
    await expect(uploads.receive(stream('bersih'), 'a.txt')).rejects.toMatchObject({
      code: 'scanner_unavailable',
    });

    expect(await folder.files()).toEqual([]);
  });
});

describe('a process that starts', () => {
  it('removes uploads that one left behind a day ago, and nothing else', async () => {
    const incoming = join(folder.path, 'incoming');
    await mkdir(incoming);
    const [old, young] = [
      '7c0f1c3e-0000-4000-8000-000000000001',
      '7c0f1c3e-0000-4000-8000-000000000002',
    ];
    for (const name of [old, young, 'README']) await writeFile(join(incoming, name), '');
    const hoursAgo = (hours: number) => Date.now() / 1000 - hours * 3600;
    await utimes(join(incoming, old), hoursAgo(25), hoursAgo(25));
    await utimes(join(incoming, young), hoursAgo(23), hoursAgo(23));
    await utimes(join(incoming, 'README'), hoursAgo(25), hoursAgo(25));

    await start();

    expect((await folder.files()).sort()).toEqual([young, 'README'].sort());
  });
});
