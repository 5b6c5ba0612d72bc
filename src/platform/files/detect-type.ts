import { open, type FileHandle } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { compoundFound } from './compound-file.js';
import { plainly, together, type Found } from './found.js';
import { textFound } from './text-file.js';
import { zipFound } from './zip-file.js';

const zipStart = Buffer.from('504b0304', 'hex');
const compoundStart = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Tells a file's type by its content. Its name is believed in one point only: plain text called .csv is a table.
 * `file-type` knows no macros, and takes a ZIP for what its first entries look like; so archives and the older Office
 * formats, which are file systems of their own, are looked into here.
 */
export async function detectType(path: string, name: string): Promise<Found> {
  const file = await open(path);
  try {
    const start = await bytesAt(file, 0, 8);
    if (start.subarray(0, 4).equals(zipStart)) return await zipFound(path);
    if (start.equals(compoundStart)) return await compoundFound(file);
    // It gives up on some damaged files with an error: they are of no type then.
    const known = await fileTypeFromFile(path).catch(() => undefined);
    const found = known ? plainly(known.ext) : await textFound(path, name);
    // A ZIP is read from its end: whatever stands before it, such a file is an archive too.
    return (await endsAsZip(file)) ? (together([found, plainly('zip')]) ?? found) : found;
  } finally {
    await file.close();
  }
}

const zipEnd = Buffer.from('504b0506', 'hex');
const zipEndBytes = 22;
const longestComment = 0xffff;

async function endsAsZip(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  const from = Math.max(0, size - zipEndBytes - longestComment);
  const tail = await bytesAt(file, from, size - from);
  for (let at = tail.indexOf(zipEnd); at >= 0; at = tail.indexOf(zipEnd, at + 1)) {
    const end = at + zipEndBytes;
    if (end <= tail.length && end + tail.readUInt16LE(end - 2) === tail.length) return true;
  }
  return false;
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
