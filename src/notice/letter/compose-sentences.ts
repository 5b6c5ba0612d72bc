import { dense } from './dense.js';
import type { ComposedMail } from './letter.js';
import { neutral } from './neutral.js';
import { plainMail, type PlainLetter } from './plain-mail.js';
import { sheetMarkup, small } from './sheet.js';
import { footer, opening } from './words/frame.js';
import { wrap } from './wrap.js';

/** A mail that says a few sentences, and has nothing to press. */
export interface SentencesLetter extends PlainLetter {
  readonly zone: string;
  readonly subject: string;
  readonly greeting: string;
  readonly sentences: readonly string[];
}

/** In the look of the other mails, so that whatever refuses those refuses it too. */
export function composeSentences(given: SentencesLetter): ComposedMail {
  const letter = neutral(given);
  const content = { subject: letter.subject, text: textOf(letter), html: htmlOf(letter) };
  return plainMail(letter, content, letter.zone);
}

function textOf({ from, greeting, sentences }: SentencesLetter): string {
  const blocks = [
    wrap(greeting),
    opening,
    ...sentences.map((sentence) => wrap(sentence)),
    wrap(from.name),
    `-- \n${wrap(footer)}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function htmlOf({ from, subject, greeting, sentences }: SentencesLetter): string {
  const content = dense`
    <p style="margin:0"><b>${greeting}</b></p>
    <p>${opening}</p>
    ${sentences.map((sentence) => dense`<p>${sentence}</p>`)}
    <p><b>${from.name}</b></p>
    <p style="${small}">${footer}</p>
  `;
  return sheetMarkup(subject, sentences[0] ?? '', content);
}
