export function mailsPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/surat`;
}
