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
    readonly color?: string;
    readonly italics?: boolean;
    readonly lineHeight?: number;
    readonly characterSpacing?: number;
    readonly pageBreak?: 'before' | 'after';
    readonly fillColor?: string;
    readonly colSpan?: number;
    readonly noWrap?: boolean;
    readonly link?: string;
  }

  interface Line {
    readonly type: 'line';
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly lineWidth: number;
    readonly lineColor?: string;
  }

  interface Table {
    readonly widths: readonly (number | 'auto' | '*')[];
    readonly headerRows?: number;
    /** How many rows must follow a header on its page. */
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly body: readonly (readonly Content[])[];
  }

  /** Of the lines and of the space around cells; `at` counts from 0, above the first row. */
  export interface TableLayout {
    readonly hLineWidth: (at: number, node: { readonly table: Table }) => number;
    readonly vLineWidth: () => number;
    readonly hLineColor: () => string;
    readonly paddingLeft: (at: number) => number;
    readonly paddingRight: () => number;
    readonly paddingTop: () => number;
    readonly paddingBottom: () => number;
  }

  export type Content = Styled &
    (
      | { readonly text: string | readonly Content[] }
      | { readonly stack: readonly Content[] }
      | { readonly columns: readonly Content[]; readonly columnGap?: number }
      | { readonly ul: readonly Content[] }
      | {
          readonly table: Table;
          readonly layout?: 'noBorders' | 'lightHorizontalLines' | TableLayout;
        }
      | { readonly canvas: readonly Line[] }
      | { readonly svg: string }
      | { readonly image: string; readonly fit: readonly [number, number] }
    );

  export interface DocumentDefinition {
    readonly content: readonly Content[];
    readonly pageOrientation?: 'portrait' | 'landscape';
    readonly footer?: (page: number, pages: number) => Content;
    readonly watermark?: {
      readonly text: string;
      readonly color: string;
      readonly opacity: number;
      readonly bold: boolean;
      readonly angle: number;
      readonly fontSize: number;
    };
    readonly defaultStyle?: Styled & { readonly font: string };
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
