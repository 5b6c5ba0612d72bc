import type { Content } from 'pdfmake';
import { longDeadline, longMoment } from '../../notice/letter/words/dates.js';
import { neutral } from '../../notice/letter/neutral.js';
import { letterheadPart } from '../../platform/pdf/letterhead.js';
import { pdfFile } from '../../platform/pdf/pdf-file.js';
import {
  changesPart,
  decidedParts,
  nihilPart,
  outcomeParts,
  refusedPart,
  summaryPart,
} from './details.js';
import { formalDate } from './formal-date.js';
import { signaturesPart } from './signatures.js';
import type { Minutes } from './minutes.js';
import { words } from './words.js';

/** The same position of the journal and the same form are the same file, to the byte. */
export async function minutesFile(given: Minutes): Promise<Buffer> {
  // Names are looked up by code, and a map is no plain text.
  const minutes = { ...neutral(given), unitNames: given.unitNames };
  const { cycle, phase, journal, letterhead, from } = minutes;
  const title = `${words.title}: ${phase.title}`;
  const author = letterhead.office || from;
  const foot = words.foot(cycle.title, journal.entries, journal.hash.slice(0, 12));
  const footer = (page: number, pages: number): Content => ({
    fontSize: 8,
    margin: [71, 14, 71, 0],
    columns: [
      { width: '*', text: foot },
      { width: 90, alignment: 'right', text: words.page(page, pages) },
    ],
  });
  return pdfFile({ content: contentOf(minutes), footer }, { title, author, at: journal.at });
}

function contentOf(minutes: Minutes): Content[] {
  return [
    letterheadPart(minutes.letterhead, minutes.from),
    ...titleParts(minutes),
    { text: openingOf(minutes), alignment: 'justify', margin: [0, 0, 0, 10] },
    heading(words.schedule),
    schedulePart(minutes),
    changesPart(minutes),
    heading(words.summary),
    summaryPart(minutes),
    heading(words.details),
    ...outcomeParts(minutes),
    ...refusedPart(minutes),
    ...decidedParts(minutes),
    ...nihilPart(minutes),
    signaturesPart(minutes),
  ];
}

function titleParts({ phase, cycle, filled }: Minutes): Content[] {
  const centred = { alignment: 'center' as const, bold: true };
  return [
    { ...centred, text: words.title.toUpperCase(), fontSize: 13, margin: [0, 10, 0, 0] },
    { ...centred, text: phase.title.toUpperCase() },
    { ...centred, text: cycle.title },
    {
      text: `${words.number}: ${filled.number || words.blank}`,
      alignment: 'center',
      margin: [0, 2, 0, 12],
    },
  ];
}

function openingOf({ filled, phase, cycle }: Minutes): string {
  const { date, place } = filled;
  const day = date === null ? blankDay() : formalDate(date);
  return words.opening(day, place || words.shortBlank, phase.title, cycle.title);
}

/** To be written by hand. */
function blankDay(): string {
  const { shortBlank } = words;
  return `${shortBlank} tanggal ${shortBlank} bulan ${shortBlank} tahun ${shortBlank}`;
}

function schedulePart({ phase, cycle: { zone }, journal }: Minutes): Content {
  const rows = [
    [words.opened, longMoment(phase.openedAt, zone)],
    [words.closed, longDeadline(phase.closedAt, phase.closedOn, zone)],
    [words.asOf, words.position(journal.entries, longMoment(journal.at, zone))],
  ];
  const body = rows.map(([name = '', value = '']) => [name, ':', value].map((text) => ({ text })));
  return {
    layout: 'noBorders',
    margin: [0, 0, 0, 8],
    table: { widths: [110, 6, '*'], body },
  };
}

function heading(text: string): Content {
  return { text, bold: true, fontSize: 12, margin: [0, 4, 0, 4] };
}
