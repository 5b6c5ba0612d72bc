import { posix } from 'node:path';
import { oneLine } from './cell-text.js';
import type { Sheet } from './sheet.js';
import { ShownText } from './shown-text.js';
import { notAWorkbook, WorkbookParts } from './workbook-parts.js';
import { Worksheet } from './worksheet.js';
import { attribute } from './xml.js';

/** Programs allow 31 letters. */
const longestName = 100;

interface Relation {
  readonly id: string;
  /** The last word of its type, such as `worksheet`: the rest differs between the two dialects of the format. */
  readonly type: string;
  readonly part: string;
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
}

/**
 * The visible sheets of an XLSX workbook. Not by ExcelJS, which writes our own: reading, it unrolls every range that a
 * file names into cells, so that one kilobyte takes all memory, and an empty result looks like none.
 *
 * @throws InputError
 */
export async function sheetsOfWorkbook(file: string, bytes: Buffer): Promise<Sheet[]> {
  const parts = await WorkbookParts.of(file, bytes);
  const root = await relationsOf(parts, '');
  const main = root.find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined) throw notAWorkbook(file);
  const relations = await relationsOf(parts, main);
  const entries = await visibleSheets(parts, main);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const strings = relations.find(({ type }) => type === 'sharedStrings')?.part;
  const sharedStrings = strings === undefined ? [] : await stringsOf(parts, strings);
  const sheets: Sheet[] = [];
  for (const { name, relation } of entries) {
    const found = byId.get(relation);
    // A sheet that is one big chart has no cells.
    if (found?.type !== 'worksheet') continue;
    const worksheet = new Worksheet(name, sharedStrings);
    await parts.read(found.part, worksheet);
    sheets.push(worksheet.sheet);
  }
  return sheets;
}

/** Of a part, or of the whole package. */
async function relationsOf(parts: WorkbookParts, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  await parts.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship') return;
      const absolute = posix.resolve('/', folder, target).slice(1);
      relations.push({ id, type: posix.basename(type), part: absolute });
    },
  });
  return relations;
}

/** Hidden sheets mostly hold the lists that cells choose from; nobody sees them. */
async function visibleSheets(parts: WorkbookParts, main: string): Promise<SheetEntry[]> {
  const sheets: SheetEntry[] = [];
  await parts.read(main, {
    open(element, attributes) {
      const { name = '', state = 'visible' } = attributes;
      if (element !== 'sheet' || state !== 'visible') return;
      const shortName = oneLine(name).slice(0, longestName);
      sheets.push({ name: shortName, relation: attribute(attributes, 'id') ?? '' });
    },
  });
  return sheets;
}

async function stringsOf(parts: WorkbookParts, part: string): Promise<string[]> {
  const strings: string[] = [];
  let current = new ShownText();
  await parts.read(part, {
    open(name) {
      if (name === 'si') current = new ShownText();
      current.open(name);
    },
    text(text) {
      current.add(text);
    },
    close(name) {
      current.close(name);
      if (name === 'si') strings.push(current.value);
    },
  });
  return strings;
}
