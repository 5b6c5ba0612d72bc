import { createRequire } from 'node:module';
import { at, round } from '../figures.js';

const autocannon = createRequire(import.meta.url)('autocannon');

/** Milliseconds of what so many clients get who ask again as soon as they are answered. */
export async function underLoad(url, cookie, { clients, seconds, expected = 200 }) {
  const times = [];
  let refused = 0;
  const run = autocannon({ url, connections: clients, duration: seconds, headers: { cookie } });
  run.on('response', (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status !== expected) refused += 1;
  });
  await run;
  times.sort((a, b) => a - b);
  const [median, p95] = [round(at(times, 0.5), 1), round(at(times, 0.95), 1)];
  return { median, p95, requests: times.length, ...(refused > 0 && { refused }) };
}

/** What one request says to the database; the beat of the engine may say something as well, so the least of three. */
export async function oneByOne(url, cookie, { statements, expected = 200 }) {
  const counts = [];
  let answer = { status: 0, bytes: 0, alone: 0 };
  for (let turn = 0; turn < 3; turn += 1) {
    const before = await statements();
    const started = performance.now();
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    const { byteLength } = await response.arrayBuffer();
    const alone = round(performance.now() - started, 1);
    answer = { status: response.status, bytes: byteLength, alone };
    if (response.status !== expected) break;
    counts.push((await statements()) - before);
  }
  return { ...answer, statements: Math.min(...counts) };
}
