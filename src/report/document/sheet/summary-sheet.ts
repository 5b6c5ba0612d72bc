import type { Workbook, Worksheet } from 'exceljs';
import type { Part, Report } from '../report.js';
import { sheetWords as t } from './sheet-words.js';
import { column, writeText } from './working-sheet.js';

/** Where the index and its predikat stand, whatever comes below them. */
export const indexCell = 'B3';
export const predikatCell = 'B4';

/** Index, domains and aspects as formulas over the working sheet, and the predikat from its table. */
export function addSummarySheet(workbook: Workbook, report: Report): void {
  const sheet = workbook.addWorksheet(t.summary);
  [{ width: 30 }, { width: 14 }, { width: 44 }, { width: 12 }, { width: 12 }].forEach(
    ({ width }, at) => {
      sheet.getColumn(at + 1).width = width;
    },
  );
  const { domains, aspects, indicators, result, instrument } = report;
  const first = 8;
  const thresholds = first + instrument.predikat.length + 2;
  title(sheet, report);
  writeThresholds(sheet, first, report);
  const last = first + instrument.predikat.length;
  const sum = (letter: string): string => `SUM(${ofAll(letter, indicators.length)})`;
  formula(sheet, indexCell, meanOver(sum(column.contribution), sum(column.weight)), {
    result: Number(result.index),
  });
  sheet.getCell(predikatCell).value = {
    formula: `INDEX(C${first + 1}:C${last},MATCH(${indexCell},B${first + 1}:B${last},1))`,
    result: result.predikat,
  };
  const next = writeParts(sheet, thresholds, { domains }, report);
  writeParts(sheet, next, { aspects }, report);
}

function title(sheet: Worksheet, { cycle, kind, result }: Report): void {
  writeText(sheet.getCell('A1'), cycle.title);
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getCell('A1').alignment = {};
  writeText(sheet.getCell('A2'), t.states[kind]);
  writeText(sheet.getCell('A3'), t.index);
  writeText(sheet.getCell('A4'), t.predikat);
  for (const name of ['A3', 'B3', 'A4', 'B4']) sheet.getCell(name).font = { bold: true };
  if (result.target !== null) {
    writeText(sheet.getCell('A5'), t.target);
    sheet.getCell('B5').value = Number(result.target);
    sheet.getCell('B5').numFmt = '0.00';
    writeText(sheet.getCell('A6'), t.toTarget);
    formula(sheet, 'B6', `ROUND(MAX(0,B5-${indexCell}),2)`, { result: Number(result.toTarget) });
  }
}

/** The lowest first, as MATCH wants them. */
function writeThresholds(sheet: Worksheet, row: number, { instrument }: Report): void {
  header(sheet, row, ['', t.from, t.predikat]);
  writeText(sheet.getCell(`A${row}`), t.thresholds);
  [...instrument.predikat].reverse().forEach(({ name, from }, at) => {
    const cell = sheet.getCell(`B${row + 1 + at}`);
    cell.value = Number(from);
    cell.numFmt = '0.00';
    writeText(sheet.getCell(`C${row + 1 + at}`), name);
  });
}

type Parts = { readonly domains: readonly Part[] } | { readonly aspects: readonly Part[] };

/** @returns where the next table begins */
function writeParts(sheet: Worksheet, row: number, given: Parts, { indicators }: Report): number {
  const isDomains = 'domains' in given;
  const parts = isDomains ? given.domains : given.aspects;
  if (parts.length === 0) return row;
  const codes = ofAll(isDomains ? column.domainCode : column.aspectCode, indicators.length);
  const [contributions, weights] = [
    ofAll(column.contribution, indicators.length),
    ofAll(column.weight, indicators.length),
  ];
  header(sheet, row, [isDomains ? t.domains : t.aspects, t.code, t.part, t.weight, t.value]);
  parts.forEach(({ code, name, weight, verified }, at) => {
    const line = row + 1 + at;
    const sum = (of: string): string => `SUMIF(${codes},B${line},${of})`;
    writeText(sheet.getCell(`B${line}`), code);
    writeText(sheet.getCell(`C${line}`), name);
    formula(sheet, `D${line}`, `ROUND(${sum(weights)},2)`, { result: weight / 100 });
    formula(sheet, `E${line}`, meanOver(sum(contributions), sum(weights)), {
      result: Number(verified),
    });
  });
  return row + parts.length + 2;
}

function header(sheet: Worksheet, row: number, texts: readonly string[]): void {
  texts.forEach((text, at) => {
    const cell = sheet.getCell(row, at + 1);
    writeText(cell, text);
    cell.font = { bold: true };
  });
}

function formula(
  sheet: Worksheet,
  cell: string,
  text: string,
  { result }: { readonly result: number },
): void {
  sheet.getCell(cell).value = { formula: text, result };
  sheet.getCell(cell).numFmt = '0.00';
}

/** All rows of a column; a whole one would have its header in it. */
function ofAll(letter: string, rows: number): string {
  return `'${t.worksheet}'!$${letter}$2:$${letter}$${rows + 1}`;
}

/**
 * Rule 21, half up, in whole numbers: contributions as millionths, weights as basis points. A sum of decimals
 * may be a hair below a half, which would round it down.
 */
function meanOver(contribution: string, weight: string): string {
  return `ROUND(ROUND(${contribution}*1000000,0)/ROUND(${weight}*100,0),0)/100`;
}
