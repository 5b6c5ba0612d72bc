import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { packageRoot } from '../../../src/platform/package-root.js';

/** A real file, as LibreOffice wrote it. */
export async function sample(name: string): Promise<Buffer> {
  const content = await readFile(join(packageRoot, 'test/platform/files/samples', name));
  return name.endsWith('.gz') ? gunzipSync(content) : content;
}

export async function zipOf(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) {
    zip.addBuffer(Buffer.from(content), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** The same archive with some entries changed or added. */
export async function rezipped(
  archive: Buffer,
  change: (entries: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): Promise<Buffer> {
  const entries: Record<string, string> = {};
  const zip = await fromBufferPromise(archive);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    entries[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  }
  return zipOf({ ...entries, ...change(entries) });
}

/** A compound file in which one entry bears another name of the same length or shorter. */
export function renamed(compound: Buffer, from: string, to: string): Buffer {
  const changed = Buffer.from(compound);
  const at = changed.indexOf(Buffer.from(`${from}\0`, 'utf16le'));
  changed.fill(0, at, at + 64);
  changed.write(to, at, 'utf16le');
  changed.writeUInt16LE((to.length + 1) * 2, at + 64);
  return changed;
}
