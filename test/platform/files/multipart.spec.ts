import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { usualFileTypes } from '../../../src/platform/files/file-types.js';
import { FolderStore } from '../../../src/platform/files/folder.store.js';
import { NoScanner } from '../../../src/platform/files/scanner.js';
import { Uploads } from '../../../src/platform/files/uploads.js';
import { sample } from './samples.js';
import { scratchFolder } from './scratch.js';
import { startUploads, type UploadServer } from './upload-server.js';

const folder = scratchFolder();
const maxBytes = 100_000;
let server: UploadServer;
let pdf: Buffer;

beforeEach(async () => {
  pdf = await sample('bukti.pdf');
  const store = new FolderStore(join(folder.path, 'evidence'));
  server = await startUploads(
    new Uploads(store, new NoScanner(), { maxBytes, types: usualFileTypes }),
  );
});
afterEach(() => server.stop());

type Part = readonly [field: string, value: string | Buffer, name?: string];

/** What the server says to a form. */
async function post(...parts: readonly Part[]): Promise<unknown> {
  const form = new FormData();
  for (const [field, value, name] of parts) {
    if (name === undefined) form.append(field, value.toString());
    else form.append(field, new Blob([value]), name);
  }
  const response = await fetch(server.url, { method: 'POST', body: form });
  return response.json();
}

describe('a form with a file', () => {
  it('is read in any order, with names in any script', async () => {
    const answer = await post(
      ['note', 'Surat “keputusan”'],
      ['file', pdf, 'SK ꦥꦼꦏꦭꦺꦴꦔꦤ꧀ 2025.docx'],
      ['button', 'Unggah'],
      ['link', 'https://example.test'],
    );

    expect(answer).toEqual({
      fields: { note: 'Surat “keputusan”', link: 'https://example.test' },
      file: {
        path: expect.stringContaining(folder.path),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        size: pdf.length,
        type: 'pdf',
        name: 'SK ꦥꦼꦏꦭꦺꦴꦔꦤ꧀ 2025.pdf',
      },
    });
    expect(await folder.files()).toHaveLength(1);
  });

  it.each<[string, () => Part[], string]>([
    ['no file', () => [['note', 'x']], 'form: file: has no file; choose one'],
    ['an empty file field', () => [['file', Buffer.alloc(0), '']], 'form: file: has no file'],
    ['a text for a file', () => [['file', 'bukti.pdf']], 'form: file: has no file'],
    [
      'two files',
      () => [
        ['file', pdf, 'a.pdf'],
        ['file', pdf, 'b.pdf'],
      ],
      'form: file: takes one file',
    ],
    ['a file elsewhere', () => [['note', pdf, 'a.pdf']], 'form: note: takes no file'],
    [
      'a field twice',
      () => [
        ['file', pdf, 'a.pdf'],
        ['note', 'x'],
        ['note', 'y'],
      ],
      'form: note: is given twice',
    ],
    [
      'a field that is too long',
      () => [
        ['file', pdf, 'a.pdf'],
        ['note', 'x'.repeat(20_000)],
      ],
      'form: note: is longer than 16384 bytes',
    ],
    [
      'too many fields',
      () => [
        ['file', pdf, 'a.pdf'],
        ...Array.from({ length: 30 }, (_, index): Part => [`field${index}`, 'x']),
      ],
      'form: has too many fields',
    ],
    [
      'a file too large',
      () => [['file', Buffer.alloc(5_000_000, '%PDF'), 'a.pdf']],
      'file_too_large',
    ],
    ['a page', () => [['file', Buffer.from('<html>'), 'a.pdf']], 'file_type_not_allowed'],
  ])('is refused, and nothing is left: %s', async (_, parts, expected) => {
    expect(await post(...parts())).toEqual(expect.stringContaining(expected));
    expect(await folder.files()).toEqual([]);
  });

  it('is refused when it is no form', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });

    expect(await response.json()).toBe('form: must be sent as multipart/form-data');
  });
});

/** A form as it goes over the wire. */
function wire(body: Buffer | string, length = Buffer.byteLength(body)): Buffer {
  const head = [
    'POST / HTTP/1.1',
    'Host: siklus',
    'Content-Type: multipart/form-data; boundary=batas',
    `Content-Length: ${length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body)]);
}

const part = (headers: string, content: string) => `--batas\r\n${headers}\r\n\r\n${content}\r\n`;
const fileHeaders = 'Content-Disposition: form-data; name="file"; filename="a.pdf"';
const noteHeaders = 'Content-Disposition: form-data; name="note"';

describe('a form over the wire', () => {
  const whole = () =>
    wire(
      `${part(noteHeaders, 'catatan')}${part(fileHeaders, pdf.toString('latin1'))}--batas--\r\n`,
    );

  it('is cleared up wherever the connection breaks', async () => {
    const message = whole();
    let requests = 0;
    const start = message.indexOf('\r\n\r\n') + 4;

    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: message.length - 1 }),
        fc.boolean(),
        async (at, hard) => {
          const socket = connect(server.port, '127.0.0.1');
          await new Promise((written) => socket.write(message.subarray(0, at), written));
          if (hard) socket.resetAndDestroy();
          else socket.destroy();
          requests += 1;
          await server.ended(requests);

          expect(server.ends.at(-1)).toBe('upload_broken');
          expect(await folder.files()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['ends too early', part(fileHeaders, '%PDF-1.7'), 'form: is damaged'],
    ['has no head to a part', '--batas\r\nnonsense\r\n\r\nx\r\n--batas--\r\n', 'form: is damaged'],
    [
      'has an endless head',
      part(`${fileHeaders}\r\nX-Long: ${'x'.repeat(20_000)}`, '%PDF-1.7'),
      'form: is damaged',
    ],
    ['is empty', '', 'form: is damaged'],
  ])('is refused when it %s', async (_, body, expected) => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write(wire(body));
    await server.ended(1);
    socket.destroy();

    expect(server.ends).toEqual([expect.stringContaining(expected)]);
    expect(await folder.files()).toEqual([]);
  });
});
