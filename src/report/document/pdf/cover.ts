import type { Content } from 'pdfmake';
import { Temporal } from 'temporal-polyfill';
import { hundredthsOf } from '../../../domain/hundredths.js';
import { plainDate } from '../../../notice/letter/words/dates.js';
import { letterheadPart } from '../../../platform/pdf/letterhead.js';
import { comma } from '../../../notice/letter/words/result.js';
import { movement } from '../numbers.js';
import { ink } from '../pictures/drawing.js';
import type { Report } from '../report.js';
import { words } from '../words.js';
import { pageWidth } from './parts.js';

/** One page for who reads one page only. */
export function coverPart(report: Report): Content[] {
  const { result, cycle, year } = report;
  return [
    letterheadPart(report.letterhead, report.from),
    {
      text: words.title.toUpperCase(),
      ...{ alignment: 'center', fontSize: 22, bold: true, color: ink.verified },
      margin: [0, 105, 0, 6],
    },
    { text: cycle.title, alignment: 'center', fontSize: 14, margin: [20, 0, 20, 4] },
    { text: words.year(year), alignment: 'center', fontSize: 11, color: ink.soft },
    rule([0, 46, 0, 26]),
    centred(words.index, 11, { color: ink.soft }),
    centred(comma(result.index), 64, { bold: true, color: ink.verified }),
    centred(result.predikat, 24, { bold: true }),
    rule([0, 26, 0, 18]),
    { columns: facts(report).map(factPart), columnGap: 10 },
    {
      text: words.asOf[report.kind](dateOf(report)),
      ...{ alignment: 'center', fontSize: 10.5, margin: [0, 90, 0, 0] },
    },
    {
      text: report.instrument.title,
      ...{ alignment: 'center', fontSize: 10, color: ink.soft, margin: [0, 3, 0, 0] },
    },
  ];
}

export function dateOf({ at, cycle }: Report): string {
  return plainDate(Temporal.Instant.from(at).toZonedDateTimeISO(cycle.zone).toPlainDate());
}

function centred(
  text: string,
  fontSize: number,
  more: { readonly bold?: boolean; readonly color?: string } = {},
): Content {
  return { text, fontSize, alignment: 'center', lineHeight: 1.1, ...more };
}

function rule(margin: readonly [number, number, number, number]): Content {
  const [from, to] = [pageWidth / 2 - 60, pageWidth / 2 + 60];
  const ends = { x1: from, y1: 0, x2: to, y2: 0 };
  return { canvas: [{ type: 'line', ...ends, lineWidth: 0.75, lineColor: ink.rule }], margin };
}

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly more: string;
}

function facts({ result, trend }: Report): Fact[] {
  const { target, toTarget, next, claimed } = result;
  const [before, now] = trend.slice(-2);
  return [
    ...(target === null
      ? []
      : [{ name: words.target, value: comma(target), more: toReach(toTarget ?? '0.00') }]),
    ...(before && now
      ? [
          {
            name: words.lastYear(before.year),
            value: comma(before.index),
            more: now.change === null ? words.otherInstrument : movement(now.change),
          },
        ]
      : []),
    next
      ? { name: words.next, value: comma(next.from), more: next.name }
      : { name: words.next, value: '–', more: words.highest },
    { name: words.claimed, value: comma(claimed.index), more: claimed.predikat },
  ];
}

function toReach(missing: string): string {
  return hundredthsOf(missing) === 0 ? words.targetReached : words.missing(comma(missing));
}

function factPart({ name, value, more }: Fact): Content {
  return {
    width: '*',
    stack: [
      { text: name, fontSize: 9, color: ink.soft, alignment: 'center' },
      { text: value, fontSize: 17, bold: true, alignment: 'center' },
      { text: more, fontSize: 9, alignment: 'center' },
    ],
  };
}
