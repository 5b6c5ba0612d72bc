import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';

/** Tells whether what somebody was shown is still what would be done, in whatever order it says it. */
export function fingerprint(shown: unknown): string {
  return createHash('sha256').update(canonicalJson(shown)).digest('hex');
}
