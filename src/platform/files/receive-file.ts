import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { detectType } from './detect-type.js';
import { FileRefused } from './file-refused.js';
import { isFileTypeName, type FileTypeName } from './file-types.js';
import { safeName } from './safe-name.js';

export interface ReceivedFile {
  /** Finished and on the disk, but of nobody's yet. */
  readonly path: string;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  readonly type: FileTypeName;
  /** For people, with the extension of its type. */
  readonly name: string;
}

export interface ReceiveLimits {
  /** Where files wait until they are kept. */
  readonly incoming: string;
  readonly maxBytes: number;
  readonly types: readonly FileTypeName[];
}

/**
 * Takes an upload to the disk while it counts and hashes. What a client says about the type is not asked for: only
 * the content tells.
 * @throws FileRefused; nothing is left then
 */
export async function receiveFile(
  stream: Readable,
  name: string,
  limits: ReceiveLimits,
): Promise<ReceivedFile> {
  // It may break off before the first byte is asked for, and an error that nobody listens to ends the process.
  stream.on('error', () => undefined);
  const path = join(limits.incoming, randomUUID());
  try {
    const written = await write(stream, path, limits.maxBytes);
    if (written.size === 0) throw new FileRefused('file_empty');
    const type = await allowedType(path, name, limits.types);
    return { path, ...written, type, name: safeName(name, type) };
  } catch (error) {
    stream.destroy();
    await rm(path, { force: true });
    throw error;
  }
}

async function allowedType(
  path: string,
  name: string,
  types: readonly FileTypeName[],
): Promise<FileTypeName> {
  const { type, needs } = await detectType(path, name);
  const allowed: readonly string[] = types;
  if (isFileTypeName(type) && needs.every((need) => allowed.includes(need))) return type;
  const found = [...new Set([type, ...needs])].join(' + ');
  throw new FileRefused('file_type_not_allowed', { found, allowed: types.join(', ') });
}

async function write(
  stream: Readable,
  path: string,
  maxBytes: number,
): Promise<Pick<ReceivedFile, 'sha256' | 'size'>> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx', 0o640);
  try {
    return await writeTo(file, stream, maxBytes);
  } finally {
    await file.close();
  }
}

async function writeTo(
  file: FileHandle,
  stream: Readable,
  maxBytes: number,
): Promise<Pick<ReceivedFile, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunksOf(stream)) {
    size += chunk.length;
    if (size > maxBytes) throw new FileRefused('file_too_large', { limit: String(maxBytes) });
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), size };
}

/** Errors of the source are the client's; those of the disk, thrown by whoever reads this, are ours. */
async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw new FileRefused('upload_broken', {}, error);
  }
}
