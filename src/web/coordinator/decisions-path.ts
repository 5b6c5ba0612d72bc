export function decisionsPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/keputusan`;
}
