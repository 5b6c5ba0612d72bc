export function assignmentsPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/penugasan`;
}
