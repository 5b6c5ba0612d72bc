import type { Content } from 'pdfmake';

export interface GridColumn<Row> {
  readonly title: string;
  readonly width: number | 'auto' | '*';
  readonly value: (row: Row, index: number) => string;
  readonly alignment?: 'left' | 'center' | 'right';
}

const shade = '#eeeeee';

/** In characters: a row with more in a cell can be taller than a page, and has to be torn apart. */
const longest = 400;

/** A table with its title; both stand again on every page that it goes on to. */
export function grid<Row>(
  title: string,
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
): Content {
  const banner = { text: title, bold: true, colSpan: columns.length, fillColor: shade };
  // A cell that spans others still needs them to be there.
  const covered = columns.slice(1).map(() => ({ text: '' }));
  const cells = rows.map((row, index) =>
    columns.map(({ value, alignment = 'left' }) => ({ text: value(row, index), alignment })),
  );
  const isShort = cells.flat().every(({ text }) => text.length <= longest);
  return {
    fontSize: 9,
    margin: [0, 0, 0, 10],
    table: {
      headerRows: 2,
      keepWithHeaderRows: isShort ? 1 : 0,
      dontBreakRows: isShort,
      widths: columns.map(({ width }) => width),
      body: [
        [banner, ...covered],
        columns.map((column) => ({ text: column.title, bold: true, alignment: 'center' as const })),
        ...cells,
      ],
    },
  };
}
