import type { Levels } from '../../../domain/cycle.js';

export function whatIfPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/andaikan`;
}

export function waysPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/jalan-ke-target`;
}

/** The page of what-if with these levels on it. */
export function triedAt(path: string, basis: string, levels: Levels): string {
  const query = Object.entries(levels).map(([no, level]): [string, string] => [
    levelField(no),
    level,
  ]);
  return `${path}?${new URLSearchParams([['dasar', basis], ...query]).toString()}`;
}

export function levelField(no: number | string): string {
  return `tingkat-${no}`;
}
