export function publicPagePath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/hasil-publik`;
}
