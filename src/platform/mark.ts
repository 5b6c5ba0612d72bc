import { sha256 } from './sha256.js';

/** Stands for somebody in a log: who looks for an address knows it, and who reads the log does not. */
export function markOf(email: string): string {
  return sha256(email.toLowerCase()).slice(0, 12);
}
