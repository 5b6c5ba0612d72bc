import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FileRefused } from '../../../src/platform/files/file-refused.js';
import { usualFileTypes } from '../../../src/platform/files/file-types.js';
import { receiveFile, type ReceiveLimits } from '../../../src/platform/files/receive-file.js';
import { sample } from './samples.js';
import { scratchFolder } from './scratch.js';

const folder = scratchFolder();

const limits = (more: Partial<ReceiveLimits> = {}): ReceiveLimits => ({
  incoming: folder.path,
  maxBytes: 10_000,
  types: usualFileTypes,
  ...more,
});

/** Why an upload is refused. */
async function refusal(received: Promise<unknown>): Promise<Pick<FileRefused, 'code' | 'detail'>> {
  const error = await received.catch((caught: unknown) => caught);
  if (!(error instanceof FileRefused)) throw new Error('not refused', { cause: error });
  return { code: error.code, detail: error.detail };
}

/** A file in pieces, cut at these places. */
const pieces = (content: Buffer, cuts: readonly number[]): Buffer[] => {
  const at = [0, ...[...cuts].sort((a, b) => a - b), content.length];
  return at.slice(1).map((end, index) => content.subarray(at[index], end));
};

describe('receiving a file', () => {
  it('counts, hashes, finds the type and keeps the content, however it is cut', async () => {
    const content = await sample('bukti.pdf');
    const sha256 = createHash('sha256').update(content).digest('hex');

    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(content.length), { maxLength: 20 }), async (cuts) => {
        const stream = Readable.from(pieces(content, cuts));
        const received = await receiveFile(stream, 'SK Tim.docx', limits());

        expect(received).toEqual({
          path: expect.stringContaining(folder.path),
          sha256,
          size: content.length,
          type: 'pdf',
          name: 'SK Tim.pdf',
        });
        expect(await readFile(received.path)).toEqual(content);
      }),
      { numRuns: 30 },
    );
  });

  it('takes a file as large as the limit', async () => {
    const content = await sample('bukti.pdf');

    const received = await receiveFile(
      Readable.from([content]),
      'bukti.pdf',
      limits({ maxBytes: content.length }),
    );

    expect(received.size).toBe(content.length);
  });

  it('refuses a larger one, stops reading and leaves nothing', async () => {
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1000, (sent += 1));
      })(),
      { highWaterMark: 1 },
    );

    expect(await refusal(receiveFile(endless, 'a.pdf', limits()))).toEqual({
      code: 'file_too_large',
      detail: { limit: '10000' },
    });
    expect(endless.destroyed).toBe(true);
    expect(sent).toBeLessThan(20);
    expect(await folder.files()).toEqual([]);
  });

  it('refuses an empty one', async () => {
    expect(await refusal(receiveFile(Readable.from([]), 'a.pdf', limits()))).toEqual({
      code: 'file_empty',
      detail: {},
    });
    expect(await folder.files()).toEqual([]);
  });

  it('refuses a type that is not allowed, and says which are', async () => {
    const svg = Readable.from([Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]);

    expect(await refusal(receiveFile(svg, 'a.pdf', limits({ types: ['pdf', 'png'] })))).toEqual({
      code: 'file_type_not_allowed',
      detail: { found: 'markup', allowed: 'pdf, png' },
    });
    expect(await folder.files()).toEqual([]);
  });

  it.each([
    [['odt'], 'odt + docm'],
    [['docm'], 'odt + docm'],
    [['odt', 'docm'], null],
  ] as const)('lets macros in only where both are allowed: %j', async (types, found) => {
    const received = receiveFile(
      Readable.from([await sample('makro.odt')]),
      'makro.odt',
      limits({ types }),
    );

    if (found === null) expect((await received).type).toBe('odt');
    else expect((await refusal(received)).detail).toMatchObject({ found });
  });
});

describe('an upload that breaks off', () => {
  it('is refused and leaves nothing', async () => {
    const stream = new PassThrough();
    const received = refusal(receiveFile(stream, 'a.pdf', limits()));
    stream.write('%PDF-1.7');
    stream.destroy(new Error('aborted'));

    expect(await received).toEqual({ code: 'upload_broken', detail: {} });
    expect(await folder.files()).toEqual([]);
  });

  it('is refused when it broke off before anybody read', async () => {
    const stream = new PassThrough();
    stream.destroy();

    expect(await refusal(receiveFile(stream, 'a.pdf', limits()))).toMatchObject({
      code: 'upload_broken',
    });
    expect(await folder.files()).toEqual([]);
  });

  it('is not to blame when the disk fails', async () => {
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    const stream = Readable.from([await sample('bukti.pdf')]);

    const received = receiveFile(stream, 'a.pdf', limits({ incoming: file }));

    await expect(received).rejects.not.toBeInstanceOf(FileRefused);
    expect(stream.destroyed).toBe(true);
  });
});
