import { composeSentences } from './compose-sentences.js';
import type { ComposedMail } from './letter.js';
import type { PlainLetter } from './plain-mail.js';
import { testWords as words } from './words/test.js';

export interface TestLetter extends PlainLetter {
  /** The title of the cycle from whose desk it is sent. */
  readonly cycle: string;
  readonly zone: string;
}

export function composeTestMail({ cycle, ...letter }: TestLetter): ComposedMail {
  return composeSentences({
    ...letter,
    subject: words.subject,
    greeting: words.greeting(letter.to.name),
    sentences: words.sentences(cycle),
  });
}
