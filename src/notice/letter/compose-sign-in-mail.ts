import { dense } from './dense.js';
import type { ComposedMail } from './letter.js';
import { neutral } from './neutral.js';
import { plainMail, type PlainLetter } from './plain-mail.js';
import { button, sheetMarkup, small } from './sheet.js';
import { footer, opening } from './words/frame.js';
import { signInWords as words } from './words/sign-in.js';
import { wrap } from './wrap.js';

export interface SignInLetter extends PlainLetter {
  readonly url: string;
  /** For how long the link works. */
  readonly minutes: number;
}

/** In the look of the other mails, though it belongs to no cycle. */
export function composeSignInMail(given: SignInLetter): ComposedMail {
  const letter = neutral(given);
  const content = { subject: words.subject, text: textOf(letter), html: htmlOf(letter) };
  return plainMail(letter, content, 'UTC');
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
  const content = dense`
    <p style="margin:0"><b>${words.greeting(to.name)}</b></p>
    <p>${opening}</p>
    ${words.sentences(minutes).map((sentence) => dense`<p>${sentence}</p>`)}
    <p><a href="${url}" style="${button};margin-top:0">${words.button}</a></p>
    <p>${words.notYou}</p>
    <p><b>${from.name}</b></p>
    <p style="${small}">${footer}</p>
  `;
  return sheetMarkup(words.subject, first, content);
}
