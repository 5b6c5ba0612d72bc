import type { Workbook } from 'exceljs';

/**
 * An empty workbook that names no person. The library comes with the first one: it is a good part of what a start
 * would load, and most processes never write a workbook.
 */
export async function newWorkbook(): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Siklus';
  workbook.lastModifiedBy = 'Siklus';
  return workbook;
}
