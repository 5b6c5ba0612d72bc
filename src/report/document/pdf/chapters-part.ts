import type { Content } from 'pdfmake';
import { comma } from '../../../notice/letter/words/result.js';
import { percent } from '../numbers.js';
import { ink } from '../pictures/drawing.js';
import type { IndicatorLine, Part, Report } from '../report.js';
import { words } from '../words.js';
import { shownName } from './indicators-part.js';
import { cell, dataTable, head, heading, hint, number, paragraph } from './parts.js';

/** One a domain, else one an aspect: what was said of it. */
export function chaptersPart(report: Report): Content[] {
  const { domains, aspects } = report;
  const parts = domains.length > 0 ? domains : aspects;
  return parts.flatMap((part, at) => chapter(report, part, at === 0));
}

function chapter({ indicators, domains }: Report, part: Part, newPage: boolean): Content[] {
  const isOwn = ({ domain, aspect }: IndicatorLine): boolean =>
    (domains.length > 0 ? domain : aspect) === part.code;
  const noted = indicators.filter((line) => isOwn(line) && line.notes.length > 0);
  const [verified, claimed] = [comma(part.verified), comma(part.claimed)];
  const [first = hint(words.noNotes), ...others] = noted.map(notePart);
  const beginning = [
    { ...heading(words.chapter(part.name)), ...(newPage && { margin: [0, 0, 0, 8] as const }) },
    paragraph(words.chapterFigures(verified, claimed, percent(part.weight))),
    first,
  ];
  // A heading is never the last thing on a page.
  const opening: Content = { stack: beginning, unbreakable: true };
  return [newPage ? { ...opening, pageBreak: 'before' } : opening, ...others];
}

/** Together on a page, unless it is long: it may be longer than a page. */
function notePart(line: IndicatorLine): Content {
  const { no, counted, verified, claimed, notes } = line;
  const claim = claimed === null ? null : comma(claimed);
  const level = verified === null ? words.notVerified(claim) : words.levels(comma(counted), claim);
  const name: Content = { text: `${no}. ${shownName(line)}`, bold: true };
  const title: Content = {
    text: [name, { text: ` (${level})`, color: ink.soft }],
    fontSize: 9.5,
    margin: [0, 4, 0, 1],
  };
  const said = notes.map((text): Content => ({ text, fontSize: 9.5, margin: [12, 0, 0, 2] }));
  const length = notes.reduce((total, { length: each }) => total + each, 0);
  return { stack: [title, ...said], unbreakable: length < 1500 };
}

const mostOnOnePage = 20;

export function unitsPart({ units }: Report): Content[] {
  const t = words.table;
  const columns = [t.leads, t.answered, t.verifiedOf, t.supports, t.evidence];
  if (units.length === 0) return [heading(words.units), hint(words.noUnits)];
  const rows = units.map(({ name, leads, answered, verified, supports, evidence }) => [
    cell(name),
    ...[leads, answered, verified, supports, evidence].map((count) => number(String(count))),
  ]);
  const header = [head(t.unit), ...columns.map((text) => head(text, true))];
  const isShort = units.length <= mostOnOnePage;
  const table = dataTable(['*', 52, 44, 60, 58, 62], header, rows);
  const stack = [heading(words.units, { newPage: !isShort }), hint(words.unitsNote), table];
  return [{ stack, unbreakable: isShort }];
}
