import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/people.js';
import { html } from '../../platform/html.js';
import type { ComposedMail } from './letter.js';
import { mailDate } from './mail-date.js';
import { neutral } from './neutral.js';
import { button, sheetMarkup, small } from './sheet.js';
import { footer, opening } from './words/frame.js';
import { signInWords as words } from './words/sign-in.js';
import { wrap } from './wrap.js';

export interface SignInLetter {
  readonly to: Person;
  readonly from: Person;
  readonly url: string;
  /** For how long the link works. */
  readonly minutes: number;
  readonly at: Temporal.Instant;
  readonly messageId: string;
}

/** In the look of the other mails, though it belongs to no cycle. */
export function composeSignInMail(given: SignInLetter): ComposedMail {
  const letter = neutral(given);
  const { to, from, at, messageId } = letter;
  return {
    from: { name: from.name, address: from.email },
    to: { name: to.name, address: to.email },
    cc: [],
    subject: words.subject,
    text: textOf(letter),
    html: htmlOf(letter),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    messageId,
    date: mailDate(at, 'UTC'),
  };
}

function textOf({ to, from, url, minutes }: SignInLetter): string {
  const blocks = [
    wrap(words.greeting(to.name)),
    opening,
    ...words.sentences(minutes).map((sentence) => wrap(sentence)),
    `${words.button}: ${url}`,
    wrap(words.notYou),
    wrap(from.name),
    `-- \n${wrap(footer)}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function htmlOf({ to, from, url, minutes }: SignInLetter): string {
  const [first = ''] = words.sentences(minutes);
  const content = html`
    <p style="margin:0"><b>${words.greeting(to.name)}</b></p>
    <p>${opening}</p>
    ${words.sentences(minutes).map((sentence) => html`<p>${sentence}</p>`)}
    <p><a href="${url}" style="${button};margin-top:0">${words.button}</a></p>
    <p>${words.notYou}</p>
    <p><b>${from.name}</b></p>
    <p style="${small}">${footer}</p>
  `;
  return sheetMarkup(words.subject, first, content);
}
