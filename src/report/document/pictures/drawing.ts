import { tenths } from '../../../platform/tenths.js';
import { html, type Html } from '../../../platform/html.js';

/** Few colours, and none that alone says something. */
export const ink = {
  text: '#1b2733',
  soft: '#5b6770',
  rule: '#c9d1d9',
  verified: '#1f4e79',
  claimed: '#a9c1d9',
  target: '#b3541e',
} as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture of our own making, in points. Html escapes what people have written. */
export function drawing({ width, height }: Size, content: readonly Html[]): string {
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${width}"
    height="${height}"
    viewBox="0 0 ${width} ${height}"
  >
    ${content}
  </svg>`.toString();
}

export interface Line {
  readonly from: Point;
  readonly to: Point;
  readonly color?: string;
  readonly width?: number;
  readonly dashes?: string;
}

export type Point = readonly [x: number, y: number];

export function line({ from, to, color = ink.rule, width = 0.5, dashes = 'none' }: Line): Html {
  return html`<line
    x1="${tenths(from[0])}"
    y1="${tenths(from[1])}"
    x2="${tenths(to[0])}"
    y2="${tenths(to[1])}"
    stroke="${color}"
    stroke-width="${width}"
    stroke-dasharray="${dashes}"
  />`;
}

export interface Label {
  readonly at: Point;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly color?: string;
  readonly bold?: boolean;
}

export function label(given: Label): Html {
  const { at, text, anchor = 'start', size = 8.5, color = ink.text, bold = false } = given;
  // On one line: spaces around it would be drawn too.
  // prettier-ignore
  return html`<text x="${tenths(at[0])}" y="${tenths(at[1])}" text-anchor="${anchor}" font-family="Roboto" font-size="${size}" font-weight="${bold ? 'bold' : 'normal'}" fill="${color}">${text}</text>`;
}

/** Of several lines, one below the other. */
export function labels(lines: readonly string[], given: Omit<Label, 'text'>): Html[] {
  const { at, size = 8.5 } = given;
  const down = size * 1.15;
  return lines.map((text, row) => label({ ...given, text, at: [at[0], at[1] + row * down] }));
}

/** In lines of about so many characters; a longer word has a line of its own, and more lines than these end in dots. */
export function wrapped(text: string, longest: number, mostLines = 3): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && joined.length <= longest) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1] ?? ''} …`];
}
