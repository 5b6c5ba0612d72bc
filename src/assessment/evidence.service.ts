import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { SystemClock, type Clock } from '../domain/clock.js';
import type { Attachment } from '../domain/assessment/evidence.js';
import { isBefore } from '../domain/instants.js';
import { Refusal } from '../domain/refusal.js';
import { CLOCK } from '../platform/clock.js';
import { FILE_STORE, type FileStore } from '../platform/files/file-store.js';
import { fileTypes } from '../platform/files/file-types.js';
import type { ReceivedFile } from '../platform/files/receive-file.js';
import { Uploads } from '../platform/files/uploads.js';
import { DeskService } from './desk.service.js';
import { ReadingService } from './reading.service.js';

/** Where a new piece of evidence belongs, or which one it replaces. */
export type EvidencePlace =
  | {
      readonly indicator: number;
      readonly level: number;
      readonly unit: string;
      /** Asked for at the unit's address, where there is only what the unit leads or supports. */
      readonly atAddress?: true;
    }
  | { readonly replaces: string };

/** A file that was received and checked. */
export interface Arrival {
  readonly file: ReceivedFile;
  /** When its request began: what is under way at the deadline is in time (rule 8). */
  readonly acceptedAt: Temporal.Instant;
}

/** How long a file may lie in the store before anything refers to it. */
const unclaimedFor = { hours: 24 };
const sweptAtOnce = 500;

@Injectable()
export class EvidenceService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly desks: DeskService,
    private readonly reading: ReadingService,
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns its id. @throws Refusal, in which case nothing has changed */
  async attach(
    code: string,
    email: string,
    place: EvidencePlace,
    attachment: Attachment,
  ): Promise<string> {
    return this.attachAsOf(code, email, place, { attachment, acceptedAt: this.clock.now() });
  }

  /** The same for a file. */
  async attachFile(
    code: string,
    email: string,
    place: EvidencePlace,
    { file, acceptedAt }: Arrival,
  ): Promise<string> {
    try {
      // First the file, then the row: a file that no row refers to is swept, a row without a file is lost.
      await this.uploads.keep(file);
      const attachment = attachmentOf(file);
      return await this.attachAsOf(code, email, place, { attachment, acceptedAt });
    } finally {
      await this.uploads.discard(file);
    }
  }

  private async attachAsOf(
    code: string,
    email: string,
    place: EvidencePlace,
    { attachment, acceptedAt }: { attachment: Attachment; acceptedAt: Temporal.Instant },
  ): Promise<string> {
    const id = randomUUID();
    if ('replaces' in place) {
      const command = { do: 'replaceEvidence', id, evidence: place.replaces, attachment } as const;
      await this.desks.perform(code, email, command, acceptedAt);
      return id;
    }
    const { atAddress, ...where } = place;
    const command = { do: 'attachEvidence', id, ...where, attachment } as const;
    if (atAddress) {
      await this.desks.performAt({ cycle: code, unit: where.unit }, email, command, acceptedAt);
    } else {
      await this.desks.perform(code, email, command, acceptedAt);
    }
    return id;
  }

  /** @throws Refusal not_found for who may not see it, and for links */
  async open(
    code: string,
    email: string,
    id: string,
  ): Promise<{ readonly file: Extract<Attachment, { kind: 'file' }>; readonly content: Readable }> {
    const { attachment } = await this.reading.evidence(code, email, id);
    if (attachment.kind !== 'file') throw new Refusal('not_found', { evidence: id });
    return { file: attachment, content: await this.store.open(attachment.sha256) };
  }

  /**
   * Removes files that nothing refers to, and that were put long enough ago: somebody may be about to.
   * @returns how many
   */
  async sweep(stop?: AbortSignal): Promise<number> {
    // The age of files is in the server's own time, also where a cycle's clock is moved.
    const before = new SystemClock().now().subtract(unclaimedFor);
    let removed = 0;
    let old: string[] = [];
    for await (const { sha256, at } of this.store.list()) {
      if (stop?.aborted) return removed;
      if (isBefore(at, before)) old.push(sha256);
      if (old.length < sweptAtOnce) continue;
      removed += await this.removeUnclaimed(old);
      old = [];
    }
    return removed + (await this.removeUnclaimed(old));
  }

  private async removeUnclaimed(hashes: readonly string[]): Promise<number> {
    if (hashes.length === 0) return 0;
    const rows = await this.db.query<{ sha256: string }[]>(
      `SELECT attachment ->> 'sha256' AS sha256 FROM evidence
       WHERE attachment ->> 'sha256' = ANY ($1)
       UNION SELECT file ->> 'sha256' FROM extension_request WHERE file ->> 'sha256' = ANY ($1)`,
      [hashes],
    );
    const claimed = new Set(rows.map(({ sha256 }) => sha256));
    const unclaimed = hashes.filter((hash) => !claimed.has(hash));
    for (const hash of unclaimed) await this.store.remove(hash);
    return unclaimed.length;
  }
}

export function attachmentOf({
  name,
  sha256,
  size,
  type,
}: ReceivedFile): Extract<Attachment, { kind: 'file' }> {
  return { kind: 'file', name, sha256, size, type: fileTypes[type].mime };
}
