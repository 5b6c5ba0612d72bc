import type { Readable } from 'node:stream';
import type { SentMessageInfo } from 'nodemailer/lib/smtp-connection';
import type { Message } from '../mime/message.js';

/** A message on its way. */
export interface Parcel extends Message {
  /** Ends it, sent or not. */
  readonly signal: AbortSignal;
  /** All of it is written, and its connection takes another one before the server has answered. */
  readonly onAhead: () => void;
}

export type Receipt = SentMessageInfo;

/** A parcel from when it is handed in to the answer. */
export class Passage {
  /** Whether anything of its message was written to a connection. */
  isBegun = false;
  /** Whether it was given to a second connection, which is the last. */
  isAgain = false;

  constructor(
    readonly parcel: Parcel,
    private readonly done: (error: Error | null, receipt: Receipt | null) => void,
  ) {}

  /** One's own: nodemailer writes into it. */
  get envelope(): Message['envelope'] {
    return { ...this.parcel.envelope };
  }

  /** @returns null when it cannot be written, of which its sender has heard */
  content(): string | Readable | null {
    try {
      return this.parcel.content();
    } catch (error) {
      this.fail(error as Error);
      return null;
    }
  }

  succeed(receipt: Receipt): void {
    this.done(null, receipt);
  }

  fail(error: Error): void {
    this.done(error, null);
  }
}
