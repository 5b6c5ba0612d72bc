import { domainToASCII } from 'node:url';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Answer, Refused } from '../domain/delivery.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import type { ComposedMail } from './letter/letter.js';
import { SharedLimits } from '../platform/after-running.js';
import { neutral } from './letter/neutral.js';
import { messageOf, type Envelope } from './mime/message.js';
import { ConnectionPool } from './smtp/connection-pool.js';
import type { Receipt } from './smtp/parcel.js';

interface SmtpFailure extends Error {
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly recipient?: string | undefined;
  readonly rejectedErrors?: readonly SmtpFailure[] | undefined;
}

/** Whatever is given to it beyond these waits inside it, out of our sight. */
export const connections = 5;

const seconds = (count: number): number => count * 1000;

/**
 * Seconds for one mail, while this process runs: a server that says a little every now and then never runs into
 * the time-out of a connection, and whoever stood still has not heard yet what was said meanwhile.
 */
const longest = 120;
/** The connection's own, which would not know that the process stood still. */
const never = seconds(24 * 60 * 60);

/** The one door to the mail server. Its answers are values: only a bug throws. */
@Injectable()
export class SmtpTransport implements OnApplicationShutdown {
  private pool: ConnectionPool;
  private readonly limits = new SharedLimits(longest);

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.pool = this.connect();
  }

  /**
   * Sends to the addresses that are still outstanding, whatever the mail's own header says.
   * @param onAhead hears if another mail can be sent before this one is answered
   */
  async send(
    mail: ComposedMail,
    outstanding: readonly string[],
    onAhead: () => void = () => undefined,
  ): Promise<Answer> {
    const envelope = { from: mail.from.address, to: outstanding };
    try {
      const receipt = await this.handOver(mail, envelope, onAhead);
      return answerOf(outstanding, receipt.rejectedErrors ?? [], null);
    } catch (error) {
      const failure = error as SmtpFailure;
      return answerOf(outstanding, failure.rejectedErrors ?? [], failure);
    }
  }

  /** Drops every open connection; the next mail opens a new one. */
  reconnect(): void {
    this.pool.close();
    this.pool = this.connect();
  }

  onApplicationShutdown(): void {
    this.pool.close();
  }

  private async handOver(
    mail: ComposedMail,
    envelope: Envelope,
    onAhead: () => void,
  ): Promise<Receipt> {
    const limit = this.limits.begin();
    const { signal } = limit;
    try {
      return await this.pool.send({ ...messageOf(mail, envelope), signal, onAhead });
    } finally {
      limit.end();
    }
  }

  private connect(): ConnectionPool {
    const options = {
      url: this.settings.smtpUrl,
      connectionTimeout: seconds(10),
      greetingTimeout: seconds(10),
      socketTimeout: never,
    };
    return new ConnectionPool(options, connections);
  }
}

/** A failure that names recipients speaks of those; the others share the failure of the whole, if any. */
function answerOf(
  outstanding: readonly string[],
  rejected: readonly SmtpFailure[],
  failure: SmtpFailure | null,
): Answer {
  if (failure === null && rejected.length === 0) return { accepted: outstanding, refused: [] };
  const own = new Map(rejected.map((each) => [addressKey(each.recipient ?? ''), each]));
  const accepted: string[] = [];
  const refused: Refused[] = [];
  for (const address of outstanding) {
    const named = own.get(addressKey(address));
    if (named) refused.push({ address, permanent: isPermanent(named), reason: reasonOf(named) });
    else if (failure) {
      refused.push({ address, permanent: refusesContent(failure), reason: reasonOf(failure) });
    } else accepted.push(address);
  }
  return { accepted, refused };
}

/** A server may say anything, and the database takes no NUL: what cannot be recorded is sent for ever. */
function reasonOf({ message }: SmtpFailure): string {
  return neutral(message);
}

/** As the transport writes it into the envelope. */
function addressKey(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`.toLowerCase();
}

/** Any other failure of the whole is the connection's or the sender's, and may pass. */
function refusesContent(failure: SmtpFailure): boolean {
  return failure.command === 'DATA' && isPermanent(failure);
}

function isPermanent({ responseCode = 0 }: SmtpFailure): boolean {
  return responseCode >= 500;
}
