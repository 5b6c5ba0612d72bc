/** Lets so many work at once; whoever comes later waits for a turn, in order. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** @param work may leave its turn to the next before it is done */
  async take<T>(work: (leave: () => void) => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((next) => this.waiting.push(next));
    else this.free -= 1;
    let hasLeft = false;
    const leave = (): void => {
      if (hasLeft) return;
      hasLeft = true;
      this.handOn();
    };
    try {
      return await work(leave);
    } finally {
      leave();
    }
  }

  /** Handed on, not put back: nobody slips in between. */
  private handOn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
