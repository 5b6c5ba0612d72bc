import { HyperFormula, type RawCellContent } from 'hyperformula';
import { read, utils, type CellObject, type WorkBook } from '@e965/xlsx';

/** A workbook as another program than the one that wrote it reads it. */
export function readWorkbook(file: Buffer): WorkBook {
  return read(file, { cellFormula: true, cellNF: true, cellStyles: true });
}

export function cellAt(book: WorkBook, sheet: string, address: string): CellObject | undefined {
  return book.Sheets[sheet]?.[address] as CellObject | undefined;
}

/** With its formulas worked out anew by a third program, which knows nothing of the results in the file. */
export class Recomputed {
  private constructor(private readonly engine: HyperFormula) {}

  static of(book: WorkBook): Recomputed {
    const sheets = book.SheetNames.map((name) => [name, contentsOf(book, name)] as const);
    const options = { licenseKey: 'gpl-v3' };
    return new Recomputed(HyperFormula.buildFromSheets(Object.fromEntries(sheets), options));
  }

  at(sheet: string, address: string): unknown {
    return this.engine.getCellValue(this.address(sheet, address));
  }

  set(sheet: string, address: string, value: number | null): void {
    this.engine.setCellContents(this.address(sheet, address), [[value]]);
  }

  private address(sheet: string, address: string) {
    const { r: row, c: col } = utils.decode_cell(address);
    return { sheet: this.engine.getSheetId(sheet) ?? -1, row, col };
  }
}

function contentsOf({ Sheets }: WorkBook, name: string): RawCellContent[][] {
  const sheet = Sheets[name] ?? {};
  const { e: end } = utils.decode_range(sheet['!ref'] ?? 'A1');
  return Array.from({ length: end.r + 1 }, (_, r) =>
    Array.from({ length: end.c + 1 }, (__, c) => {
      const cell = sheet[utils.encode_cell({ r, c })] as CellObject | undefined;
      if (cell?.f !== undefined) return `=${cell.f}`;
      // Text that looks like a formula is text here too.
      return typeof cell?.v === 'string' ? `'${cell.v}` : ((cell?.v as number | undefined) ?? null);
    }),
  );
}
