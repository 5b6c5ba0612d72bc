import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** The harmless file that every scanner takes for a virus; in two pieces, so that this source is no such file. */
export const eicar = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD',
  '-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');

export type Behaviour = (socket: Socket, content: Buffer) => void;

/** As clamd does it. */
export const honest: Behaviour = (socket, content) => {
  const found = content.includes(eicar) ? 'Eicar-Test-Signature FOUND' : 'OK';
  socket.end(`stream: ${found}\0`);
};

export interface ClamdServer {
  readonly url: string;
  /** What it was given, whole. */
  readonly scanned: Buffer[];
  stop(): Promise<void>;
}

/** A server that speaks INSTREAM, on a port or a socket file, and answers once it has a whole file. */
export async function startClamd(behaviour: Behaviour, path?: string): Promise<ClamdServer> {
  const scanned: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece]);
      const content = contentOf(received);
      if (!content) return;
      scanned.push(content);
      behaviour(socket, content);
    });
  });
  server.listen(path ?? { host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const address = server.address() as AddressInfo | string;
  return {
    url: typeof address === 'string' ? `unix://${address}` : `tcp://127.0.0.1:${address.port}`,
    scanned,
    stop: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

const command = 'zINSTREAM\0';

/** The pieces put together; null until the empty one has come that ends them. */
function contentOf(received: Buffer): Buffer | null {
  if (!received.toString('latin1').startsWith(command)) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
