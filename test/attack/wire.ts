import { connect } from 'node:net';

export interface Sent {
  readonly method: string;
  /** Path and query, byte for byte. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

export interface Met {
  /** 0 when the connection was ended without an answer. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** In milliseconds: much longer than any page takes. */
const patience = 30_000;

/**
 * Over a connection of its own, as no client library would let it be written. Whoever promises more than they
 * send hangs up after a while, as programs do.
 */
export function send(url: string, sent: Sent): Promise<Met> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytesOf(sent)));
    const late = setTimeout(
      () => socket.destroy(new Error(`no answer to ${nameOf(sent)}`)),
      patience,
    );
    const hangUp = isOpenEnded(sent) ? setTimeout(() => socket.end(), 200) : undefined;
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      hangUp?.refresh();
    });
    // Whoever is refused in the middle of sending finds the door closed: what was said before that counts.
    socket.on('error', (error) => ('code' in error ? undefined : reject(error)));
    socket.on('close', () => {
      clearTimeout(late);
      clearTimeout(hangUp);
      resolve(metIn(Buffer.concat(chunks)));
    });
  });
}

export function nameOf({ method, target }: Sent): string {
  return `${method} ${target.slice(0, 200)}`;
}

function bytesOf({ method, target, headers, body }: Sent): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = `${method} ${target} HTTP/1.1\r\n${lines}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

/** Whether the server may wait for more, or leave the connection as it is. */
function isOpenEnded({ headers, body }: Sent): boolean {
  const [length] = headers.filter(([name]) => name === 'content-length');
  return (
    (length !== undefined && length[1] !== String(body.length)) ||
    headers.some(([name]) => name === 'transfer-encoding') ||
    !headers.some(([name, value]) => name === 'connection' && value === 'close')
  );
}

function metIn(bytes: Buffer): Met {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  const rest = bytes.subarray(end + 4);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  // Only the first of several: 100 says to go on.
  if (status === 100) return metIn(rest);
  const body = /^transfer-encoding: chunked/im.test(head) ? unchunked(rest) : rest;
  return { status, head, body: body.toString('utf8') };
}

function unchunked(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const line = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (line < 0 || !(size > 0)) break;
    pieces.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return Buffer.concat(pieces);
}
