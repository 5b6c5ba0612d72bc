import { createHash } from 'node:crypto';

/** Tells whether what somebody was shown is still what would be done. */
export function fingerprint(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
