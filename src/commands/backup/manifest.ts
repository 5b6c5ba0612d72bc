import { InputError } from '../../platform/input-error.js';

/** What a backup says of itself: `manifest.json`, the last entry of the archive. */
export interface Manifest {
  readonly siklus: 1;
  /** The instant of everything in it. */
  readonly taken: string;
  /** The last migration of its schema. */
  readonly migration: string;
  /** SHA-256 of `database.sql`. */
  readonly database: string;
  /** Each file is an entry `evidence/<its SHA-256>`. */
  readonly files: number;
  readonly cycles: readonly string[];
  /** Mails that were planned and not yet known to be sent. */
  readonly waiting: number;
}

export const names = { manifest: 'manifest.json', database: 'database.sql', evidence: 'evidence/' };

/** @throws InputError when it is no backup of ours */
export function readManifest(text: string, file: string): Manifest {
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    manifest = null;
  }
  if (manifest?.siklus !== 1) {
    throw new InputError({ file, line: null, field: names.manifest }, 'is none of a Siklus backup');
  }
  return manifest as Manifest;
}
