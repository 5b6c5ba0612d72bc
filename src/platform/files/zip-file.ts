import { text } from 'node:stream/consumers';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { office, plainly, together, type Found } from './found.js';

/** A list of contents that no office program writes is not worth reading to its end. */
const mostEntries = 100_000;
const longestDescription = 1024 * 1024;

/** By the content type of its main part. */
const openXmlTypes = [
  { part: 'wordprocessingml.document.main+xml', type: 'docx', withMacros: 'docm' },
  { part: 'spreadsheetml.sheet.main+xml', type: 'xlsx', withMacros: 'xlsm' },
  { part: 'presentationml.presentation.main+xml', type: 'pptx', withMacros: 'pptm' },
  { part: 'ms-word.document.macroEnabled.main+xml', type: 'docm', withMacros: 'docm' },
  { part: 'ms-excel.sheet.macroEnabled.main+xml', type: 'xlsm', withMacros: 'xlsm' },
  { part: 'ms-powerpoint.presentation.macroEnabled.main+xml', type: 'pptm', withMacros: 'pptm' },
];

/** OpenDocument has no type of its own for macros: they need what the other family calls them. */
const openDocumentTypes = [
  { mime: 'application/vnd.oasis.opendocument.text', type: 'odt', withMacros: 'docm' },
  { mime: 'application/vnd.oasis.opendocument.spreadsheet', type: 'ods', withMacros: 'xlsm' },
  { mime: 'application/vnd.oasis.opendocument.presentation', type: 'odp', withMacros: 'pptm' },
];

const plainZip = plainly('zip');

/** Tells Office documents and plain archives apart, as Office does: by the list of contents at a ZIP's end. */
export async function zipFound(path: string): Promise<Found> {
  try {
    const zip = await openPromise(path, { autoClose: false });
    try {
      return await foundIn(zip);
    } finally {
      zip.close();
    }
  } catch {
    // Whatever is wrong with it, nobody could open it.
    return plainly('broken zip');
  }
}

async function foundIn(zip: ZipFile): Promise<Found> {
  if (zip.entryCount > mostEntries) return plainZip;
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    // Of two parts with one name each program may read another.
    if (entries.has(name)) return plainZip;
    entries.set(name, entry);
  }
  const names = [...entries.keys()];
  const description = await textOf(zip, entries.get('[content_types].xml'));
  const mime = await textOf(zip, entries.get('mimetype'));
  return together([...openXml(description, names), ...openDocument(mime, names)]) ?? plainZip;
}

function openXml(description: string, names: readonly string[]): Found[] {
  const used = contentTypes(description, names);
  const macros =
    used.some((type) => /vbaProject|macroEnabled|macrosheet/i.test(type)) ||
    names.some((name) => name.endsWith('vbaproject.bin'));
  return openXmlTypes
    .filter(({ part }) => used.some((type) => type.endsWith(part)))
    .map(({ type, withMacros }) => office(type, macros, withMacros));
}

/** Of the parts that are there. Some programs also declare, by extension, types that they never use. */
function contentTypes(description: string, names: readonly string[]): string[] {
  // No office program writes entities or declarations here; they would hide what the patterns look for.
  if (/&|<!/.test(description)) return [];
  const extensions = new Set(names.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const types = [...description.matchAll(/<(?:\w+:)?(Default|Override)\s([^<>]*)>/g)].flatMap(
    ([, element, attributes = '']) => {
      const type = attribute(attributes, 'ContentType');
      const extension = attribute(attributes, 'Extension').toLowerCase();
      return element === 'Override' || extensions.has(extension) ? [type] : [];
    },
  );
  // One that we cannot read another program might.
  return types.includes('') ? [] : types;
}

function attribute(attributes: string, name: string): string {
  const [, , value = ''] = new RegExp(`\\b${name}\\s*=\\s*(["'])(.*?)\\1`).exec(attributes) ?? [];
  return value;
}

function openDocument(mime: string, names: readonly string[]): Found[] {
  const macros = names.some((name) => name.startsWith('basic/') || name.startsWith('scripts/'));
  return openDocumentTypes
    .filter((known) => known.mime === mime.trim())
    .map(({ type, withMacros }) => office(type, macros, withMacros));
}

async function textOf(zip: ZipFile, entry: Entry | undefined): Promise<string> {
  if (!entry || entry.uncompressedSize > longestDescription) return '';
  return text(await zip.openReadStreamPromise(entry));
}
