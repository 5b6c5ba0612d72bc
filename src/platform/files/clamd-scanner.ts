import { createReadStream } from 'node:fs';
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { FileRefused } from './file-refused.js';
import type { Scanner } from './scanner.js';

const patience = 60_000;

/**
 * Asks clamd by its own protocol (INSTREAM), so that it may run on another machine. No client package: the protocol
 * is a length before each piece, and those that exist have had no release for years.
 */
export class ClamdScanner implements Scanner {
  constructor(
    private readonly url: string,
    private readonly milliseconds = patience,
  ) {}

  async check(path: string): Promise<void> {
    const answer = await this.ask(path).catch((error: unknown) => {
      throw new FileRefused('scanner_unavailable', {}, error);
    });
    if (answer === 'stream: OK') return;
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    if (found !== undefined) throw new FileRefused('file_infected', { found });
    // Such as "INSTREAM size limit exceeded. ERROR": it did not look at all of it.
    throw new FileRefused('scanner_unavailable', {}, new Error(`clamd answered: ${answer}`));
  }

  private async ask(path: string): Promise<string> {
    // One deadline for all of it: a scanner that trickles is as bad as one that is silent.
    const signal = AbortSignal.timeout(this.milliseconds);
    const socket = connect({ ...addressOf(this.url), signal });
    try {
      // It may answer and hang up before it has read everything: what it said counts, not that we could not go on.
      // When we could not because of our own file, the socket ends with that error, and so does the answer.
      pipeline(framed(path), socket, { end: false }).catch(() => undefined);
      return await answerOf(socket);
    } finally {
      socket.destroy();
    }
  }
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  for await (const piece of socket as AsyncIterable<Buffer>) {
    answer += piece.toString();
    const end = answer.indexOf('\0');
    if (end >= 0) return answer.slice(0, end);
  }
  throw new Error(`clamd hung up after: ${answer}`);
}

async function* framed(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    yield lengthOf(piece);
    yield piece;
  }
  yield lengthOf(Buffer.alloc(0));
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

function addressOf(url: string): NetConnectOpts {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol === 'unix:') return { path: decodeURIComponent(pathname) };
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}
