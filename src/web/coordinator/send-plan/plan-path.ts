export function planPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/jadwal-surat`;
}
