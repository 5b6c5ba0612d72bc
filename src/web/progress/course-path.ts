export function coursePath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/kemajuan`;
}
