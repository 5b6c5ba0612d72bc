interface Waiting {
  readonly take: () => void;
  readonly refuse: (error: Error) => void;
}

/** Of a mail server that has read a mail: whether it says so at once, later, or that it could not keep it. */
export class Answers {
  private isHeld = false;
  private waiting: Waiting[] = [];

  /** From now on it reads and says nothing. */
  hold(): void {
    this.isHeld = true;
  }

  /** To all that wait, and to whatever comes. */
  release(): void {
    for (const { take } of this.letGo()) take();
  }

  /** 451 to all that wait; what comes afterwards is taken. */
  refuse(): void {
    const busy = Object.assign(new Error('try again later'), { responseCode: 451 });
    for (const { refuse } of this.letGo()) refuse(busy);
  }

  async given(): Promise<void> {
    if (!this.isHeld) return;
    await new Promise<void>((take, refuse) => this.waiting.push({ take, refuse }));
  }

  private letGo(): Waiting[] {
    this.isHeld = false;
    return this.waiting.splice(0);
  }
}
