/** Lets so many work at once; whoever comes later waits for a turn, in order. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((next) => this.waiting.push(next));
    else this.free -= 1;
    try {
      return await work();
    } finally {
      // Handed on, not put back: nobody slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
