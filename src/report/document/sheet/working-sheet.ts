import type { Cell, Workbook, Worksheet } from 'exceljs';
import { hundredthsOf } from '../../../domain/hundredths.js';
import { shownName } from '../pdf/indicators-part.js';
import type { IndicatorLine, Report } from '../report.js';
import { sheetWords as t } from './sheet-words.js';

/** Where the columns of the working sheet are: the formulas of all sheets go by it. */
export const column = {
  no: 'A',
  name: 'B',
  domainCode: 'C',
  domain: 'D',
  aspectCode: 'E',
  aspect: 'F',
  lead: 'G',
  claimed: 'H',
  verified: 'I',
  counted: 'J',
  weight: 'K',
  contribution: 'L',
  notes: 'M',
  evidence: 'N',
} as const;

type Column = keyof typeof column;

const widths: Readonly<Record<Column, number>> = {
  ...{ no: 6, name: 54, domainCode: 9, domain: 24, aspectCode: 9, aspect: 30, lead: 32 },
  ...{ claimed: 8, verified: 13, counted: 10, weight: 10, contribution: 12 },
  ...{ notes: 60, evidence: 13 },
};

const formats: Readonly<Partial<Record<Column, string>>> = {
  weight: '0.00',
  contribution: '0.0000',
};

/** One row an indicator. What is counted and what it is worth are formulas, over the two levels. */
export function addWorkingSheet(workbook: Workbook, report: Report): Worksheet {
  const sheet = tableSheet(workbook, t.worksheet, Object.values(t.columns), Object.values(widths));
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: 1 }];
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToHeight: 0 };
  report.indicators.forEach((line, at) => {
    fillRow(sheet, at + 2, line, report);
  });
  return sheet;
}

/** With a header in bold that stays in sight and comes again on every printed page. */
export function tableSheet(
  workbook: Workbook,
  name: string,
  headers: readonly string[],
  columnWidths: readonly number[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headers.map((header, at) => ({ header, width: columnWidths[at] ?? 12 }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).alignment = { wrapText: true, vertical: 'top' };
  sheet.pageSetup.printTitlesRow = '1:1';
  return sheet;
}

function fillRow(sheet: Worksheet, row: number, line: IndicatorLine, report: Report): void {
  const cell = (of: Column): Cell => sheet.getCell(`${column[of]}${row}`);
  const aspect = report.aspects.find(({ code }) => code === line.aspect);
  const domain = report.domains.find(({ code }) => code === line.domain);
  const texts: Partial<Record<Column, string>> = {
    name: shownName(line),
    ...{ domainCode: domain?.code ?? '', domain: domain?.name ?? '' },
    ...{ aspectCode: line.aspect, aspect: aspect?.name ?? '' },
    ...{ lead: line.lead?.name ?? '', notes: cut(line.notes.join('\n')) },
  };
  for (const [of, text] of Object.entries(texts)) writeText(cell(of as Column), text);
  cell('no').value = line.no;
  cell('claimed').value = levelOf(line.claimed);
  cell('verified').value = levelOf(line.verified);
  cell('weight').value = line.weight / 100;
  cell('counted').value = {
    // Rule 22.
    formula: `IF(ISNUMBER(${column.verified}${row}),${column.verified}${row},1)`,
    result: Number(line.counted),
  };
  cell('contribution').value = {
    // A level and a weight have two decimals each: so rounded, no double is off.
    formula: `ROUND(${column.counted}${row}*${column.weight}${row}/100,6)`,
    result: line.contribution / 1_000_000,
  };
  for (const [of, numFmt] of Object.entries(formats)) cell(of as Column).numFmt = numFmt;
  evidenceLink(cell('evidence'), line, report);
}

/** To the page of the indicator, which lists them all. */
function evidenceLink(cell: Cell, { evidence, lead, no }: IndicatorLine, report: Report): void {
  const text = t.pieces(evidence.length);
  if (lead === null || evidence.length === 0) writeText(cell, text);
  else writeLink(cell, text, pageOf(report, lead.code, 'indikator', String(no)));
}

/** On the desk of a unit, as mails name its pages. */
export function pageOf({ site, cycle }: Report, unit: string, ...parts: string[]): string {
  return [site, ...['opd', cycle.code, unit, ...parts].map(encodeURIComponent)].join('/');
}

/** Typed as text, whatever it begins with: `=1+1` stays what somebody has written. */
export function writeText(cell: Cell, text: string): void {
  cell.value = text === '' ? null : text;
  cell.numFmt = '@';
  cell.alignment = { wrapText: true, vertical: 'top' };
}

export function writeLink(cell: Cell, text: string, hyperlink: string): void {
  cell.value = { text, hyperlink };
  cell.font = { color: { argb: 'FF1F4E79' }, underline: true };
  cell.alignment = { vertical: 'top' };
}

/** A cell holds no more than 32,767 characters. */
export function cut(text: string): string {
  return text.length > 32_000 ? `${text.slice(0, 32_000)} …` : text;
}

function levelOf(level: string | null): number | null {
  return level === null ? null : hundredthsOf(level) / 100;
}
