import { buffer } from 'node:stream/consumers';
import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';
import { ZipFile } from 'yazl';
import type { Present } from '../../src/assessment/import/present.js';
import {
  readAssignments,
  type ImportedAssignments,
} from '../../src/assessment/import/read-assignments.js';
import type { Responsibility } from '../../src/domain/assessment/dossier.js';
import type { Indicator, Instrument } from '../../src/domain/scoring.js';
import { InputError } from '../../src/platform/input-error.js';
import { assessor, everybody, unit } from '../domain/people.js';

function indicator(no: number, more: Partial<Indicator> = {}): Indicator {
  return {
    no,
    name: `Kebijakan ${no}`,
    weight: 2_500,
    aspect: 'A1',
    capability: null,
    valueSource: 'evidence',
    source: null,
    ownTitle: false,
    levels: [],
    ...more,
  };
}

/** 3 has a title of its own, the level of 4 comes from elsewhere. */
const instrument: Instrument = {
  code: 'uji',
  title: 'Uji',
  decimals: 0,
  domains: [],
  aspects: [{ code: 'A1', name: 'Kebijakan', weight: 10_000, domain: null }],
  indicators: [
    indicator(1),
    indicator(2),
    indicator(3, { ownTitle: true }),
    indicator(4, { valueSource: 'external', source: 'BPS' }),
  ],
  predikat: [{ name: 'Kurang', from: '1.00' }],
};

export function stated(no: number, more: Partial<Responsibility> = {}): Responsibility {
  return { indicator: no, lead: null, supports: [], title: null, ...more };
}

/** A city of four units, of which one has left, and three assessors; nothing is shared out yet. */
export const present: Present = {
  people: everybody({
    units: [
      unit('DINKES', { name: 'Dinas Kesehatan' }),
      unit('DLH', { name: 'Dinas Lingkungan Hidup' }),
      unit('DISHUB', { name: 'Dinas Perhubungan' }),
      unit('ARSIP', { name: 'Kantor Arsip', retired: true }),
    ],
    assessors: [
      { ...assessor('A1', 'DLH'), name: 'Budi Santoso, S.Kom.' },
      { ...assessor('A2', 'DINKES'), name: 'Siti Aminah' },
      { ...assessor('A3', null), name: 'Siti Rahayu' },
    ],
    assignments: [],
  }),
  responsibilities: [],
  instrument,
};

export async function readCsv(
  text: string | Buffer,
  against: Present = present,
): Promise<ImportedAssignments> {
  return readAssignments({ name: 'tugas.csv', bytes: Buffer.from(text) }, against);
}

export async function readXlsx(
  bytes: Buffer,
  against: Present = present,
): Promise<ImportedAssignments> {
  return readAssignments({ name: 'tugas.xlsx', bytes }, against);
}

/** The lines of the InputError. */
export async function problemsOf(reading: Promise<unknown>): Promise<string[]> {
  try {
    await reading;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.split('\n');
  }
  return [];
}

type Rows = readonly (readonly CellValue[])[];

export async function workbookWith(
  sheets: Readonly<Record<string, Rows>>,
  change: (sheet: Worksheet) => void = () => undefined,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    change(sheet);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const relations = (type: string, target: string): string =>
  `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}"/></Relationships>`;

/** A workbook as no program writes it: with this text for its only sheet, and these parts. */
export async function workbookOf(
  sheet: string,
  parts: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  return zipOf({
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': '<workbook><sheets><sheet name="Asesor" r:id="r1"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    ...parts,
  });
}

export async function zipOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

export const inline = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** The header of the assessors and one row. */
export const assessorRows = `<sheetData>
  <row r="1">${inline('A1', 'OPD')}${inline('B1', 'Asesor')}</row>
  <row r="2">${inline('A2', 'DLH')}${inline('B2', 'A3')}</row>
</sheetData>`;

export const fromAssessorRows: ImportedAssignments = {
  indicators: [],
  assignments: [{ assessor: 'A3', unit: 'DLH' }],
};
