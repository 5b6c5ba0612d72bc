import { setTimeout as sleep } from 'node:timers/promises';

/** @throws Error when the work takes longer; it goes on all the same. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const timeout = sleep(milliseconds, null, { signal: late.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds} ms`);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    late.abort();
    timeout.catch(() => undefined);
  }
}
