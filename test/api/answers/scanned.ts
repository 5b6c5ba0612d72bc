import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../../src/platform/settings.js';
import {
  eicar,
  honest,
  startClamd,
  type Behaviour,
  type ClamdServer,
} from '../../platform/files/clamd-server.js';
import { pdf } from '../uploading.js';
import { form, type Row } from './scene.js';

const mebibyte = 1024 * 1024;
const asleep = 'PEMINDAI TIDUR';

/** Hangs up on whoever sends it the magic word. */
const moody: Behaviour = (socket, content) => {
  if (content.includes(asleep)) socket.destroy();
  else honest(socket, content);
};

/** A scanner, and a store of files that asks it. */
export class Scanned {
  private constructor(
    private readonly clamd: ClamdServer,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Scanned> {
    const folder = await mkdtemp(join(tmpdir(), 'siklus-answers-'));
    return new Scanned(await startClamd(moody), folder);
  }

  get settings(): Pick<Settings, 'evidence'> {
    const { evidence } = readSettings({ EVIDENCE_STORE: join(this.folder, 'evidence') });
    return { evidence: { ...evidence, clamdUrl: this.clamd.url, maxBytes: mebibyte } };
  }

  async stop(): Promise<void> {
    await this.clamd.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** What is the matter with a file, whatever it is sent for. */
export function fileRows(
  by: string,
  request: string,
  fields: Readonly<Record<string, string>> = {},
): Row[] {
  const sent = async (content: Buffer | string | Promise<Buffer>) => form(await content, fields);
  // prettier-ignore
  return [
    [by, request, '422 wrong_input',           () => new FormData()],
    [by, request, '422 wrong_input',           () => cutOff(fields)],
    [by, request, '422 file_empty',            () => sent('')],
    [by, request, '413 file_too_large',        () => sent(Buffer.alloc(mebibyte + 1, '%PDF-'))],
    [by, request, '415 file_type_not_allowed', () => sent('<!doctype html><html></html>')],
    [by, request, '422 file_infected',         () => sent(pdf(eicar))],
    [by, request, '503 scanner_unavailable',   () => sent(pdf(asleep))],
  ];
}

/** A form that ends in the middle of its file, though all of it has come. */
async function cutOff(fields: Readonly<Record<string, string>>): Promise<Blob> {
  const whole = await new Response(form(await pdf('terpotong'), fields)).blob();
  return whole.slice(0, whole.size - 100, whole.type);
}
