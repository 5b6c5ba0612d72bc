import SMTPTransport, { type Options } from 'nodemailer/lib/smtp-transport';
import { Connection } from './connection.js';
import { Flushes } from './flushes.js';
import { Limits } from './limits.js';
import type { Login } from './login.js';
import { Passage, type Parcel, type Receipt } from './parcel.js';

/** Connections to one mail server, opened when there is something to send. */
export class ConnectionPool {
  private readonly queue: Passage[] = [];
  private readonly connections = new Set<Connection>();
  private readonly limits = new Limits((passage, reason) => {
    this.drop(passage);
    passage.fail(reason);
  });
  private readonly options: Options;
  private readonly login: Login | null;
  private readonly flushes: Flushes;
  private isClosed = false;

  /**
   * @param options as nodemailer's own transports take them
   * @param most how many connections at once
   */
  constructor(
    options: Options,
    private readonly most: number,
  ) {
    this.flushes = new Flushes(Math.ceil(most / 2));
    const known = new SMTPTransport(options);
    this.options = known.options;
    this.login = known.auth
      ? { auth: known.auth, isForced: known.options.forceAuth ?? false }
      : null;
  }

  /** @throws what the mail server or the connection to it said; or the signal's reason */
  send(parcel: Parcel): Promise<Receipt> {
    const { signal } = parcel;
    return new Promise((resolve, reject) => {
      const passage = new Passage(parcel, (error, receipt) => {
        this.limits.leave(signal, passage);
        if (receipt) resolve(receipt);
        else reject(error ?? new Error('no answer'));
      });
      this.limits.enter(signal, passage);
      if (this.isClosed) passage.fail(closed());
      else if (signal.aborted) passage.fail(signal.reason as Error);
      else {
        this.queue.push(passage);
        this.handOn();
      }
    });
  }

  /** What is under way is brought to its end; what waits fails. */
  close(): void {
    this.isClosed = true;
    for (const connection of this.connections) connection.close();
    for (const passage of this.queue.splice(0)) passage.fail(closed());
  }

  private handOn(): void {
    while (this.queue.length > 0) {
      const connection = this.room();
      if (!connection) return;
      const passage = this.queue.shift();
      if (passage) connection.carry(passage);
    }
  }

  private room(): Connection | null {
    const all = [...this.connections];
    const free = all.find(({ isFree }) => isFree);
    if (free) return free;
    if (all.length < this.most) return this.open();
    return all.find(({ takesAhead }) => takesAhead) ?? null;
  }

  private open(): Connection {
    const connection = new Connection(this.options, this.login, {
      flushes: this.flushes,
      onRoom: () => {
        this.handOn();
      },
      onReturned: (passage) => {
        if (this.isClosed) passage.fail(closed());
        else {
          this.queue.unshift(passage);
          this.handOn();
        }
      },
      onGone: (gone) => {
        this.connections.delete(gone);
        this.handOn();
      },
    });
    this.connections.add(connection);
    return connection;
  }

  private drop(passage: Passage): void {
    const at = this.queue.indexOf(passage);
    if (at >= 0) this.queue.splice(at, 1);
    else for (const connection of this.connections) connection.drop(passage);
  }
}

function closed(): Error {
  return new Error('the connections to the mail server were closed');
}
