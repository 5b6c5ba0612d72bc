import type { Row, Sheet } from './sheet.js';

export interface Column {
  /** As it is exported and named in errors. */
  readonly header: string;
  /** What offices call it too. */
  readonly also: readonly string[];
  readonly isOptional?: boolean;
}

export type Columns<Name extends string> = Readonly<Record<Name, Column>>;

export type IndicatorColumn = 'indicator' | 'lead' | 'supports' | 'title';
export type AssessorColumn = 'unit' | 'assessor';

export const indicatorColumns: Columns<IndicatorColumn> = {
  indicator: {
    header: 'Indikator',
    also: ['No indikator', 'Nomor indikator', 'Indikator ke'],
  },
  lead: {
    header: 'OPD penanggung jawab',
    also: ['Penanggung jawab', 'PD penanggung jawab', 'OPD pengampu', 'Pengampu', 'OPD utama'],
  },
  supports: {
    header: 'OPD pendukung',
    also: ['Pendukung', 'PD pendukung', 'OPD terkait'],
  },
  title: {
    header: 'Judul',
    also: ['Judul sendiri', 'Judul layanan', 'Nama layanan'],
    isOptional: true,
  },
};

export const assessorColumns: Columns<AssessorColumn> = {
  unit: {
    header: 'OPD',
    also: ['Nama OPD', 'Kode OPD', 'PD', 'Perangkat daerah', 'Unit', 'Unit kerja'],
  },
  assessor: {
    header: 'Asesor',
    also: ['Nama asesor', 'Kode asesor', 'Email asesor', 'Assessor', 'Asesor internal', 'Penilai'],
  },
};

export const indicatorName = 'Nama indikator';

/** What helps whoever fills a table in. Nothing is read from it. */
const onlyForReaders = [
  indicatorName,
  'No',
  'Nomor',
  'Domain',
  'Aspek',
  'Bobot',
  'Keterangan',
  'Catatan',
];

/** What a file can hold: each of its tables is told by its headers. */
export type Tables<Kind extends string> = Readonly<Record<Kind, Columns<string>>>;

export const assignmentTables = { indicators: indicatorColumns, assessors: assessorColumns };

/** Lines that may stand above a header: the name of the city, the year. */
const highestHeader = 10;

/** Which of the tables a sheet holds, by the row that has most of a table's headers. */
export function headerOf<Kind extends string>(
  { rows }: Sheet,
  tables: Tables<Kind>,
): { readonly kind: Kind; readonly row: Row } | null {
  const candidates = rows.slice(0, highestHeader).flatMap((row) =>
    (Object.keys(tables) as Kind[]).map((kind) => {
      return { kind, row, known: knownIn(tables[kind], row.cells) };
    }),
  );
  const [best] = candidates.filter(({ known }) => known > 0).sort((a, b) => b.known - a.known);
  return best ?? null;
}

/** How many columns of a table this row names. */
export function recognisedIn(cells: readonly string[], tables: Tables<string>): number {
  return Math.max(...Object.values(tables).map((columns) => knownIn(columns, cells)));
}

export function columnOf<Name extends string>(
  columns: Columns<Name>,
  header: string,
): Name | undefined {
  return (Object.keys(columns) as Name[]).find((name) => {
    const { header: own, also } = columns[name];
    return [own, ...also].some((each) => key(each) === key(header));
  });
}

export function isOnlyForReaders(header: string): boolean {
  return onlyForReaders.some((each) => key(each) === key(header));
}

function knownIn(columns: Columns<string>, cells: readonly string[]): number {
  return new Set(cells.flatMap((cell) => columnOf(columns, cell) ?? [])).size;
}

/** Neither capitals nor spaces, dots or stars make another header. */
function key(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
