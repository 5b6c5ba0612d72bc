import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface CaughtMail {
  readonly raw: Buffer;
  /** Where it was to go, which the headers need not say. */
  readonly recipients: readonly string[];
}

/** The addresses that get a 550, or none; `down` accepts no connection. */
export type Mood = 'up' | 'down' | { readonly reject: readonly string[] };

/** A real mail server that delivers to nobody: on loopback, for the demonstration, scenarios and tests. */
export class Catcher {
  private server: SMTPServer | null = null;
  private rejected: ReadonlySet<string> = new Set();
  private port = 0;

  constructor(private readonly onMail: (mail: CaughtMail) => void | Promise<void>) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** @param port 0 for any free one */
  async start(port = 0): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      // Ends connections at once when it stops: nothing is being received on loopback for long.
      closeTimeout: 1,
      onRcptTo: ({ address }, _session, callback) => {
        callback(this.rejected.has(address.toLowerCase()) ? noSuchMailbox(address) : null);
      },
      onData: (stream, session, callback) => {
        this.receive(stream, session).then(
          () => callback(null),
          (error: unknown) => callback(error as Error),
        );
      },
    });
    // A client that drops its connection is no concern of a catcher's.
    server.on('error', () => undefined);
    const listening = once(server.server, 'listening');
    server.listen(port, '127.0.0.1');
    await Promise.race([
      listening,
      once(server.server, 'error').then(([error]) => Promise.reject(error as Error)),
    ]);
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  async set(mood: Mood): Promise<void> {
    this.rejected = new Set(
      typeof mood === 'object' ? mood.reject.map((address) => address.toLowerCase()) : [],
    );
    if (mood === 'down') await this.stop();
    else if (!this.server) await this.start(this.port);
  }

  private async receive(stream: AsyncIterable<Buffer>, session: SMTPServerSession): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part);
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    await this.onMail({ raw: Buffer.concat(parts), recipients });
  }
}

function noSuchMailbox(address: string): Error {
  return Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 });
}
