/** What happens when the process is asked to stop, from its first moment on. */
export class Ending {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private readonly asked = new AbortController();

  constructor() {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.on(name, () => {
        // A second signal waits for the same end.
        if (!this.signal.aborted) void this.end();
      });
    }
  }

  /** Aborts when the end has begun. */
  get signal(): AbortSignal {
    return this.asked.signal;
  }

  /** Done before whatever was said earlier, which it may need. */
  first(step: () => Promise<unknown>): void {
    this.steps.unshift(step);
  }

  private async end(): Promise<void> {
    this.asked.abort();
    process.exit((await this.run()) ? 0 : 1);
  }

  /** All steps, even when one of them fails. @returns whether all ended well */
  async run(): Promise<boolean> {
    let isWell = true;
    for (const step of this.steps.splice(0)) {
      await step().catch((error: unknown) => {
        isWell = false;
        console.error(error);
      });
    }
    return isWell;
  }
}
