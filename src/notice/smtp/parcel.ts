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

  succeed(receipt: Receipt): void {
    this.done(null, receipt);
  }

  fail(error: Error): void {
    this.done(error, null);
  }
}
