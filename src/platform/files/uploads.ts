import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { OnModuleInit } from '@nestjs/common';
import { SystemClock } from '../../domain/clock.js';
import type { EvidenceSettings } from '../evidence-settings.js';
import type { FileStore } from './file-store.js';
import { fileTypes } from './file-types.js';
import { sweepIncoming } from './incoming.js';
import type { Receiver } from './multipart.js';
import { receiveFile, type ReceivedFile } from './receive-file.js';
import type { Scanner } from './scanner.js';

/** From a stream to a checked file that waits; then it is either kept or discarded. */
export class Uploads implements Receiver<ReceivedFile>, OnModuleInit {
  constructor(
    private readonly store: FileStore,
    private readonly scanner: Scanner,
    private readonly allowed: Pick<EvidenceSettings, 'maxBytes' | 'types'>,
  ) {}

  async onModuleInit(): Promise<void> {
    // The age of files is in the server's own time, also where a cycle's clock is moved.
    await sweepIncoming(this.store.incoming, new SystemClock().now());
  }

  /** @throws FileRefused; nothing is left then */
  async receive(stream: Readable, name: string): Promise<ReceivedFile> {
    const { maxBytes, types } = this.allowed;
    const received = await receiveFile(stream, name, {
      incoming: this.store.incoming,
      maxBytes,
      types,
    });
    try {
      await this.scanner.check(received.path);
    } catch (error) {
      await this.discard(received);
      throw error;
    }
    return received;
  }

  /** Before the row that refers to it is committed: a file without a row is swept, a row without a file is lost. */
  async keep({ path, sha256, size, type }: ReceivedFile): Promise<void> {
    await this.store.put({ path, sha256, size, mime: fileTypes[type].mime });
  }

  async discard({ path }: ReceivedFile): Promise<void> {
    await rm(path, { force: true });
  }
}
