import { encode, wrap } from 'nodemailer/lib/qp';

const end = '\r\n';
const longestLine = 76;
/** For nodemailer, whatever is not plain text. */
// eslint-disable-next-line no-control-regex
const foreign = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\uffff]/g;

/**
 * A part of text as nodemailer would write it: as it is where it may be, else quoted-printable.
 * @param text each of its lines ends with LF, which becomes CR LF
 * @returns null where nodemailer would do otherwise: for many foreign letters it chooses base64
 */
export function bodyPart(type: 'text/plain' | 'text/html', text: string): string | null {
  const texts = text.split('\n');
  if (texts.pop() !== '') return null;
  const lines = linesOf[type](texts);
  const isPlain = lines.every((line) => line.foreign === 0);
  const isShort = texts.every((line) => line.length <= longestLine);
  if (isPlain && isShort) return part(type, '7bit', texts.join(end) + end);
  return isPlain || isMostlyLatin(lines)
    ? part(type, 'quoted-printable', lines.map((line) => line.encoded).join(''))
    : null;
}

function part(type: string, encoding: string, content: string): string {
  const head = `Content-Type: ${type}; charset=utf-8${end}Content-Transfer-Encoding: ${encoding}`;
  return `${head}${end}${end}${content}`;
}

/** As nodemailer counts. */
function isMostlyLatin(lines: readonly Line[]): boolean {
  return sum(lines, 'foreign') < sum(lines, 'letters');
}

function sum(lines: readonly Line[], what: 'foreign' | 'letters'): number {
  return lines.reduce((total, line) => total + line[what], 0);
}

/** What a line takes is worked out once, when it is asked for. */
class Line {
  readonly foreign: number;
  private knownLetters: number | null = null;
  private knownEncoded: string | null = null;

  constructor(readonly text: string) {
    this.foreign = count(text, foreign);
  }

  get letters(): number {
    return (this.knownLetters ??= count(this.text, /[A-Za-z]/g));
  }

  get encoded(): string {
    return (this.knownEncoded ??= encodedLine(this.text));
  }
}

/** Mails of a batch have most lines in common, each where it stood in the last one: those are not looked at again. */
function byLastMail(): (texts: readonly string[]) => readonly Line[] {
  let last: readonly Line[] = [];
  return (texts) => {
    last = texts.map((text, index) => {
      const before = last[index];
      return before?.text === text ? before : new Line(text);
    });
    return last;
  };
}

const linesOf = { 'text/plain': byLastMail(), 'text/html': byLastMail() } as const;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function encodedLine(line: string): string {
  return wrap((isLatin(line) ? line.replaceAll('=', '=3D') : encode(line)) + end);
}

/** Of such a line only the equals sign needs to be encoded. */
function isLatin(line: string): boolean {
  return /^(?:[ -~]*[!-~])?$/.test(line);
}
