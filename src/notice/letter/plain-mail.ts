import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/people.js';
import type { ComposedMail } from './letter.js';
import { mailDate } from './mail-date.js';

/** Of a mail that tells of no notice. */
export interface PlainLetter {
  readonly to: Person;
  readonly from: Person;
  readonly at: Temporal.Instant;
  readonly messageId: string;
}

/** To one person, whose own automatic answer nobody wants. */
export function plainMail(
  { to, from, at, messageId }: PlainLetter,
  content: Pick<ComposedMail, 'subject' | 'text' | 'html'>,
  zone: string,
): ComposedMail {
  return {
    from: { name: from.name, address: from.email },
    to: { name: to.name, address: to.email },
    cc: [],
    ...content,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    messageId,
    date: mailDate(at, zone),
  };
}
