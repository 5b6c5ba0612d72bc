export function changesPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/perubahan`;
}
