import type { Readable } from 'node:stream';
import { FileRefused } from './file-refused.js';
import type { Receiver } from './multipart.js';

export interface SmallFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Takes a file into memory: for what is read at once and kept nowhere. */
export class SmallFiles implements Receiver<SmallFile> {
  constructor(private readonly maxBytes: number) {}

  /** @throws FileRefused */
  async receive(stream: Readable, name: string): Promise<SmallFile> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > this.maxBytes) {
        throw new FileRefused('file_too_large', { limit: String(this.maxBytes) });
      }
      chunks.push(chunk);
    }
    return { name, bytes: Buffer.concat(chunks) };
  }

  async discard(): Promise<void> {}
}
