import type { Readable } from 'node:stream';
import type { Temporal } from 'temporal-polyfill';

export const FILE_STORE = Symbol('file store');

/** A finished file in the store's `incoming`. */
export interface FinishedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly mime: string;
}

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  /** When it was put last, by the store's own clock. */
  readonly at: Temporal.Instant;
}

/** Both ends belong to it, and both may be left out, as in an HTTP range. */
export interface ByteRange {
  readonly from?: number;
  readonly to?: number;
}

/** Keeps contents by their SHA-256: what is put twice is there once, and nothing there ever changes. */
export interface FileStore {
  /** Where uploads are received, on this machine. */
  readonly incoming: string;
  /** Takes the file over: afterwards it is in the store, and its path may be gone. */
  put(file: FinishedFile): Promise<void>;
  /** @throws FileMissing before the first byte */
  open(sha256: string, range?: ByteRange): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** Removes what is there; who still refers to it is the caller's to know. */
  remove(sha256: string): Promise<void>;
  /** In no order. */
  list(): AsyncIterable<StoredFile>;
}

export class FileMissing extends Error {
  override readonly name = 'FileMissing';

  constructor(readonly sha256: string) {
    super(`no file ${sha256} in the store`);
  }
}

/** A key becomes a path: nothing but a hash may ever be one. */
export function checkedHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256 in hexadecimal');
  return sha256;
}
