import fc from 'fast-check';
import { hundredthsOf } from '../../../src/domain/hundredths.js';
import { score, type Instrument } from '../../../src/domain/scoring.js';
import type { Merit, Question } from '../../../src/domain/target/ways-to-target.js';

/** A city with a few indicators, and what it asks. */
export interface Small {
  readonly instrument: Instrument;
  readonly question: Question;
}

/** Everything that could be done: to what level each indicator goes. */
export interface Tried {
  readonly levels: readonly string[];
  readonly steps: readonly number[];
  readonly effort: number;
  readonly count: number;
  readonly units: number;
  readonly aspects: string;
  /** In hundred-millionths and unrounded: what two ways of the same index are told apart by. */
  readonly sum: number;
}

const one = fc.record({
  // Few different ones, so that many ways come to the same.
  weight: fc.oneof(fc.constantFrom(1, 2, 3), fc.integer({ min: 1, max: 60 })),
  opensAspect: fc.boolean(),
  level: fc.oneof(
    fc.integer({ min: 1, max: 5 }).map((l) => l * 100),
    fc.integer({ min: 100, max: 500 }),
  ),
  effort: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 10 })),
  highest: fc.oneof(fc.constant(5), fc.integer({ min: 1, max: 5 })),
  lead: fc.constantFrom('DINKES', 'DINSOS', 'BKD', null),
});

export const smallOnes = fc
  .tuple(
    fc.array(one, { minLength: 1, maxLength: 6 }),
    fc.oneof(fc.integer({ min: 100, max: 500 }), fc.integer({ min: 200, max: 400 })),
  )
  .map(([drawn, goal]): Small => {
    let aspect = 1;
    const indicators = drawn.map(({ opensAspect }, index) => {
      if (opensAspect && index > 0) aspect += 1;
      return { no: index + 1, aspect: `A${aspect}` };
    });
    const weights = toTenThousand(drawn.map(({ weight }) => weight));
    return {
      instrument: {
        ...{ code: 'kecil', title: 'Kecil', decimals: 2, domains: [] },
        predikat: [{ name: 'Ada', from: '1.00' }],
        aspects: [...new Set(indicators.map((each) => each.aspect))].map((code) => ({
          ...{ code, name: code, domain: null },
          weight: 0,
        })),
        indicators: indicators.map((each, index) => ({
          ...each,
          ...{ name: '', capability: null, valueSource: 'evidence', source: null, ownTitle: false },
          levels: [],
          weight: weights[index] ?? 0,
        })),
      },
      question: {
        levels: drawn.map(({ level }) => String(level / 100)),
        goal: (goal / 100).toFixed(2),
        efforts: numbered(drawn.map(({ effort, highest }) => ({ effort, highest }))),
        leads: numbered(drawn.map(({ lead }) => lead)),
      },
    };
  });

/** Every choice of levels that publishes the goal. */
export function reaching(small: Small): Tried[] {
  const { instrument, question } = small;
  return everything(question).flatMap((steps) => {
    const levels = question.levels.map((level, index) => raised(level, steps[index] ?? 0));
    const { index } = score(instrument, levels);
    return hundredthsOf(index) < hundredthsOf(question.goal) ? [] : [tried(small, levels, steps)];
  });
}

/** What a merit puts first, then second; in the end the one that goes up more where two first differ. */
const orders: Readonly<Record<Merit, readonly ((each: Tried) => number)[]>> = {
  effort: [(each) => each.effort, (each) => each.count, (each) => -each.sum],
  indicators: [(each) => each.count, (each) => each.effort, (each) => -each.sum],
  units: [(each) => each.units, (each) => each.effort, (each) => -each.sum],
  'other-aspects': [(each) => each.effort, (each) => each.count, (each) => -each.sum],
};

export function best(merit: Merit, small: Small, ways: readonly Tried[]): Tried | undefined {
  const order = merit === 'units' ? byUnits(small) : small.instrument.indicators.map((_, i) => i);
  return ways.toSorted((a, b) => {
    const rules = orders[merit].map((rule) => rule(a) - rule(b));
    const more = order.map((index) => (b.steps[index] ?? 0) - (a.steps[index] ?? 0));
    return [...rules, ...more].find((each) => each !== 0) ?? 0;
  })[0];
}

/** Unit by unit, in the order of each one's first indicator. */
function byUnits({ question }: Small): number[] {
  const units = Object.entries(question.leads).map(([no, lead]) => lead ?? no);
  return [...new Set(units)].flatMap((unit) =>
    units.flatMap((each, index) => (each === unit ? [index] : [])),
  );
}

function everything({ levels, efforts }: Question): number[][] {
  return levels.reduce<number[][]>(
    (ways, level, index) => {
      const { highest = 5 } = efforts[String(index + 1)] ?? {};
      const most = [1, 2, 3, 4, 5].filter((each) => each > Number(level) && each <= highest).length;
      const choices = Array.from({ length: most + 1 }, (_, steps) => steps);
      return ways.flatMap((way) => choices.map((steps) => [...way, steps]));
    },
    [[]],
  );
}

function raised(level: string, steps: number): string {
  const above = [1, 2, 3, 4, 5].filter((each) => each > Number(level));
  return steps === 0 ? level : String(above[steps - 1]);
}

function tried(
  { instrument, question }: Small,
  levels: readonly string[],
  steps: readonly number[],
): Tried {
  const { efforts, leads } = question;
  const up = instrument.indicators.filter((_, index) => (steps[index] ?? 0) > 0);
  const effort = instrument.indicators.map(
    ({ no }, index) => (steps[index] ?? 0) * (efforts[String(no)]?.effort ?? 1),
  );
  const sums = instrument.indicators.map(
    ({ weight }, index) => weight * Math.round(Number(levels[index]) * 100),
  );
  return {
    levels,
    steps,
    effort: effort.reduce((a, b) => a + b, 0),
    count: up.length,
    units: new Set(up.map(({ no }) => leads[String(no)] ?? no)).size,
    aspects: [...new Set(up.map(({ aspect }) => aspect))].join(),
    sum: sums.reduce((a, b) => a + b, 0),
  };
}

function toTenThousand(parts: readonly number[]): number[] {
  const total = parts.reduce((a, b) => a + b, 0);
  const weights = parts.map((part) => Math.floor((part * 10_000) / total));
  const rest = 10_000 - weights.reduce((a, b) => a + b, 0);
  return weights.map((weight, index) => (index === 0 ? weight + rest : weight));
}

function numbered<T>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.map((value, index) => [String(index + 1), value]));
}
