import type { Content, DocumentDefinition } from 'pdfmake';
import { Temporal } from 'temporal-polyfill';
import { pdfFile } from '../../platform/pdf/pdf-file.js';
import { chaptersPart, unitsPart } from './pdf/chapters-part.js';
import { coverPart } from './pdf/cover.js';
import { indicatorsPart } from './pdf/indicators-part.js';
import { proofPart } from './pdf/proof-part.js';
import { resultsPart } from './pdf/results-part.js';
import { summaryPart } from './pdf/summary-part.js';
import { ink } from './pictures/drawing.js';
import type { Report } from './report.js';
import { words } from './words.js';

const margins = { side: 70.87, top: 56, bottom: 64 };

/** The same report is the same file, to the byte. */
export async function reportPdf(report: Report): Promise<Buffer> {
  const { letterhead, from, cycle, year } = report;
  return pdfFile(documentOf(report), {
    title: `${words.title}: ${cycle.title}, ${year}`,
    author: letterhead.office || from,
    at: Temporal.Instant.from(report.at),
  });
}

function documentOf(report: Report): DocumentDefinition & Readonly<Record<string, unknown>> {
  const { side, top, bottom } = margins;
  return {
    pageMargins: [side, top, side, bottom],
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.2, color: ink.text },
    content: [
      ...coverPart(report),
      ...summaryPart(report),
      ...resultsPart(report),
      ...indicatorsPart(report),
      ...chaptersPart(report),
      ...unitsPart(report),
      ...proofPart(report),
    ],
    footer: (page, pages) => footer(report, page, pages),
    ...(report.kind === 'draft' && { watermark }),
  };
}

const watermark = {
  text: words.draft,
  color: ink.target,
  opacity: 0.14,
  bold: true,
  angle: -45,
  fontSize: 52,
} as const;

function footer({ cycle, place }: Report, page: number, pages: number): Content {
  const { side } = margins;
  const small = { fontSize: 8, color: ink.soft } as const;
  return {
    margin: [side, 20, side, 0],
    columns: [
      {
        width: '*',
        text: words.footer(cycle.code, place.entries, place.hash.slice(0, 12)),
        ...small,
      },
      { width: 'auto', text: words.page(page, pages), alignment: 'right', ...small },
    ],
  };
}
