import { tenths } from '../../../platform/tenths.js';
import { html, type Html } from '../../../platform/html.js';
import { comma } from '../../../notice/letter/words/result.js';
import type { Part } from '../report.js';
import { words } from '../words.js';
import { drawing, ink, label, labels, line, wrapped } from './drawing.js';

const [left, right, top, bottom] = [150, 30, 18, 16];
const width = 453;
const rowHeight = 25;
const thick = 10;
const [lowest, highest] = [0, 5];

/** What was verified of each part, and what was claimed under it. From 0, so that lengths can be compared. */
export function barsPicture(parts: readonly Part[]): string {
  const height = top + parts.length * rowHeight + bottom;
  const ends = height - bottom;
  return drawing({ width, height }, [
    ...key(),
    ...[0, 1, 2, 3, 4, 5].flatMap((level) => [
      line({ from: [x(level), top], to: [x(level), ends] }),
      label({
        ...{ at: [x(level), ends + 11], text: String(level), anchor: 'middle' },
        ...{ size: 7.5, color: ink.soft },
      }),
    ]),
    ...parts.flatMap(row),
  ]);
}

function key(): Html[] {
  const [first, second] = [left, left + 80];
  const entry = (at: number, color: string, text: string): Html[] => [
    html`<rect x="${at}" y="2" width="9" height="7" fill="${color}" />`,
    label({ at: [at + 13, 9], text, size: 8, color: ink.soft }),
  ];
  return [
    ...entry(first, ink.verified, words.verifiedKey),
    ...entry(second, ink.claimed, words.claimedKey),
  ];
}

function row({ name, verified, claimed }: Part, at: number): Html[] {
  const y = top + at * rowHeight + 2;
  const lines = wrapped(name, 30);
  const first = y + 14 - (lines.length - 1) * 4.9;
  return [
    ...labels(lines, { at: [left - 8, first], anchor: 'end' }),
    bar(y, verified, { color: ink.verified, height: thick }),
    bar(y + thick + 2, claimed, { color: ink.claimed, height: thick / 2 }),
    label({
      at: [x(Number(verified)) + 4, y + 8.5],
      ...{ text: comma(verified), bold: true, color: ink.verified },
    }),
    label({
      at: [x(Number(claimed)) + 4, y + thick + 8],
      ...{ text: comma(claimed), size: 7, color: ink.soft },
    }),
  ];
}

function bar(
  y: number,
  value: string,
  { color, height }: { readonly color: string; readonly height: number },
): Html {
  const length = tenths(x(Number(value)) - x(lowest));
  return html`<rect
    x="${left}"
    y="${tenths(y)}"
    width="${length}"
    height="${height}"
    fill="${color}"
  />`;
}

function x(level: number): number {
  return left + ((width - left - right) * (level - lowest)) / (highest - lowest);
}
