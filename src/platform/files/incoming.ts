import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const longestUpload = { hours: 24 };

/** Removes what processes that died left behind. A day is longer than any upload that may still go on elsewhere. */
export async function sweepIncoming(folder: string, now: Temporal.Instant): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => uuid.test(each))) {
    const path = join(folder, name);
    // Another process may sweep at the same time.
    const found = await stat(path).catch(() => null);
    if (!found) continue;
    const written = Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs));
    if (Temporal.Instant.compare(written.add(longestUpload), now) < 0) {
      await rm(path, { force: true });
    }
  }
}
