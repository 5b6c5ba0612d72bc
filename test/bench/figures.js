/** What every benchmark does with its figures. */
import { cpus } from 'node:os';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The value below which that share of them lies. @param sorted the smallest first */
export function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function round(value, places = 3) {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}

export function print(line) {
  console.log(JSON.stringify(line));
}

/** What the figures of a run are of. @param query says one statement to the database */
export async function machine(query) {
  const [{ server_version: postgres }] = await query('SHOW server_version');
  return { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, postgres };
}
