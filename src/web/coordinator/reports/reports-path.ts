export function reportsPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/laporan`;
}
