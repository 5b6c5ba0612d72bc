import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Readable } from 'node:stream';
import { contentDisposition } from './safe-name.js';

export interface OpenedFile {
  readonly file: {
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly sha256: string;
  };
  readonly content: Readable;
}

/** What a browser may show by itself; nothing of it can run a script of a page of ours. */
const inline = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp']);

/** For a disk, or for a frame of our own page. Whatever it holds, it cannot act here. */
export async function sendFile(
  response: Response,
  { file, content }: OpenedFile,
  how: 'attachment' | 'inline',
): Promise<void> {
  const isShown = how === 'inline' && inline.has(file.type);
  // A browser's own PDF viewer does not work in a sandbox; the others need nothing at all.
  const policy = isShown
    ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; sandbox";
  response.set({
    'Content-Type': file.type,
    'Content-Length': String(file.size),
    'Content-Disposition': isShown ? 'inline' : contentDisposition(file.name),
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
    ETag: `"${file.sha256}"`,
  });
  // Who goes away in the middle of it is no error of ours.
  await pipeline(content, response).catch(() => undefined);
}
