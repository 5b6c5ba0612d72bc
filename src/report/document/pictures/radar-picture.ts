import { tenths } from '../../../platform/tenths.js';
import { html, type Html } from '../../../platform/html.js';
import { comma } from '../../../notice/letter/words/result.js';
import type { Part } from '../report.js';
import { drawing, ink, label, labels, line, wrapped, type Point } from './drawing.js';

const size = { width: 453, height: 218 };
const middle: Point = [size.width / 2, 110];
const radius = 72;
const [lowest, highest] = [1, 5];

/** The aspects around a middle: 1 is there, 5 on the rim. Nothing of fewer than three. */
export function radarPicture(parts: readonly Part[]): string | null {
  if (parts.length < 3) return null;
  const at = (index: number, level: number): Point => place(index / parts.length, level);
  const shape = (of: 'verified' | 'claimed'): Point[] =>
    parts.map((part, index) => at(index, Number(part[of])));
  return drawing(size, [
    ...[2, 3, 4, 5].map((level) =>
      polygon(
        parts.map((_, index) => at(index, level)),
        { stroke: ink.rule, width: 0.5 },
      ),
    ),
    ...parts.map((_, index) => line({ from: middle, to: at(index, highest) })),
    polygon(shape('claimed'), { stroke: ink.claimed, width: 1.2, dashes: '3 2' }),
    polygon(shape('verified'), { stroke: ink.verified, width: 1.5, fill: ink.verified }),
    ...shape('verified').map(
      ([cx, cy]) =>
        html`<circle cx="${tenths(cx)}" cy="${tenths(cy)}" r="2" fill="${ink.verified}" />`,
    ),
    ...[1, 2, 3, 4, 5].map((level) =>
      label({
        at: [middle[0] + 2, middle[1] - distance(level) - 1.5],
        ...{ text: String(level), size: 6.5, color: ink.soft },
      }),
    ),
    ...parts.flatMap((part, index) => caption(part, index / parts.length)),
  ]);
}

function caption({ name, verified }: Part, turn: number): Html[] {
  const [x, y] = place(turn, highest + 0.45);
  const side = Math.round((x - middle[0]) * 10) / 10;
  const anchor = Math.abs(side) < 5 ? 'middle' : side > 0 ? 'start' : 'end';
  const lines = wrapped(name, 24);
  const rows = lines.length + 1;
  // Above the middle they end at their place, below it they begin there.
  const up = (1 - Math.cos(2 * Math.PI * turn)) / 2;
  const first = y - (rows - 1) * 9.2 * (1 - up) + 3 + up * 4;
  return [
    ...labels(lines, { at: [x, first], anchor, size: 8 }),
    label({
      ...{ at: [x, first + lines.length * 9.2], text: comma(verified), anchor },
      ...{ size: 8.5, bold: true, color: ink.verified },
    }),
  ];
}

interface Stroke {
  readonly stroke: string;
  readonly width: number;
  readonly dashes?: string;
  readonly fill?: string;
}

function polygon(points: readonly Point[], given: Stroke): Html {
  const { stroke, width, dashes = 'none', fill = 'none' } = given;
  return html`<polygon
    points="${points.map((point) => point.map(tenths).join(',')).join(' ')}"
    fill="${fill}"
    fill-opacity="0.12"
    stroke="${stroke}"
    stroke-width="${width}"
    stroke-dasharray="${dashes}"
  />`;
}

/** The first one is on top, the others follow the clock. */
function place(turn: number, level: number): Point {
  const angle = 2 * Math.PI * turn;
  const far = distance(level);
  return [middle[0] + far * Math.sin(angle), middle[1] - far * Math.cos(angle)];
}

function distance(level: number): number {
  return (radius * (level - lowest)) / (highest - lowest);
}
