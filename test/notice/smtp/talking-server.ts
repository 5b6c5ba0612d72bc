import { EventEmitter, once } from 'node:events';
import type { Socket } from 'node:net';
import { LocalServer } from '../local-server.js';

/** A line of SMTP, or the end of the connection. */
export type Reply = `${number} ${string}` | 'hang up';

export interface Asked {
  /** Which connection it is, from 1. */
  readonly connection: number;
  /** `CONNECT` before anything is heard, `TEXT` when a text has come in whole. */
  readonly verb: string;
  /** What was heard, or the text. */
  readonly line: string;
}

/** At most a reply; without one the server is polite. */
export type Mood = (asked: Asked) => Reply | Promise<Reply> | undefined;

export interface Heard {
  readonly connection: number;
  readonly recipients: readonly string[];
  readonly text: string;
}

/** A mail server that keeps a record of who said what when, and answers as it is told. */
export class TalkingServer extends LocalServer {
  /** Behind the number of the connection: each line heard, `TEXT`, and each answer. */
  readonly log: string[] = [];
  /** Every text that came in whole, whatever was answered. */
  readonly mails: Heard[] = [];
  mood: Mood = () => undefined;
  /** The most connections that there were at once. */
  most = 0;
  connections = 0;
  private readonly events = new EventEmitter().setMaxListeners(0);

  private constructor(readonly offers: readonly string[]) {
    super();
  }

  /** @param offers its extensions */
  static async start(...offers: string[]): Promise<TalkingServer> {
    const server = new TalkingServer(offers);
    await server.comeBack();
    return server;
  }

  get open(): number {
    return this.sockets.size;
  }

  /** What one connection's part of the log says. */
  talk(connection: number): string[] {
    const own = `${connection} `;
    return this.log.filter((line) => line.startsWith(own)).map((line) => line.slice(own.length));
  }

  /** Looks again whenever something is said, or a connection closes. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await once(this.events, 'news');
  }

  record(connection: number, line: string): void {
    this.log.push(`${connection} ${line}`);
    this.events.emit('news');
  }

  protected override meet(socket: Socket): void {
    this.connections += 1;
    this.most = Math.max(this.most, this.open);
    socket.on('close', () => this.events.emit('news'));
    this.events.emit('news');
    const talk = new Talk(socket, this, this.connections);
    socket.setEncoding('latin1').on('data', (text: string) => {
      talk.hear(text);
    });
  }
}

class Talk {
  private heard = '';
  private recipients: string[] = [];
  private isText = false;
  /** Whether a text follows is not known before the answer to DATA. */
  private isUndecided = false;
  private said: Promise<void> = Promise.resolve();

  constructor(
    private readonly socket: Socket,
    private readonly server: TalkingServer,
    private readonly connection: number,
  ) {
    this.answer('CONNECT', '');
  }

  hear(text: string): void {
    this.heard += text;
    while (!this.isUndecided) {
      const end = this.isText ? '\r\n.\r\n' : '\r\n';
      const at = this.heard.indexOf(end);
      if (at < 0) return;
      const part = this.heard.slice(0, at);
      this.heard = this.heard.slice(at + end.length);
      if (this.isText) this.take(`${part}\r\n`);
      else this.obey(part);
    }
  }

  private obey(line: string): void {
    const [verb = ''] = line.toUpperCase().split(' ');
    this.isUndecided = verb === 'DATA';
    this.server.record(this.connection, line);
    this.answer(verb, line);
  }

  private take(raw: string): void {
    this.isText = false;
    const text = raw.replaceAll(/(^|\r\n)\.\./g, '$1.');
    const { connection, recipients } = this;
    this.server.mails.push({ connection, recipients, text });
    this.server.record(connection, 'TEXT');
    this.answer('TEXT', text);
  }

  private answer(verb: string, line: string): void {
    const { connection, server } = this;
    this.said = this.said.then(async () => {
      const own = await server.mood({ connection, verb, line });
      this.say(verb, line, own ?? this.polite(verb));
    });
  }

  private polite(verb: string): Reply {
    if (verb === 'CONNECT') return '220 talking';
    if (verb === 'AUTH') return '235 welcome';
    if (verb === 'TEXT') return '250 taken';
    if (verb === 'QUIT') return '221 bye';
    if (verb === 'DATA') return this.recipients.length > 0 ? '354 go on' : '503 to whom';
    return '250 well';
  }

  private say(verb: string, line: string, reply: Reply): void {
    if (this.socket.destroyed) return;
    if (reply === 'hang up') {
      this.socket.destroy();
      return;
    }
    this.note(verb, line, reply.startsWith('2'));
    const lines = verb === 'EHLO' ? ['250-talking', ...this.extensions(), '250 HELP'] : [reply];
    this.socket.write(`${lines.join('\r\n')}\r\n`, 'latin1');
    this.server.record(this.connection, reply);
    if (/^(221|421)/.test(reply)) this.socket.end();
    if (verb !== 'DATA') return;
    this.isText = reply.startsWith('354');
    this.isUndecided = false;
    this.hear('');
  }

  private note(verb: string, line: string, isWell: boolean): void {
    const [, address = ''] = /<(.*?)>/.exec(line) ?? [];
    if (verb === 'MAIL') this.recipients = [];
    if (verb === 'RCPT' && isWell) this.recipients.push(address);
  }

  private extensions(): string[] {
    return this.server.offers.map((extension) => `250-${extension}`);
  }
}
