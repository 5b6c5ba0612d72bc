import { isPlainText } from 'nodemailer/lib/mime-funcs';
import { encode, wrap } from 'nodemailer/lib/qp';
import { remembered } from '../../domain/remembered.js';

const end = '\r\n';
const longestLine = 76;

/**
 * A part of text as nodemailer would write it: as it is where it may be, else quoted-printable.
 * @param text each of its lines ends with LF, which becomes CR LF
 * @returns null where nodemailer would do otherwise: for many foreign letters it chooses base64
 */
export function bodyPart(type: 'text/plain' | 'text/html', text: string): string | null {
  const lines = text.split('\n');
  if (lines.pop() !== '') return null;
  const isPlain = isPlainText(text);
  const isShort = lines.every((line) => line.length <= longestLine);
  if (isPlain && isShort) return part(type, '7bit', lines.join(end) + end);
  // Line by line, for most of them stand in every mail of a batch.
  return isPlain || isMostlyLatin(text)
    ? part(type, 'quoted-printable', lines.map(encodedLine).join(''))
    : null;
}

function part(type: string, encoding: string, content: string): string {
  const head = `Content-Type: ${type}; charset=utf-8${end}Content-Transfer-Encoding: ${encoding}`;
  return `${head}${end}${end}${content}`;
}

const encodedLine = remembered(
  (line: string) => line,
  (line) => wrap(encode(line + end)),
);

/** As nodemailer counts. */
function isMostlyLatin(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  const foreign = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\uffff]/g;
  return count(text, foreign) < count(text, /[A-Za-z]/g);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
