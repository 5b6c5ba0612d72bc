import type { Done } from './people-words.js';

export function peoplePath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/orang`;
}

/** The page of people, which says what was done. */
export function peopleDone(cycle: string, done: Done): string {
  return `${peoplePath(cycle)}?selesai=${done}`;
}
