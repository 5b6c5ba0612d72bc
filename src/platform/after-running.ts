export interface Limit {
  readonly signal: AbortSignal;
  /** Nobody waits any more. */
  end(): void;
}

/**
 * Aborts after so many seconds in which this process ran: a process that is stopped, or a machine that sleeps,
 * counts no more than one of them, however long that takes.
 */
export function afterRunning(seconds: number): Limit {
  const late = new AbortController();
  let left = seconds;
  const each = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(each);
    late.abort(new Error(`no end within ${seconds} seconds`));
  }, 1000).unref();
  return {
    signal: late.signal,
    end: () => {
      clearInterval(each);
    },
  };
}
