import type { Parcel } from '../../../src/notice/smtp/parcel.js';
import type { Asked, TalkingServer } from './talking-server.js';

/** The recipients and the subject of a mail name it. */
export function parcel(name: string, own: Partial<Parcel> = {}): Parcel {
  return {
    envelope: { from: `${name}@from.test`, to: [`${name}@to.test`] },
    content: () => textOf(name),
    signal: new AbortController().signal,
    onAhead: () => undefined,
    ...own,
  };
}

export function textOf(name: string): string {
  return `Subject: ${name}\r\n\r\nSelamat pagi\r\n`;
}

export function isText({ verb, line }: Asked, name: string): boolean {
  return verb === 'TEXT' && line === textOf(name);
}

export function isMail({ verb, line }: Asked, name: string): boolean {
  return verb === 'MAIL' && line === mailLine(name);
}

/** Hears the envelope of this mail, on whichever connection. */
export function announced(server: TalkingServer, name: string): Promise<void> {
  return server.until(() => server.log.some((line) => line.endsWith(` ${mailLine(name)}`)));
}

/** The names of the mails in the order in which they came in. */
export function subjects({ mails }: TalkingServer): string[] {
  return mails.map(({ text }) => /^Subject: (.*)\r$/m.exec(text)?.[1] ?? text);
}

function mailLine(name: string): string {
  return `MAIL FROM:<${name}@from.test>`;
}
