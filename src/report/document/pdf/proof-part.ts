import type { Content } from 'pdfmake';
import { signatureLines } from '../../../platform/pdf/letterhead.js';
import { comma } from '../../../notice/letter/words/result.js';
import { ink } from '../pictures/drawing.js';
import type { Report } from '../report.js';
import { words } from '../words.js';
import { dateOf } from './cover.js';
import { heading, paragraph } from './parts.js';

/** What the report was made from, how to check it, and who signs it. A draft is not signed. */
export function proofPart(report: Report): Content[] {
  const { cycle, place, result, instrument, kind } = report;
  return [
    heading(words.proof, { newPage: true }),
    paragraph(words.proofText(place.entries)),
    table([
      [words.cycle, `${cycle.title} (${cycle.code})`],
      [words.instrument, instrument.title],
      [words.exact, comma(result.exact)],
      [words.position, String(place.entries)],
    ]),
    hashPart(place.hash),
    paragraph(words.verify(cycle.code, place.entries)),
    ...(kind === 'published' ? [signaturePart(report)] : []),
  ];
}

function table(rows: readonly (readonly [string, string])[]): Content {
  const body = rows.map(([name, value]): Content[] => [
    { text: name, fontSize: 10, color: ink.soft },
    { text: value, fontSize: 10 },
  ]);
  return { layout: 'noBorders', table: { widths: [130, '*'], body } };
}

/** On one line, so that it can be found and copied. */
function hashPart(hash: string): Content {
  const value = { text: hash, fontSize: 8.5, noWrap: true, margin: [0, 1, 0, 0] } as const;
  const name = { text: words.hash, fontSize: 10, color: ink.soft };
  const table = { widths: [130, '*'], body: [[name, value]] } as const;
  return { layout: 'noBorders', margin: [0, 0, 0, 10], table };
}

function signaturePart(report: Report): Content {
  const { letterhead, from } = report;
  const office = letterhead.signer.office || letterhead.office || from;
  const signer = { ...letterhead.signer, office };
  return {
    margin: [0, 48, 0, 0],
    unbreakable: true,
    columns: [
      { width: '*', text: '' },
      {
        width: 230,
        stack: [
          { text: dateOf(report), margin: [0, 0, 0, 4] },
          ...signatureLines(signer, { blank: words.blank, room: 60 }),
        ],
      },
    ],
  };
}
