export function minutesPath(cycle: string, phase?: string): string {
  const all = `/koordinator/${encodeURIComponent(cycle)}/berita-acara`;
  return phase === undefined ? all : `${all}/${encodeURIComponent(phase)}`;
}
