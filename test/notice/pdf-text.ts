/** As much of pdf.js as is used here. */
interface PdfJs {
  getDocument(given: { data: Uint8Array; verbosity: number }): { promise: Promise<PdfDocument> };
}

interface PdfDocument {
  readonly numPages: number;
  getPage(
    number: number,
  ): Promise<{ getTextContent(): Promise<{ items: readonly { readonly str?: string }[] }> }>;
  destroy(): Promise<void>;
}

// Not by a name that the compiler follows: its types bring those of a browser along, for the whole project.
const library: string = 'pdfjs-dist/legacy/build/pdf.mjs';

/** What another program reads in a PDF, page by page, with single spaces. */
export async function pdfText(file: Buffer): Promise<string[]> {
  const pdfJs = (await import(library)) as PdfJs;
  const document = await pdfJs.getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const parts = items.map(({ str = '' }) => str);
    pages.push(parts.join(' ').replace(/\s+/g, ' ').trim());
  }
  await document.destroy();
  return pages;
}
