import { request as plainly, type IncomingMessage } from 'node:http';
import { request as securely } from 'node:https';
import { isNativeError } from 'node:util/types';
import { guardedLookup, refusePrivateLiteral } from './guarded-lookup.js';

export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Manners {
  /** Also to private networks, and without TLS. */
  readonly allowPrivate: boolean;
  /** In milliseconds, for all of it. */
  readonly patience: number;
}

export interface Posted {
  readonly taken: boolean;
  /** What it said, or why it could not. */
  readonly answer: string;
}

const mostRead = 1024;

/** One attempt. Goes nowhere but to that address: a redirect is an answer like any other that is no 2xx. */
export async function post(posting: Posting, manners: Manners): Promise<Posted> {
  try {
    const response = await sent(posting, manners);
    const { statusCode: status = 0 } = response;
    const text = await beginningOf(response);
    response.destroy();
    return { taken: status >= 200 && status < 300, answer: clean(`${status} ${text}`) };
  } catch (error) {
    return { taken: false, answer: clean(reasonOf(error)) };
  }
}

async function sent(
  { url, headers, body }: Posting,
  { allowPrivate, patience }: Manners,
): Promise<IncomingMessage> {
  const target = new URL(url);
  if (!allowPrivate) {
    if (target.protocol !== 'https:') throw new Error('only https is allowed');
    refusePrivateLiteral(target);
  }
  const options = {
    method: 'POST',
    headers,
    // A connection of its own: one that was kept open was checked for somebody else.
    agent: false as const,
    signal: AbortSignal.timeout(patience),
    ...(!allowPrivate && { lookup: guardedLookup }),
  };
  return new Promise((resolve, reject) => {
    const request = target.protocol === 'https:' ? securely : plainly;
    // It may break after it answered, too: then nobody listens to the promise any more.
    request(target, options).on('response', resolve).on('error', reject).end(body);
  });
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= mostRead) break;
    }
  } catch {
    // Whether it was taken, its status has said.
  }
  return Buffer.concat(chunks).subarray(0, mostRead).toString('utf8');
}

function reasonOf(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  const isOver = error.name === 'AbortError' || error.name === 'TimeoutError';
  // Of several addresses, each failed: their errors are inside, and the outer one says nothing.
  const [first] = 'errors' in error ? (error.errors as Error[]) : [];
  return isOver ? 'no answer in time' : error.message || (first?.message ?? error.name);
}

/** PostgreSQL takes no NUL, and a page no control characters. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
}
