import type { Socket } from 'node:net';

/** In milliseconds: what is held back longest. */
const longest = 1;

/**
 * Lets what several connections write leave together: each write on its own wakes the server, which costs both sides
 * more than a mail's own work does.
 */
export class Flushes {
  private readonly held = new Set<Socket>();
  private timer: NodeJS.Timeout | null = null;

  /** @param enough connections that have written: they do not wait for more */
  constructor(private readonly enough: number) {}

  /** What is written to it from now on leaves a moment later. */
  hold(socket: Socket): void {
    if (this.held.has(socket)) return;
    socket.cork();
    this.held.add(socket);
    this.timer ??= setTimeout(() => {
      this.flush();
    }, longest);
    // Not at once: whoever holds it back is about to write.
    if (this.held.size === this.enough)
      setImmediate(() => {
        this.flush();
      });
  }

  private flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    for (const socket of this.held) socket.uncork();
    this.held.clear();
  }
}
