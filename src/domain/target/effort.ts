import type { Indicator } from '../scoring.js';

/** What raising an indicator takes, as the coordinator sees it. */
export interface Effort {
  /** Of each step to the next whole level, from `lightest` to `heaviest`. */
  readonly effort: number;
  /** The level above which it is not to be raised, 1 to 5; at 1 it stays where it is. */
  readonly highest: number;
}

/** By an indicator's number. */
export type Efforts = Readonly<Record<string, Effort>>;

export const lightest = 1;
export const heaviest = 10;

/** What the coordinator has said, or else one a step; another agency's value is not the city's to raise. */
export function effortOf(efforts: Efforts, { no, valueSource }: Indicator): Effort {
  return efforts[String(no)] ?? { effort: lightest, highest: valueSource === 'external' ? 1 : 5 };
}
