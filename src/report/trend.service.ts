import { Injectable } from '@nestjs/common';
import { Instruments } from '../assessment/instruments.js';
import { ResultService } from '../assessment/result.service.js';
import type { Cycle, Earlier, Facts } from '../domain/cycle.js';
import { evaluatedYear, trendOf, type TrendYear, type YearResult } from './trend.js';

/** The index over the years: of the cycles that a cycle names as its history, and its own. */
@Injectable()
export class TrendService {
  constructor(
    private readonly results: ResultService,
    private readonly instruments: Instruments,
  ) {}

  async of({ cycle, phases }: Pick<Facts, 'cycle' | 'phases'>): Promise<TrendYear[]> {
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

function own({ code }: Cycle, phases: Facts['phases']): Earlier[] {
  const year = evaluatedYear(phases);
  return year === null ? [] : [{ year, cycle: code }];
}
