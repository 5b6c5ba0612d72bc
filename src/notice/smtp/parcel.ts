import type { Readable } from 'node:stream';
import type { Envelope, SentMessageInfo } from 'nodemailer/lib/smtp-connection';

/** A message, and to whom it goes. */
export interface Parcel {
  readonly envelope: Envelope;
  /** From its beginning, each time. */
  readonly content: () => Buffer | Readable;
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

  succeed(receipt: Receipt): void {
    this.done(null, receipt);
  }

  fail(error: Error): void {
    this.done(error, null);
  }
}
