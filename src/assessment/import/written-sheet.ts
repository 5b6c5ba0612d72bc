import type { Column, Workbook, Worksheet } from 'exceljs';

/** An empty table with its header, which stays in sight. */
export function sheetWith(
  workbook: Workbook,
  name: string,
  columns: readonly (readonly [header: string, width: number])[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(([header, width]): Partial<Column> => {
    // Text stays text when somebody types over it.
    return {
      header,
      width,
      style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
    };
  });
  sheet.getRow(1).font = { bold: true };
  return sheet;
}
