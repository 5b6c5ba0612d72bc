import { dense } from './dense.js';
import type { ComposedMail } from './letter.js';
import { neutral } from './neutral.js';
import { plainMail, type PlainLetter } from './plain-mail.js';
import { sheetMarkup, small } from './sheet.js';
import { footer, opening } from './words/frame.js';
import { testWords as words } from './words/test.js';
import { wrap } from './wrap.js';

export interface TestLetter extends PlainLetter {
  /** The title of the cycle from whose desk it is sent. */
  readonly cycle: string;
  readonly zone: string;
}

/** In the look of the other mails, so that whatever refuses those refuses it too. */
export function composeTestMail(given: TestLetter): ComposedMail {
  const letter = neutral(given);
  const content = { subject: words.subject, text: textOf(letter), html: htmlOf(letter) };
  return plainMail(letter, content, letter.zone);
}

function textOf({ to, from, cycle }: TestLetter): string {
  const blocks = [
    wrap(words.greeting(to.name)),
    opening,
    ...words.sentences(cycle).map((sentence) => wrap(sentence)),
    wrap(from.name),
    `-- \n${wrap(footer)}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function htmlOf({ to, from, cycle }: TestLetter): string {
  const sentences = words.sentences(cycle);
  const content = dense`
    <p style="margin:0"><b>${words.greeting(to.name)}</b></p>
    <p>${opening}</p>
    ${sentences.map((sentence) => dense`<p>${sentence}</p>`)}
    <p><b>${from.name}</b></p>
    <p style="${small}">${footer}</p>
  `;
  return sheetMarkup(words.subject, sentences[0] ?? '', content);
}
