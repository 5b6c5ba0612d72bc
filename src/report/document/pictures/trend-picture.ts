import { tenths } from '../../../platform/tenths.js';
import { html, type Html } from '../../../platform/html.js';
import { comma } from '../../../notice/letter/words/result.js';
import type { ReportYear } from '../report.js';
import { drawing, ink, label, line, type Point } from './drawing.js';

const size = { width: 453, height: 150 };
const [left, right, top, bottom] = [22, 16, 16, 20];
const [lowest, highest] = [1, 5];

/** The index over the years; where another instrument begins, nothing joins the two. */
export function trendPicture(years: readonly ReportYear[], target: string | null): string {
  const points = years.map(({ index }, at): Point => [x(at, years.length), y(Number(index))]);
  return drawing(size, [
    ...[1, 2, 3, 4, 5].flatMap((level) => [
      horizontal(level),
      label({
        at: [left - 6, y(level) + 3],
        ...{ text: String(level), anchor: 'end', size: 7.5, color: ink.soft },
      }),
    ]),
    ...(target === null ? [] : [horizontal(Number(target), ink.target, '4 3')]),
    ...years.flatMap((year, at) => joint(year, points, at)),
    ...years.flatMap((year, at) => mark(year, points[at] ?? [0, 0])),
  ]);
}

function joint({ breaks }: ReportYear, points: readonly Point[], at: number): Html[] {
  const [from, to] = [points[at - 1], points[at]];
  if (!from || !to) return [];
  if (!breaks) return [line({ from, to, color: ink.verified, width: 1.5 })];
  const middle = (from[0] + to[0]) / 2;
  const ends = { from: [middle, top], to: [middle, y(lowest)] } as const;
  return [line({ ...ends, color: ink.soft, width: 1, dashes: '1 2' })];
}

function mark({ year, index }: ReportYear, at: Point): Html[] {
  const [cx, cy] = at.map(tenths);
  return [
    html`<circle cx="${cx ?? 0}" cy="${cy ?? 0}" r="3" fill="${ink.verified}" />`,
    label({
      at: [at[0], at[1] - 7],
      ...{ text: comma(index), anchor: 'middle', bold: true, color: ink.verified },
    }),
    label({
      at: [at[0], size.height - 5],
      ...{ text: String(year), anchor: 'middle', color: ink.soft },
    }),
  ];
}

function horizontal(level: number, color: string = ink.rule, dashes = 'none'): Html {
  const width = color === ink.rule ? 0.5 : 0.9;
  const ends = { from: [left, y(level)], to: [size.width - right, y(level)] } as const;
  return line({ ...ends, color, width, dashes });
}

function x(at: number, count: number): number {
  return left + ((size.width - left - right) * (at + 0.5)) / count;
}

function y(level: number): number {
  return top + ((size.height - top - bottom) * (highest - level)) / (highest - lowest);
}
