import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { Response } from 'express';
import { contentDisposition } from './safe-name.js';

/** For a disk, while it is written: nobody knows yet how long it will be. */
export async function sendArchive(
  response: Response,
  name: string,
  content: Readable,
): Promise<void> {
  response.set({
    'Content-Type': 'application/zip',
    'Content-Disposition': contentDisposition(name),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
  });
  try {
    await pipeline(content, response);
  } catch (error) {
    // Who goes away in the middle of it is no error of ours; an archive that broke off is.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
