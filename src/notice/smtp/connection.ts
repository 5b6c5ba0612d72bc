import type { Readable } from 'node:stream';
import SMTPConnection, {
  type AuthenticationType,
  type Options,
} from 'nodemailer/lib/smtp-connection';
import type { Flushes } from './flushes.js';
import { Outgoing } from './outgoing.js';
import type { Passage, Receipt } from './parcel.js';

/** In milliseconds: a server may hang up when it has heard nothing for five minutes. */
const longestIdle = 4 * 60 * 1000;
/** In milliseconds from its message to the answer: what goes ahead is as old when the server gets to it. */
const quickAnswer = 1000;

export interface Login {
  readonly auth: AuthenticationType;
  /** Even where the server does not offer it. */
  readonly isForced: boolean;
}

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
  private state: 'opening' | 'open' | 'resetting' | 'leaving' | 'gone' = 'opening';
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
      else this.enter();
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

  /** Nobody waits for it any more; what the server would answer to it must not be taken for that of another. */
  drop(passage: Passage): void {
    if (this.forget(passage)) this.smtp.close();
  }

  /** Ends when all that is under way is answered. */
  close(): void {
    if (this.isFree) this.smtp.close();
    else this.isClosing = true;
  }

  private enter(): void {
    const { login } = this;
    if (!login || !(this.smtp.allowsAuth || login.isForced)) {
      this.open();
      return;
    }
    this.smtp.login(login.auth, (error) => {
      if (error) this.end(error);
      else this.open();
    });
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
    const { envelope, content } = passage.parcel;
    const outgoing = new Outgoing(content(), socket, {
      onBegin: () => {
        passage.isBegun = true;
        this.owner.flushes.hold(socket);
      },
      onEnd: () => {
        this.written(passage);
      },
    });
    this.owner.flushes.hold(socket);
    this.smtp.send({ ...envelope }, outgoing as unknown as Readable, (error, receipt) => {
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
    if (!this.forget(passage)) return;
    this.hasTaken = true;
    this.mayGoAhead =
      !this.options.lmtp &&
      receipt.messageTime < quickAnswer &&
      (receipt.ehlo ?? []).includes('PIPELINING');
    passage.succeed(receipt);
    this.goOn();
  }

  private failed(passage: Passage, error: Failure): void {
    if (!this.forget(passage)) return;
    const isRefused = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
    if (!isRefused || error.responseCode === 421 || this.smtp.destroyed) {
      this.giveBack(passage, error);
      this.end(error);
      return;
    }
    passage.fail(error);
    // A message that is refused is done with; an envelope is not.
    if (this.underway.length === 0) this.reset();
  }

  private reset(): void {
    this.state = 'resetting';
    this.smtp.reset((error) => {
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
    this.state = 'leaving';
    this.smtp.quit();
  }

  private end(error: Error): void {
    this.trouble ??= error;
    this.smtp.close();
  }

  private leave(): void {
    this.state = 'gone';
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
