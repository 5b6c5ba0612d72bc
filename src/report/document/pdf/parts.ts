import type { Content, TableLayout } from 'pdfmake';
import { ink } from '../pictures/drawing.js';

/** Between the margins of a page, in points. */
export const pageWidth = 453;

export function heading(text: string, more: { readonly newPage?: boolean } = {}): Content {
  return {
    text,
    fontSize: 15,
    bold: true,
    color: ink.verified,
    margin: [0, more.newPage ? 0 : 22, 0, 8],
    ...(more.newPage && { pageBreak: 'before' as const }),
  };
}

export function subheading(text: string): Content {
  return { text, fontSize: 11, bold: true, margin: [0, 12, 0, 5] };
}

export function paragraph(text: string): Content {
  return { text, fontSize: 10.5, margin: [0, 0, 0, 7] };
}

export function hint(text: string): Content {
  return { text, fontSize: 8.5, color: ink.soft, margin: [0, 3, 0, 6] };
}

export function picture(svg: string): Content {
  return { svg, width: pageWidth, margin: [0, 2, 0, 4] };
}

/** Thin lines between rows, none between columns, a stronger one under the header. */
export const rules: TableLayout = {
  hLineWidth: (at, { table }) =>
    at === 0 ? 0 : at === (table.headerRows ?? 0) ? 0.9 : at === table.body.length ? 0.6 : 0.3,
  vLineWidth: () => 0,
  hLineColor: () => ink.rule,
  paddingLeft: (at) => (at === 0 ? 0 : 5),
  paddingRight: () => 3,
  paddingTop: () => 2.2,
  paddingBottom: () => 2.2,
};

const small = 8.5;

export function head(text: string, isNumber = false): Content {
  return {
    text,
    fontSize: small,
    bold: true,
    color: ink.soft,
    alignment: isNumber ? 'right' : 'left',
  };
}

export function cell(text: string, more: { readonly bold?: boolean } = {}): Content {
  return { text, fontSize: small, ...more };
}

export function number(text: string, more: { readonly bold?: boolean } = {}): Content {
  return { text, fontSize: small, alignment: 'right', noWrap: true, ...more };
}

/** With a header that comes again on every page; the first of `widths` may be `*`. */
export function dataTable(
  widths: readonly (number | '*')[],
  header: readonly Content[],
  rows: readonly (readonly Content[])[],
): Content {
  return {
    layout: rules,
    margin: [0, 2, 0, 6],
    table: {
      widths,
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [header, ...rows],
    },
  };
}
