import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type pdfmake from 'pdfmake';
import type { DocumentDefinition } from 'pdfmake';
import type { Temporal } from 'temporal-polyfill';

export interface PdfAbout {
  readonly title: string;
  readonly author: string;
  /** Written into the file as the time of its making: the same document of the same time is the same file. */
  readonly at: Temporal.Instant;
}

const fonts = join(
  dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts',
);
const roboto = (style: string): string => join(fonts, 'Roboto', `Roboto-${style}.ttf`);

let loaded: Promise<typeof pdfmake> | null = null;

/** Loaded with the first document: a start would wait for it, and most processes never write one. */
function pdfLibrary(): Promise<typeof pdfmake> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<typeof pdfmake> {
  const { default: library } = await import('pdfmake');
  library.setFonts({
    Roboto: {
      normal: roboto('Regular'),
      bold: roboto('Medium'),
      italics: roboto('Italic'),
      bolditalics: roboto('MediumItalic'),
    },
  });
  // What a document shows comes with it: nothing is fetched, and no file is read but the fonts.
  library.setUrlAccessPolicy(() => false);
  library.setLocalAccessPolicy((path) => path.startsWith(`${fonts}${sep}`));
  return library;
}

const centimetre = 28.35;

/** On A4, with the margins of an office letter. Pictures stand in it as `data:` addresses. */
export async function pdfFile(
  document: DocumentDefinition,
  { title, author, at }: PdfAbout,
): Promise<Buffer> {
  const made = new Date(at.epochMilliseconds);
  const library = await pdfLibrary();
  return library
    .createPdf({
      pageSize: 'A4',
      pageMargins: [2.5 * centimetre, 2 * centimetre, 2.5 * centimetre, 2 * centimetre],
      defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.2 },
      language: 'id',
      ...document,
      info: {
        title,
        author,
        creator: 'Siklus',
        producer: 'Siklus',
        creationDate: made,
        modDate: made,
      },
    })
    .getBuffer();
}
