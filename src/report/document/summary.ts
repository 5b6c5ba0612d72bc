import { hundredthsOf } from '../../domain/hundredths.js';
import { comma } from '../../notice/letter/words/result.js';
import { changeOf } from '../trend.js';
import { movement, roughly } from './numbers.js';
import type { IndicatorLine, Part, Report } from './report.js';
import { summaryWords as t } from './words.js';

/** What a busy reader has to know, from the figures by rules: nobody writes it. */
export interface Summary {
  readonly paragraphs: readonly string[];
  /** Where most can be won, the most first. */
  readonly weakest: readonly string[];
  readonly way: readonly string[];
}

const mostParts = 3;
const mostWeak = 5;

export function summaryOf(report: Report): Summary {
  return {
    paragraphs: [
      [resultSentence(report), ...targetSentence(report), yearsSentence(report)],
      partSentences(report),
      claimSentences(report),
    ]
      .map((sentences) => sentences.join(' '))
      .filter((paragraph) => paragraph !== ''),
    weakest: weakestOf(report.indicators),
    way: waySentences(report),
  };
}

function resultSentence({ kind, year, result }: Report): string {
  return t.result[kind](year, comma(result.index), result.predikat);
}

function targetSentence({ result: { target, toTarget } }: Report): string[] {
  if (target === null || toTarget === null) return [];
  const isReached = hundredthsOf(toTarget) === 0;
  return [isReached ? t.reached(comma(target)) : t.notReached(comma(target), comma(toTarget))];
}

function yearsSentence({ trend }: Report): string {
  const [before, now] = trend.slice(-2);
  if (!before || !now) return t.first;
  if (now.breaks || now.change === null) return t.breaks(before.year);
  return t.changed(before.year, comma(before.index), movement(now.change));
}

function partSentences({ aspects, comparedWith }: Report): string[] {
  if (comparedWith === null) return [];
  const moved = aspects
    .filter((part): part is Part & { before: string } => part.before !== null)
    .map((part) => ({ ...part, change: Number(changeOf(part.before, part.verified)) }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const shown = (parts: typeof moved): string =>
    parts
      .slice(0, mostParts)
      .map(({ name, before, verified }) => t.part(name, comma(before), comma(verified)))
      .join(', ');
  const [rose, fell] = [
    moved.filter(({ change }) => change > 0),
    moved.filter(({ change }) => change < 0),
  ];
  return [
    ...(rose.length > 0 ? [t.rose(comparedWith, shown(rose))] : []),
    ...(fell.length > 0 ? [t.fell(comparedWith, shown(fell))] : []),
  ];
}

function claimSentences({ result, indicators }: Report): string[] {
  const lowered = indicators.filter(
    ({ claimed, verified }) =>
      claimed !== null && verified !== null && hundredthsOf(verified) < hundredthsOf(claimed),
  ).length;
  const unverified = indicators.filter(({ verified }) => verified === null).length;
  return [
    t.claims(comma(result.claimed.index)),
    ...(lowered > 0 ? [t.lowered(lowered)] : []),
    ...(unverified > 0 ? [t.unverified(unverified)] : []),
  ];
}

function weakestOf(indicators: readonly IndicatorLine[]): string[] {
  return [...indicators]
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost || a.no - b.no)
    .slice(0, mostWeak)
    .map(({ no, name, title, counted, lost }) =>
      t.weak(no, title ?? name, comma(counted), roughly(lost)),
    );
}

function waySentences({ result: { next }, way }: Report): string[] {
  if (!next) return [t.highest];
  const first = t.way(next.name, comma(next.from), comma(next.missing));
  if (!way) return [first, t.noWay];
  const { raises, predikat } = way;
  const index = comma(way.index);
  const numbers = [...new Set(raises)];
  return numbers.length < raises.length
    ? [first, t.climb(raises.length, numbers.length, index, predikat)]
    : [first, t.raise(raises.length, numbers.join(', '), index, predikat)];
}
