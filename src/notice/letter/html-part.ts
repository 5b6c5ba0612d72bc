import type { Html } from '../../platform/html.js';
import { dense } from './dense.js';
import { deadlineLabel, type Card, type CutList } from './card.js';
import type { Letter } from './letter.js';
import { button, sheetMarkup, small, text } from './sheet.js';
import * as frame from './words/frame.js';

// Contrasts are 5:1 or better.
const tones = { calm: '#0b5394', soon: '#8a4600', late: '#b3261e', good: '#1b6e3c' } as const;
const heading = 'margin:4px 0 8px;font-size:19px;line-height:1.3';
const label = 'padding-right:12px;color:#526070;font-weight:400;text-align:left;vertical-align:top';

export function htmlPart(letter: Letter, cards: readonly Card[], subject: string): string {
  const content = dense` ${beforeCards(letter)} ${cards.map(cardMarkup)} ${afterCards(letter)} `;
  return sheetMarkup(subject, preheader(cards), content);
}

function preheader(cards: readonly Card[]): string {
  const [first] = cards;
  return cards.length === 1 && first
    ? first.sentences.join(' ')
    : cards.map(({ mention }) => mention).join('; ');
}

function beforeCards(letter: Letter): Html {
  const [name = '', office = ''] = frame.salutation(letter.to);
  return dense`
    <p style="margin:0"><b>${name}</b><br />${office}</p>
    <p>${frame.opening}</p>
    <p>${frame.introduction(letter)}</p>
  `;
}

function cardMarkup(card: Card): Html {
  const { tone, title, sentences, lists, link } = card;
  const border = `margin:16px 0;border:1px solid #cfd6df;border-left:4px solid ${tones[tone]}`;
  return dense`
    <table role="presentation" width="100%" cellspacing="0" style="${border}">
      <tr>
        <td style="${text};padding:14px 16px">
          <b style="font-size:13px;color:${tones[tone]}">${card.heading}</b>
          <h2 style="${heading}">${title}</h2>
          ${rowsMarkup(card)} ${sentences.map(paragraph)} ${lists.map(listMarkup)}
          ${link && dense`<a href="${link.url}" style="${button}">${link.label}</a>`}
        </td>
      </tr>
    </table>
  `;
}

function rowsMarkup({ rows, countdown, tone }: Card): Html | false {
  const beside = (of: string): Html | false =>
    of === deadlineLabel &&
    countdown !== null &&
    dense` <b style="color:${tones[tone]};white-space:nowrap">(${countdown})</b>`;
  return (
    rows.length > 0 &&
    dense`<table cellspacing="0" cellpadding="2" style="${text};margin-left:-2px">
      ${rows.map(
        (row) =>
          dense`<tr>
            <th scope="row" style="${label}">${row.label}</th>
            <td>${row.value}${beside(row.label)}</td>
          </tr> `,
      )}
    </table>`
  );
}

function listMarkup({ title, items, more }: CutList): Html {
  return dense`
    ${paragraph(title)}
    <ul style="margin:0;padding-left:20px">
      ${items.map((item) => dense`<li>${item}</li>`)}
      ${more > 0 && dense`<li>${frame.more(more)}</li>`}
    </ul>
  `;
}

function afterCards(letter: Letter): Html {
  const copies = frame.copies(letter);
  const reason = frame.reason(letter);
  return dense`
    <p>${frame.closing}</p>
    <p><b>${frame.signature(letter)}</b><br />${letter.cycle.title}</p>
    ${copies !== null && dense`<p>${copies}</p>`}
    <p style="${small}">
      ${frame.footer}<br />${frame.timeline(letter)}${reason && dense`<br /><a href="${reason.url}" style="color:#0b5394">${reason.label}</a>`}
    </p>
  `;
}

function paragraph(sentence: string): Html {
  return dense`<p style="margin:8px 0 0">${sentence}</p>`;
}
