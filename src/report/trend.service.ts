import { Injectable } from '@nestjs/common';
import { Instruments } from '../assessment/instruments.js';
import { ReadingService, type Participant } from '../assessment/reading.service.js';
import { ResultService } from '../assessment/result.service.js';
import type { Cycle, Earlier, Facts } from '../domain/cycle.js';
import { Refusal } from '../domain/refusal.js';
import { trendOf } from './trend.js';
import { stretchesOf, type KnownYear, type YearByYear, type YearInTrend } from './year-by-year.js';

/** The index over the years: of the cycles that a cycle names as its history, and its own. */
@Injectable()
export class TrendService {
  constructor(
    private readonly reading: ReadingService,
    private readonly results: ResultService,
    private readonly instruments: Instruments,
  ) {}

  /** For heads of units, and coordinators. @throws UnknownCycle; Refusal not_found, not_allowed */
  async asReader(code: string, email: string): Promise<YearByYear & { participant: Participant }> {
    const participant = await this.reading.participant(code, email);
    const { actor, facts } = participant;
    if (!actor.coordinator && actor.headOf.length === 0) throw new Refusal('not_allowed');
    const years = await this.of(facts);
    const stretches = stretchesOf(years);
    const mappings = stretches.flatMap(({ instrument }, at) => {
      const before = stretches[at - 1]?.instrument.code ?? instrument.code;
      return this.instruments.mapping(before, instrument.code) ?? [];
    });
    return { years, stretches, mappings, participant };
  }

  async of({ cycle, phases }: Pick<Facts, 'cycle' | 'phases'>): Promise<YearInTrend[]> {
    const history = [...cycle.history, ...ownYear(cycle, phases)];
    const codes = history.flatMap((earlier) => ('cycle' in earlier ? [earlier.cycle] : []));
    const published = new Map((await this.results.latest(codes)).map((row) => [row.cycle, row]));
    return trendOf(
      history.flatMap((earlier): KnownYear[] => {
        const { year } = earlier;
        if (!('cycle' in earlier)) return [this.noted(earlier)];
        const frozen = published.get(earlier.cycle)?.frozen;
        if (!frozen) return [];
        const { instrument, levels, published: score } = frozen;
        const detail = { levels, published: score };
        return [{ year, index: score.index, instrument, source: 'published', detail, noted: null }];
      }),
    );
  }

  private noted({ year, index, instrument }: Extract<Earlier, { index: string }>): KnownYear {
    const named = this.instruments.named(instrument);
    return { year, index, instrument: named, source: 'noted', detail: null, noted: null };
  }
}

/** A cycle evaluates the year in which its first phase opens, even when it reports in the next. */
function ownYear({ code }: Cycle, phases: Facts['phases']): Earlier[] {
  const [first] = phases.map(({ opens }) => opens).sort();
  return first === undefined ? [] : [{ year: Number(first.slice(0, 4)), cycle: code }];
}
