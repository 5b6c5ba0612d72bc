import type { Passage } from './parcel.js';

interface Limited {
  readonly passages: Set<Passage>;
  readonly onAbort: () => void;
}

/** What ends with a signal. Many mails share one: a listener for each would cost as much as some of the work. */
export class Limits {
  private readonly limited = new Map<AbortSignal, Limited>();

  constructor(private readonly end: (passage: Passage, reason: Error) => void) {}

  enter(signal: AbortSignal, passage: Passage): void {
    const known = this.limited.get(signal) ?? this.listenTo(signal);
    known.passages.add(passage);
  }

  /** With the last one the signal is left without a listener. */
  leave(signal: AbortSignal, passage: Passage): void {
    const known = this.limited.get(signal);
    if (!known?.passages.delete(passage) || known.passages.size > 0) return;
    signal.removeEventListener('abort', known.onAbort);
    this.limited.delete(signal);
  }

  private listenTo(signal: AbortSignal): Limited {
    const passages = new Set<Passage>();
    const onAbort = (): void => {
      for (const passage of passages) this.end(passage, signal.reason as Error);
    };
    const limited = { passages, onAbort };
    signal.addEventListener('abort', onAbort);
    this.limited.set(signal, limited);
    return limited;
  }
}
