export function peoplePath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/orang`;
}
