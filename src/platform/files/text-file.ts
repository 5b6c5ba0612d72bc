import { createReadStream } from 'node:fs';
import { plainly, type Found } from './found.js';

/** Everything below a space but tab, line feed, form feed and carriage return; and what decoding puts for bad bytes. */
// eslint-disable-next-line no-control-regex -- these are what no text holds
const binary = /[\0-\x08\x0b\x0e-\x1f\ufffd]/;

/** UTF-8 throughout. A page, a picture in words (SVG) or any other markup is no plain text: a browser may run it. */
export async function textFound(path: string, name: string): Promise<Found> {
  const decoder = new TextDecoder('utf-8');
  let start = '';
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.decode(chunk, { stream: true });
    if (binary.test(text)) return plainly('unknown');
    if (start.length < 1024) start += text;
  }
  if (binary.test(decoder.decode())) return plainly('unknown');
  if (start.trimStart().startsWith('<')) return plainly('markup');
  return plainly(/\.csv$/i.test(name) ? 'csv' : 'txt');
}
