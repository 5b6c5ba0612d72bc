import { mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { SETTINGS, type Settings } from '../../src/platform/settings.js';
import { sample } from '../platform/files/samples.js';
import type { Office } from './office.js';
import { adminOf } from './work.js';

/** The folder in which the server keeps what was uploaded. */
export function storeFolder(office: Office): string {
  const { store } = office.site.app.get<Settings>(SETTINGS, { strict: false }).evidence;
  if (store.kind !== 'folder') throw new Error('the evidence is not in a folder');
  return store.folder;
}

/** All files below it, those that are still arriving among them. */
export async function filesIn(office: Office): Promise<string[]> {
  const folder = storeFolder(office);
  // There is none before the first upload.
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
}

export interface Upload {
  readonly unit: string;
  readonly no: number;
  readonly level: number;
  readonly name: string;
  readonly content: Buffer;
  readonly by?: string;
}

export function upload(office: Office, { unit, no, level, name, content, by }: Upload) {
  const fields = { unit, level: String(level) };
  const path = `/indicators/${no}/files`;
  return office.upload(by ?? adminOf(unit), path, { name, content }, fields);
}

/** A PDF that no other one is like: readers pass over what follows its end. */
export async function pdf(about: string): Promise<Buffer> {
  return Buffer.concat([await sample('bukti.pdf'), Buffer.from(`\n% ${about}\n`)]);
}

/** An upload of which the spec says how far it has come. */
export interface SlowUpload {
  readonly answer: Promise<Response>;
  readonly finish: () => void;
  readonly breakOff: () => void;
}

export async function slowUpload(
  office: Office,
  { unit, no, level, name, content }: Upload,
): Promise<SlowUpload> {
  const form = new FormData();
  form.set('unit', unit);
  form.set('level', String(level));
  form.set('file', new Blob([new Uint8Array(content)]), name);
  const whole = new Response(form);
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const half = bytes.length - content.length / 2;
  let rest: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, half));
      rest = () => {
        controller.enqueue(bytes.slice(half));
        controller.close();
      };
    },
  });
  const abort = new AbortController();
  const init = { body, headers, duplex: 'half', signal: abort.signal } as RequestInit;
  const answer = office.send(adminOf(unit), 'POST', `/indicators/${no}/files`, init);
  return { answer, finish: () => rest(), breakOff: () => abort.abort() };
}
