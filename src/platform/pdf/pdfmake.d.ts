/** What is used of pdfmake here. The types that others publish for it bring a browser's along, for the whole project. */
declare module 'pdfmake' {
  interface Styled {
    readonly margin?: readonly [number, number, number, number];
    readonly alignment?: 'left' | 'center' | 'right' | 'justify';
    readonly fontSize?: number;
    readonly bold?: boolean;
    readonly decoration?: 'underline';
    readonly width?: number | 'auto' | '*';
    readonly unbreakable?: boolean;
    /** Of a cell of a table: over so many columns. */
    readonly colSpan?: number;
    readonly fillColor?: string;
  }

  interface Line {
    readonly type: 'line';
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly lineWidth: number;
  }

  interface Table {
    readonly widths: readonly (number | 'auto' | '*')[];
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly body: readonly (readonly Content[])[];
  }

  export type Content = Styled &
    (
      | { readonly text: string }
      | { readonly stack: readonly Content[] }
      | { readonly columns: readonly Content[]; readonly columnGap?: number }
      | { readonly ul: readonly Content[] }
      | { readonly table: Table; readonly layout?: 'noBorders' | 'lightHorizontalLines' }
      | { readonly canvas: readonly Line[] }
      | { readonly image: string; readonly fit: readonly [number, number] }
    );

  export interface DocumentDefinition {
    readonly content: readonly Content[];
    readonly pageOrientation?: 'portrait' | 'landscape';
    readonly footer?: (page: number, pages: number) => Content;
  }

  interface Face {
    readonly normal: string;
    readonly bold: string;
    readonly italics: string;
    readonly bolditalics: string;
  }

  const pdfmake: {
    setFonts(fonts: Readonly<Record<string, Face>>): void;
    setUrlAccessPolicy(mayFetch: (url: string) => boolean): void;
    setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
    createPdf(document: DocumentDefinition & Readonly<Record<string, unknown>>): {
      getBuffer(): Promise<Buffer>;
    };
  };
  // eslint-disable-next-line no-restricted-syntax -- the library exports itself so
  export default pdfmake;
}
