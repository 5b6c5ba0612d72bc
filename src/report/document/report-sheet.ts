import type { Workbook } from 'exceljs';
import { Temporal } from 'temporal-polyfill';
import { longMoment } from '../../notice/letter/words/dates.js';
import type { Report } from './report.js';
import { datedWorkbook } from './sheet/dated-workbook.js';
import { sheetWords as t } from './sheet/sheet-words.js';
import { addSummarySheet } from './sheet/summary-sheet.js';
import {
  addWorkingSheet,
  pageOf,
  tableSheet,
  writeLink,
  writeText,
} from './sheet/working-sheet.js';
import { words } from './words.js';

/** The working sheet: the same report is the same file, to the byte. */
export function reportSheet(report: Report): Promise<Buffer> {
  return datedWorkbook(Temporal.Instant.from(report.at), (workbook) => {
    // Whoever opens it sees what the formulas say, not only what they said when it was written.
    workbook.calcProperties.fullCalcOnLoad = true;
    addWorkingSheet(workbook, report);
    addSummarySheet(workbook, report);
    addEvidenceSheet(workbook, report);
    addProofSheet(workbook, report);
  });
}

function addEvidenceSheet(workbook: Workbook, report: Report): void {
  const sheet = tableSheet(
    workbook,
    t.evidence,
    Object.values(t.evidenceColumns),
    [8, 9, 60, 16, 80],
  );
  const pieces = report.indicators.flatMap(({ no, lead, evidence }) =>
    evidence.map((piece) => ({ ...piece, no, lead })),
  );
  pieces.forEach(({ no, lead, id, level, name, isFile, accepted }, at) => {
    const row = sheet.getRow(at + 2);
    row.getCell(1).value = no;
    row.getCell(2).value = level;
    writeText(row.getCell(3), name);
    writeText(row.getCell(4), judged(accepted));
    if (lead === null) return;
    const parts = isFile ? ['bukti', id] : ['indikator', String(no)];
    const page = pageOf(report, lead.code, ...parts);
    writeLink(row.getCell(5), page, page);
  });
}

function judged(accepted: boolean | null): string {
  if (accepted === null) return t.notJudged;
  return accepted ? t.accepted : t.refused;
}

/** What it was made from, and how to check it. */
function addProofSheet(workbook: Workbook, report: Report): void {
  const { cycle, instrument, kind, at, place, result } = report;
  const sheet = workbook.addWorksheet(t.proof);
  sheet.getColumn(1).width = 28;
  sheet.getColumn(2).width = 90;
  const { proofRows } = t;
  const rows: readonly (readonly [string, string | number])[] = [
    [proofRows.cycle, cycle.title],
    [proofRows.code, cycle.code],
    [proofRows.instrument, instrument.title],
    [proofRows.state, t.states[kind]],
    [proofRows.at, longMoment(Temporal.Instant.from(at), cycle.zone)],
    [proofRows.entries, place.entries],
    [proofRows.hash, place.hash],
    [proofRows.index, result.index],
    [proofRows.exact, result.exact],
    [proofRows.predikat, result.predikat],
    [proofRows.verify, words.verify(cycle.code, place.entries)],
  ];
  rows.forEach(([name, value], row) => {
    writeText(sheet.getCell(row + 1, 1), name);
    const cell = sheet.getCell(row + 1, 2);
    if (typeof value === 'number') cell.value = value;
    else writeText(cell, value);
  });
  writeText(sheet.getCell(rows.length + 2, 2), t.publishedNote);
}
