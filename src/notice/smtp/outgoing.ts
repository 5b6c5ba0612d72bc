import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';

interface Listener {
  onBegin(): void;
  /** All of it was written to the socket. */
  onEnd(): void;
}

/**
 * A message as nodemailer's connection takes a stream, of which it asks what stands here. One in memory goes to the
 * socket in one piece: nodemailer would look at each of its bytes, and have it flow through two streams.
 */
export class Outgoing {
  /** @param message a text is in Latin-1, and its lines end with CR LF, the last one too */
  constructor(
    private readonly message: string | Readable,
    private readonly socket: Socket,
    private readonly listener: Listener,
  ) {}

  /** Once the server wants it. @param way to the socket, on which a message is given the form of SMTP */
  pipe(way: NodeJS.ReadWriteStream & Pick<Readable, 'unpipe'>): void {
    this.listener.onBegin();
    if (typeof this.message === 'string') {
      way.unpipe(this.socket);
      this.socket.write(withDots(this.message), 'latin1');
      this.socket.write('.\r\n');
      this.listener.onEnd();
      return;
    }
    way.once('end', () => {
      this.listener.onEnd();
    });
    this.message.pipe(way);
  }

  on(event: string, heard: (error: Error) => void): void {
    if (typeof this.message !== 'string') this.message.on(event, heard);
  }

  removeListener(event: string, heard: (error: Error) => void): void {
    if (typeof this.message !== 'string') this.message.removeListener(event, heard);
  }

  destroy(): void {
    if (typeof this.message !== 'string') this.message.destroy();
  }
}

/** A line that begins with a dot gets another one (RFC 5321 4.5.2): else it could be taken for the end. */
function withDots(message: string): string {
  return message.startsWith('.') || message.includes('\r\n.')
    ? message.replaceAll(/^\./gm, '..')
    : message;
}
