/** As much of pdf.js as is used here. */
interface PdfJs {
  getDocument(given: { data: Uint8Array; verbosity: number }): { promise: Promise<PdfDocument> };
}

interface PdfDocument {
  /** Draws with `@napi-rs/canvas`; another copy of it, loaded here, would not know its paths. */
  readonly canvasFactory: Factory;
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  destroy(): Promise<void>;
}

interface PdfPage {
  getViewport(given: { scale: number }): { readonly width: number; readonly height: number };
  render(given: object): { readonly promise: Promise<void> };
}

// Not by a name that the compiler follows: its types bring those of a browser along, for the whole project.
const library: string = 'pdfjs-dist/legacy/build/pdf.mjs';

interface Factory {
  create(width: number, height: number): { readonly canvas: Canvas; readonly context: Context };
}

interface Canvas {
  toBuffer(type: 'image/png'): Buffer;
}

interface Context {
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  getImageData(
    x: number,
    y: number,
    width: number,
    height: number,
  ): { readonly data: Uint8ClampedArray };
}

/** A page as it looks, with four bytes a dot. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8ClampedArray;
  readonly png: Buffer;
}

/** What another program than the one that made it draws. @param scale dots a point */
export async function picturesOf(file: Buffer, scale = 1.5): Promise<Picture[]> {
  const pdfJs = (await import(library)) as PdfJs;
  const document = await pdfJs.getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pictures: Picture[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    pictures.push(await pictureOf(await document.getPage(number), document.canvasFactory, scale));
  }
  await document.destroy();
  return pictures;
}

async function pictureOf(page: PdfPage, factory: Factory, scale: number): Promise<Picture> {
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const { canvas, context } = factory.create(width, height);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, dots: data, png: canvas.toBuffer('image/png') };
}
