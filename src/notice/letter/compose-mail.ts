import { calendarFile } from './calendar-file.js';
import { cardOf } from './card.js';
import { htmlPart } from './html-part.js';
import type { Address, ComposedMail, Letter } from './letter.js';
import { mailDate } from './mail-date.js';
import { neutral } from './neutral.js';
import { noticeHeader } from './notice-header.js';
import { subjectOf } from './subject.js';
import { textPart } from './text-part.js';

/** A letter in words: the same letter always makes the same mail (rule 13). */
export function composeMail(given: Letter): ComposedMail {
  const letter = neutral(given);
  const cards = letter.entries.map((entry) => cardOf(letter, entry));
  const subject = subjectOf(letter, cards);
  // As it was given: calendars escape by rules of their own, and names of events must be those of the feeds.
  const calendar = calendarFile(given);
  return {
    from: address(letter.from),
    to: address(letter.to),
    cc: letter.cc.map(address),
    subject,
    text: textPart(letter, cards),
    html: htmlPart(letter, cards, subject),
    headers: {
      // One a notice: the log is written from what was received, not from what was meant.
      'X-Siklus-Notice': letter.entries.map(noticeHeader),
      'X-Siklus-Cycle': letter.cycle.code,
      'X-Siklus-Timeline': String(letter.version),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    messageId: `<${letter.messageId.replace(/[<>\s]/g, '')}>`,
    date: mailDate(letter.at, letter.cycle.zone),
    ...(calendar && { attachments: [calendar] }),
  };
}

function address({ name, email }: { readonly name: string; readonly email: string }): Address {
  return { name, address: email.replace(/\s/g, '') };
}
