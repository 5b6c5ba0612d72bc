import { setTimeout as sleep } from 'node:timers/promises';
import { Catcher, type CaughtMail } from '../../src/notice/catcher.js';

/** A mail server that can keep its senders waiting. */
export class MailServer {
  readonly mails: CaughtMail[] = [];
  private readonly catcher = new Catcher((mail) => this.receive(mail));
  private delay = 0;
  private taken = Number.POSITIVE_INFINITY;
  private waiting: (() => void)[] = [];

  static async start(): Promise<MailServer> {
    const server = new MailServer();
    await server.catcher.start();
    return server;
  }

  get url(): string {
    return this.catcher.url;
  }

  /** Answers 550 to those addresses, and to no other any more. */
  refuse(addresses: readonly string[]): Promise<void> {
    return this.catcher.set({ reject: addresses });
  }

  /** Milliseconds before each answer. */
  slowDown(delay: number): void {
    this.delay = delay;
  }

  /** Takes that many mails altogether; who brings another gets no answer until `goOn`. */
  hold(taken: number): void {
    this.taken = taken;
  }

  goOn(): void {
    this.taken = Number.POSITIVE_INFINITY;
    for (const answer of this.waiting.splice(0)) answer();
  }

  stop(): Promise<void> {
    this.goOn();
    return this.catcher.stop();
  }

  private async receive(mail: CaughtMail): Promise<void> {
    this.mails.push(mail);
    if (this.mails.length > this.taken) {
      await new Promise<void>((answer) => void this.waiting.push(answer));
    }
    await sleep(this.delay);
  }
}
