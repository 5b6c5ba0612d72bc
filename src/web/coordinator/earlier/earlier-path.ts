export const earlierPath = (cycle: string): string =>
  `/koordinator/${encodeURIComponent(cycle)}/tahun-lalu`;
