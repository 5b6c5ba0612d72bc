import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FileRefused } from '../../../src/platform/files/file-refused.js';
import { readForm, type Form } from '../../../src/platform/files/multipart.js';
import type { ReceivedFile } from '../../../src/platform/files/receive-file.js';
import type { Uploads } from '../../../src/platform/files/uploads.js';
import { InputError } from '../../../src/platform/input-error.js';

export interface UploadServer {
  readonly port: number;
  readonly url: string;
  /** How each request ended, the broken ones too: the form, or the code or problem of the refusal. */
  readonly ends: (Form<'note' | 'link', ReceivedFile> | string)[];
  /** Resolves when that many requests ended. */
  ended(requests: number): Promise<void>;
  stop(): Promise<void>;
}

/** A real server that takes `file`, `note` and `link`. */
export async function startUploads(uploads: Uploads): Promise<UploadServer> {
  const ends: UploadServer['ends'] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    void readForm(request, { file: 'file', fields: ['note', 'link'] }, uploads)
      .catch(reasonOf)
      .then((end) => {
        ends.push(end);
        waiting.forEach((look) => look());
        response.writeHead(typeof end === 'string' ? 422 : 200).end(JSON.stringify(end));
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    ends,
    ended: (requests) =>
      new Promise((resolve) => {
        const look = () => {
          if (ends.length >= requests) resolve();
        };
        waiting.push(look);
        look();
      }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof FileRefused) return error.code;
  if (error instanceof InputError) return error.message;
  throw error;
}
