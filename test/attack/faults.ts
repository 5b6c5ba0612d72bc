import { packageRoot } from '../../src/platform/package-root.js';
import { smuggled, tag } from './inputs/texts.js';
import type { Met } from './wire.js';

/** What an answer must not hold, whatever was asked. */
const leaks: Readonly<Record<string, RegExp>> = {
  'a stack trace': /\n\s+at \S+ ?\(?\S+:\d+:\d+\)?|\bat (async )?[\w.<>]+ \((file|node|\/)/,
  'an error of the program': /\b[A-Z]\w*Error:|\bTypeORM|QueryFailed|ECONNREFUSED/,
  'a statement': /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[^<]{0,300}\$\d/,
  'words of the database':
    /syntax error at or near|violates [\w-]+ constraint|invalid input syntax|invalid byte sequence|out of range for type|unterminated quoted|relation "\w+" does not exist/,
  'a path of the program':
    /node_modules|\b(src|dist)\/[\w/.-]+\.(ts|js)\b|file:\/\/\/(?!etc\/passwd)/,
  'the folder of the program': new RegExp(packageRoot.replaceAll(/[^\w/]/g, '.')),
  'a file of the machine': /root:x:0:0|"devDependencies"/,
  'a hash of a password': /\$argon2/,
};

export interface Secret {
  readonly of: string;
  readonly text: string;
}

/** What is wrong with an answer to somebody, of all that no input may bring about. */
export function faultsOf({ status, head, body }: Met, who: string, secrets: readonly Secret[]) {
  const whole = `${head}\n${body}`;
  const isPage = /^content-type: text\/html/im.test(head);
  const location = /^location: (.*)$/im.exec(head)?.[1]?.trim();
  const checks: Readonly<Record<string, boolean>> = {
    [`status ${status}`]: status >= 500,
    'a header that was smuggled in': new RegExp(
      `^(${smuggled}|set-cookie: ${smuggled})`,
      'im',
    ).test(head),
    'a tag that was smuggled in': isPage && body.includes(tag),
    [`a way elsewhere: ${location}`]: location !== undefined && !/^\/(?![/\\])/.test(location),
    ...Object.fromEntries(Object.entries(leaks).map(([name, leak]) => [name, leak.test(whole)])),
    "somebody else's secret": secrets.some(({ of, text }) => of !== who && whole.includes(text)),
  };
  return Object.keys(checks).filter((name) => checks[name]);
}
