import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is not null; a bound of two minutes keeps a bug from hanging the run. */
export async function until<T>(what: string, ask: () => Promise<T | null> | T | null): Promise<T> {
  const started = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() - started > 120_000) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

/** For what is either so or not yet. */
export async function untilTrue(
  what: string,
  ask: () => Promise<boolean> | boolean,
): Promise<void> {
  await until(what, async () => ((await ask()) ? true : null));
}
