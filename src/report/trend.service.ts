import { Injectable } from '@nestjs/common';
import { Instruments } from '../assessment/instruments.js';
import { ResultService } from '../assessment/result.service.js';
import type { Cycle, Earlier, Phase } from '../domain/cycle.js';
import { trendOf, type TrendYear, type YearResult } from './trend.js';

interface TrendFacts {
  readonly cycle: Pick<Cycle, 'code' | 'history'>;
  readonly phases: readonly Pick<Phase, 'opens'>[];
}

/** The index over the years: of the cycles that a cycle names as its history, and its own. */
@Injectable()
export class TrendService {
  constructor(
    private readonly results: ResultService,
    private readonly instruments: Instruments,
  ) {}

  async of({ cycle, phases }: TrendFacts): Promise<TrendYear[]> {
    const history = [...cycle.history, ...own(cycle, phases)];
    const codes = history.flatMap((earlier) => ('cycle' in earlier ? [earlier.cycle] : []));
    const published = new Map((await this.results.latest(codes)).map((row) => [row.cycle, row]));
    return trendOf(
      history.flatMap((earlier): YearResult[] => {
        const { year } = earlier;
        if (!('cycle' in earlier)) {
          const { index, instrument } = earlier;
          return [{ year, index, instrument: this.instruments.named(instrument) }];
        }
        const frozen = published.get(earlier.cycle)?.frozen;
        return frozen
          ? [{ year, index: frozen.published.index, instrument: frozen.instrument }]
          : [];
      }),
    );
  }
}

/** A cycle evaluates the year in which its first phase opens, even when it reports in the next. */
function own({ code }: Pick<Cycle, 'code'>, phases: TrendFacts['phases']): Earlier[] {
  const [first] = phases.map(({ opens }) => opens).sort();
  return first === undefined ? [] : [{ year: Number(first.slice(0, 4)), cycle: code }];
}
