/** Lets so many work at once; whoever comes later waits for a turn, in order. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** @param work is told whether it had to wait */
  async take<T>(work: (waited: boolean) => Promise<T>): Promise<T> {
    const waited = this.free === 0;
    if (waited) await new Promise<void>((next) => this.waiting.push(next));
    else this.free -= 1;
    try {
      return await work(waited);
    } finally {
      // Handed on, not put back: nobody slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
