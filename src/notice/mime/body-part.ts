import { isPlainText } from 'nodemailer/lib/mime-funcs';
import { encode, wrap } from 'nodemailer/lib/qp';

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
  return isPlain || isMostlyLatin(text)
    ? part(type, 'quoted-printable', encodedLines[type](lines))
    : null;
}

function part(type: string, encoding: string, content: string): string {
  const head = `Content-Type: ${type}; charset=utf-8${end}Content-Transfer-Encoding: ${encoding}`;
  return `${head}${end}${end}${content}`;
}

/** Mails of a batch have most lines in common, each where it stood in the last one: those are not encoded again. */
function byLastMail(): (lines: readonly string[]) => string {
  let last: readonly string[] = [];
  let known: readonly string[] = [];
  return (lines) => {
    const encoded = lines.map((line, index) => {
      const before = line === last[index] ? known[index] : undefined;
      return before ?? encodedLine(line);
    });
    last = lines;
    known = encoded;
    return encoded.join('');
  };
}

const encodedLines = { 'text/plain': byLastMail(), 'text/html': byLastMail() } as const;

function encodedLine(line: string): string {
  return wrap((isLatin(line) ? line.replaceAll('=', '=3D') : encode(line)) + end);
}

/** Of such a line only the equals sign needs to be encoded. */
function isLatin(line: string): boolean {
  return /^(?:[ -~]*[!-~])?$/.test(line);
}

/** As nodemailer counts. */
function isMostlyLatin(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  const foreign = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\uffff]/g;
  return count(text, foreign) < count(text, /[A-Za-z]/g);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
