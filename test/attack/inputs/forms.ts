import { smuggled } from './texts.js';

export interface HostileForm {
  readonly type: string;
  readonly body: string;
}

const encoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=B';
const part = (head: string, body: string): string => `--B\r\n${head}\r\n\r\n${body}\r\n`;
const named = (name: string, body: string): string =>
  part(`Content-Disposition: form-data; name="${name}"`, body);
const file = 'Content-Disposition: form-data; name="file"; filename="a.pdf"';

const urlencoded = [
  '',
  '&',
  '=',
  '%',
  '%00=%00',
  '%ff=%fe',
  'a=%c0%af',
  'a&a&a',
  'a[]=1&a[0]=2&a[x]=3',
  'a[b][c][d][e][f][g][h]=1',
  `a${'[b]'.repeat(300)}=1`,
  'a[999999999]=1',
  '__proto__[x]=1&constructor[prototype][x]=1',
  'toString=1&hasOwnProperty=1&then=1',
  '_csrf[]=x&_csrf=y',
  '{"a":1}',
  Array.from({ length: 1500 }, (_, at) => `k${at}=1`).join('&'),
  `a=${'x'.repeat(1_100_000)}`,
  `${'k'.repeat(30_000)}=1`,
] as const;

const parted = [
  '',
  '--B--\r\n',
  '--B\r\n',
  'x',
  '--C\r\n\r\nx\r\n--C--\r\n',
  part('', 'x'),
  part('Content-Disposition: form-data', 'x'),
  part('Content-Disposition: form-data; name=', 'x'),
  part('content-disposition: attachment; filename="x"', 'x'),
  `${part(file, '%PDF-1.7')}--B--\r\n`,
  `${part(file, '%PDF-1.7')}${part(file, '%PDF-1.7')}--B--\r\n`,
  part(file, '%PDF-1.7 without an end'),
  `${part('Content-Disposition: form-data; name="lain"; filename="a.pdf"', '%PDF-1.7')}--B--\r\n`,
  `${part(`${file}\r\nContent-Transfer-Encoding: base64`, 'JVBERi0=')}--B--\r\n`,
  `${part(`${file}\r\nContent-Type: multipart/mixed; boundary=B`, 'x')}--B--\r\n`,
  `${part("Content-Disposition: form-data; name*=UTF-8''%00; filename*=utf-8''%2e%2e%2f", 'x')}--B--\r\n`,
  `${part(`${file}\r\n${'x-a: b\r\n'.repeat(300)}`, 'x')}--B--\r\n`,
  `${part(`Content-Disposition: form-data; name="${'n'.repeat(5000)}"`, 'x')}--B--\r\n`,
  `${named('level', '2')}${named('level', '3')}${part(file, '%PDF-1.7')}--B--\r\n`,
  `${named('shown', 'x'.repeat(200_000))}--B--\r\n`,
  `${named('content', '!!!! no base64 \0')}${named('name', '../x.xlsx')}--B--\r\n`,
  `${named('content', 'UEsDBA==')}${named('name', 'a.xlsx')}--B--\r\n`,
  `${named('content', '')}${named('name', '')}${named('shown', '')}--B--\r\n`,
  `${named('__proto__', 'x')}${named('constructor', 'x')}--B--\r\n`,
  `${Array.from({ length: 200 }, (_, at) => named(`k${at}`, 'x')).join('')}--B--\r\n`,
  `${named(`x"\r\n${smuggled}: ya`, 'x')}--B--\r\n`,
] as const;

const strange: readonly HostileForm[] = [
  { type: 'text/plain', body: 'a=b' },
  {
    type: 'application/xml',
    body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  },
  { type: 'application/json', body: '{"__proto__":{"x":1}}' },
  { type: 'application/json', body: '[[[[' },
  { type: 'application/vnd.api+json', body: '{"data":{}}' },
  { type: `${encoded}; charset=utf-16`, body: 'a=b' },
  { type: `${encoded}; charset=iso-8859-1`, body: 'a=%e9&b=&#9786;' },
  { type: 'multipart/form-data; boundary=', body: '--\r\n' },
  { type: 'multipart/mixed; boundary=B', body: `${named('a', 'b')}--B--\r\n` },
];

/** In place of the whole body of a form, with what it says that it is. */
export const forms: readonly HostileForm[] = [
  ...urlencoded.map((body) => ({ type: encoded, body })),
  ...parted.map((body) => ({ type: multipart, body })),
  ...strange,
];
