import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../platform/sha256.js';

/** 256 bits that nobody guesses, as an address or a cookie can carry them. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function isSameSecret(given: string, expected: string): boolean {
  // Hashes have one length, which the comparison needs.
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(expected)));
}
