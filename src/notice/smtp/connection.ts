import type { Readable } from 'node:stream';
import SMTPConnection, { type Options } from 'nodemailer/lib/smtp-connection';
import type { Flushes } from './flushes.js';
import { logIn, type Login } from './login.js';
import { Outgoing } from './outgoing.js';
import type { Passage, Receipt } from './parcel.js';

/** In milliseconds: a server may hang up when it has heard nothing for five minutes. */
const longestIdle = 4 * 60 * 1000;
/** In milliseconds from its message to the answer: what goes ahead is as old when the server gets to it. */
const quickAnswer = 1000;
/** In milliseconds: no mail waits for the answer to RSET, so no mail's own limit would end it. */
const longestReset = 10 * 1000;

interface Owner {
  readonly flushes: Flushes;
  /** It takes one more. */
  onRoom(): void;
  /** Nothing of it was sent before the connection ended. */
  onReturned(passage: Passage): void;
  onGone(connection: Connection): void;
}

interface Failure extends Error {
  readonly code?: string | undefined;
  readonly responseCode?: number | undefined;
}

/**
 * One connection to the mail server, nodemailer's. Where the server allows it (PIPELINING, RFC 2920) and answers
 * soon, the next envelope goes with the end of the message before: one write a mail, one packet of answers.
 */
export class Connection {
  private readonly smtp: SMTPConnection;
  /** In the order of their answers; behind one that is written there may be one more. */
  private readonly underway: Passage[] = [];
  private state: 'opening' | 'open' | 'resetting' | 'gone' = 'opening';
  private hasTaken = false;
  private mayGoAhead = false;
  private isWritten = false;
  private isClosing = false;
  private trouble: Error | null = null;
  private readonly idle: NodeJS.Timeout;

  constructor(
    private readonly options: Options,
    private readonly login: Login | null,
    private readonly owner: Owner,
  ) {
    this.smtp = new SMTPConnection(options);
    this.smtp.on('error', (error: Error) => (this.trouble ??= error));
    this.smtp.once('end', () => {
      this.state = 'gone';
      // The mail that it failed with hears of it first, from nodemailer.
      queueMicrotask(() => {
        this.leave();
      });
    });
    this.idle = setTimeout(() => {
      this.quit();
    }, longestIdle).unref();
    this.smtp.connect((error) => {
      if (error) this.trouble ??= error;
      else
        logIn(this.smtp, this.login, (refusal) => {
          if (refusal) this.end(refusal);
          else this.open();
        });
    });
  }

  get isFree(): boolean {
    return this.state === 'open' && this.underway.length === 0;
  }

  /** Whether one may be sent before the one that is written is answered. */
  get takesAhead(): boolean {
    const isOpen = this.state === 'open' && !this.isClosing;
    return isOpen && this.underway.length === 1 && this.isWritten && this.mayGoAhead;
  }

  /** The first one is given to it before it is open. */
  carry(passage: Passage): void {
    this.underway.push(passage);
    if (this.state === 'open') this.hand(passage);
  }

  /**
   * Nobody waits for it any more; what the server would answer to it must not be taken for that of another.
   * If it is only announced, the one before it gets its answer first.
   */
  drop(passage: Passage): void {
    const isFirst = this.underway[0] === passage;
    if (!this.forget(passage)) return;
    if (isFirst) this.smtp.close();
    else this.isClosing = true;
  }

  /** Ends when all that is under way is answered. */
  close(): void {
    if (this.isFree) this.quit();
    else this.isClosing = true;
  }

  private open(): void {
    if (this.state !== 'opening') return;
    this.state = 'open';
    const [first] = this.underway;
    if (first) this.hand(first);
    else this.goOn();
  }

  private hand(passage: Passage): void {
    const { _socket: socket } = this.smtp;
    if (!socket) throw new Error('a connection without a socket cannot be open');
    const content = passage.content();
    if (content === null) {
      this.forget(passage);
      this.goOn();
      return;
    }
    const outgoing = new Outgoing(content, socket, {
      onBegin: () => {
        passage.isBegun = true;
        this.owner.flushes.hold(socket);
      },
      onEnd: () => {
        this.written(passage);
      },
    });
    this.owner.flushes.hold(socket);
    this.smtp.send(passage.envelope, outgoing as unknown as Readable, (error, receipt) => {
      const isHalf = passage.isBegun && !this.isWritten;
      if (!this.forget(passage)) return;
      if (isHalf) {
        // The rest would be taken for commands, or commands for the rest.
        this.isClosing = true;
        outgoing.destroy();
      }
      if (error) this.failed(passage, error);
      else this.succeeded(passage, receipt);
    });
  }

  private written(passage: Passage): void {
    if (this.underway[0] !== passage) return;
    this.isWritten = true;
    if (!this.takesAhead) return;
    passage.parcel.onAhead();
    this.owner.onRoom();
  }

  private succeeded(passage: Passage, receipt: Receipt): void {
    this.hasTaken = true;
    this.mayGoAhead =
      !this.options.lmtp &&
      receipt.messageTime < quickAnswer &&
      (receipt.ehlo ?? []).includes('PIPELINING');
    passage.succeed(receipt);
    this.goOn();
  }

  private failed(passage: Passage, error: Failure): void {
    // It is only announced, and the one before it gets its answer first.
    if (error.code === 'ESTREAM' && this.underway.length > 0) {
      this.isClosing = true;
      passage.fail(error);
      return;
    }
    const isRefused = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
    if (!isRefused || error.responseCode === 421 || this.smtp.destroyed) {
      this.abandon(passage, error);
      return;
    }
    passage.fail(error);
    if (this.underway.length > 0) return;
    // A message that is refused is done with; an envelope is not.
    if (this.isClosing) this.smtp.close();
    else this.reset();
  }

  private reset(): void {
    this.state = 'resetting';
    const late = setTimeout(() => {
      this.end(new Error('the mail server does not answer to RSET'));
    }, longestReset).unref();
    this.smtp.reset((error) => {
      clearTimeout(late);
      if (error) {
        this.end(error);
        return;
      }
      this.state = 'open';
      this.goOn();
    });
  }

  private goOn(): void {
    if (this.underway.length > 0) return;
    if (this.isClosing) this.smtp.close();
    else {
      this.idle.refresh();
      this.owner.onRoom();
    }
  }

  private quit(): void {
    if (!this.isFree) return;
    this.smtp.quit();
    // Not only when it is answered, which may be never.
    this.smtp.close();
  }

  /** In this order: the pool must not give it back to this connection. */
  private abandon(passage: Passage, error: Error): void {
    this.end(error);
    this.giveBack(passage, error);
  }

  private end(error: Error): void {
    this.trouble ??= error;
    this.smtp.close();
  }

  private leave(): void {
    clearTimeout(this.idle);
    this.owner.onGone(this);
    const trouble = this.trouble ?? new Error('the mail server closed the connection');
    for (const passage of this.underway.splice(0)) this.giveBack(passage, trouble);
  }

  /** Servers close a connection after so many mails, or in between: that is not the fault of the next one. */
  private giveBack(passage: Passage, error: Error): void {
    if (passage.isBegun || passage.isAgain || !this.hasTaken) {
      passage.fail(error);
      return;
    }
    passage.isAgain = true;
    this.owner.onReturned(passage);
  }

  /** @returns whether it was under way */
  private forget(passage: Passage): boolean {
    const at = this.underway.indexOf(passage);
    if (at < 0) return false;
    this.underway.splice(at, 1);
    if (at === 0) this.isWritten = false;
    return true;
  }
}
