/** Work that is done again and again, never twice at once. */
export class Beat {
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly work: () => Promise<void>) {}

  /** Starts the work, unless the last time has not ended yet. */
  go(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    this.running ??= this.work().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }
}
