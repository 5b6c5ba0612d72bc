import { deadlineLabel, type Card } from './card.js';
import type { Letter } from './letter.js';
import * as frame from './words/frame.js';
import type { Row } from './words/told.js';
import { wrap } from './wrap.js';

/** The plain-text part: what the HTML part says, for readers and machines that show no HTML. */
export function textPart(letter: Letter, cards: readonly Card[]): string {
  const copies = frame.copies(letter);
  const reason = frame.reason(letter);
  const blocks = [
    frame.salutation(letter.to).map((line) => wrap(line)),
    [frame.opening],
    [wrap(frame.introduction(letter))],
    ...cards.flatMap((card, index) => block(card, cards.length > 1 ? `${index + 1}. ` : '')),
    [wrap(frame.closing)],
    [wrap(frame.signature(letter)), wrap(letter.cycle.title)],
    copies ? [wrap(copies)] : [],
    [
      '-- ',
      wrap(frame.footer),
      frame.timeline(letter),
      ...(reason ? [`${reason.label}: ${reason.url}`] : []),
    ],
  ];
  const shown = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}

function block(card: Card, number: string): string[][] {
  const { heading, title, sentences, lists, link } = card;
  return [
    [wrap(`${number}${heading.toUpperCase()}: ${title}`), ...rows(card)],
    [wrap(sentences.join(' '))],
    ...lists.map((list) => [
      wrap(list.title),
      ...list.items.map((item) => wrap(`- ${item}`, '  ')),
      ...(list.more > 0 ? [`- ${frame.more(list.more)}`] : []),
    ]),
    link ? [`${link.label}: ${link.url}`] : [],
  ];
}

function rows({ rows: all, countdown }: Card): string[] {
  const column = Math.max(0, ...all.map(({ label }) => label.length));
  const indent = ' '.repeat(column + 3);
  return all.map((row) =>
    wrap(`${row.label.padEnd(column)} : ${row.value}${beside(row, countdown)}`, indent),
  );
}

function beside({ label }: Row, countdown: string | null): string {
  return label === deadlineLabel && countdown ? ` (${countdown})` : '';
}
