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

interface Shared {
  readonly limit: Limit;
  users: number;
  isOpen: boolean;
}

/**
 * Limits for much that begins at once: whatever begins within one second shares one, for a signal and a timer of
 * its own cost as much as some of the work does. Hence up to a second less than is said.
 */
export class SharedLimits {
  private newest: Shared | null = null;

  constructor(private readonly seconds: number) {}

  begin(): Limit {
    const shared = this.newest ?? this.open();
    shared.users += 1;
    const end = (): void => {
      shared.users -= 1;
      endUnused(shared);
    };
    return { signal: shared.limit.signal, end };
  }

  private open(): Shared {
    const shared = { limit: afterRunning(this.seconds), users: 0, isOpen: true };
    this.newest = shared;
    setTimeout(() => {
      this.newest = null;
      shared.isOpen = false;
      endUnused(shared);
    }, 1000).unref();
    return shared;
  }
}

function endUnused({ limit, users, isOpen }: Shared): void {
  if (!isOpen && users === 0) limit.end();
}
