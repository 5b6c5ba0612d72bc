import type { Socket } from 'node:net';
import type { CaughtMail } from '../../src/notice/catcher.js';
import { LocalServer } from './local-server.js';

/** A line of SMTP, or no answer at all, with or without the end of the connection. */
export type Reply = `${number} ${string}` | 'silence' | 'hang up';

/** Where it is not polite. */
export interface Manners {
  readonly greeting?: Reply;
  readonly from?: Reply;
  /** By address. */
  readonly to?: Readonly<Record<string, Reply>>;
  readonly data?: Reply;
  /** After the text. */
  readonly end?: Reply;
}

/** A mail server that can misbehave at every point, below what a library lets a server say. */
export class RudeServer extends LocalServer {
  /** Every text that came in whole, whatever was answered. */
  readonly mails: CaughtMail[] = [];
  manners: Manners = {};
  /** Before each answer. */
  pace: (() => Promise<unknown>) | null = null;
  /** Right after it has said that it takes a mail. */
  onTaken: (mail: CaughtMail) => void = () => undefined;

  static async start(): Promise<RudeServer> {
    const rude = new RudeServer();
    await rude.comeBack();
    return rude;
  }

  get url(): string {
    return `smtp://${this.host}`;
  }

  protected override meet(socket: Socket): void {
    const talk = new Talk(socket, this);
    socket.setEncoding('latin1').on('data', (text: string) => talk.hear(text));
    talk.say(this.manners.greeting ?? '220 rude');
  }
}

class Talk {
  private heard = '';
  private recipients: string[] = [];
  private isText = false;
  private said: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly socket: Socket,
    private readonly server: RudeServer,
  ) {}

  /** @param then once it is said */
  say(reply: Reply, then: () => void = () => undefined): void {
    const { pace } = this.server;
    if (!pace) {
      this.utter(reply);
      then();
      return;
    }
    this.said = this.said.then(pace).then(() => {
      this.utter(reply);
      then();
    });
  }

  private utter(reply: Reply): void {
    if (reply === 'hang up') this.socket.destroy();
    else if (reply !== 'silence') this.socket.write(`${reply}\r\n`, 'latin1');
  }

  hear(text: string): void {
    this.heard += text;
    for (let part = this.next(); part !== null; part = this.next()) {
      if (this.isText) this.take(part);
      else this.obey(part);
    }
  }

  private next(): string | null {
    const end = this.isText ? '\r\n.\r\n' : '\r\n';
    const at = this.heard.indexOf(end);
    if (at < 0) return null;
    const part = this.heard.slice(0, at);
    this.heard = this.heard.slice(at + end.length);
    return part;
  }

  private obey(line: string): void {
    const { from, to, data } = this.server.manners;
    const [, address = ''] = /<(.*?)>/.exec(line) ?? [];
    if (/^MAIL/i.test(line)) {
      this.recipients = [];
      this.say(from ?? '250 go on');
    } else if (/^RCPT/i.test(line)) {
      const reply = to?.[address] ?? '250 go on';
      if (reply.startsWith('2')) this.recipients.push(address);
      this.say(reply);
    } else if (/^DATA/i.test(line)) {
      this.isText = data === undefined;
      this.say(data ?? '354 go on');
    } else this.say('250 well');
  }

  private take(text: string): void {
    this.isText = false;
    const raw = Buffer.from(`${text}\r\n`.replaceAll('\r\n..', '\r\n.'), 'latin1');
    const mail = { raw, recipients: this.recipients };
    this.server.mails.push(mail);
    const reply = this.server.manners.end ?? '250 taken';
    this.say(reply, () => {
      if (reply.startsWith('2') && !this.socket.destroyed) this.server.onTaken(mail);
    });
  }
}
