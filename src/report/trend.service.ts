import { Injectable } from '@nestjs/common';
import { Instruments } from '../assessment/instruments.js';
import { ReadingService, type Participant } from '../assessment/reading.service.js';
import { ResultService } from '../assessment/result.service.js';
import { EarlierResultStore } from '../assessment/earlier/earlier-result.store.js';
import type { ImportedResult } from '../assessment/earlier/imported-result.js';
import type { FrozenResult } from '../assessment/frozen-result.js';
import { authoriseLeader } from '../domain/assessment/actor.js';
import type { Cycle, Earlier, Phase } from '../domain/cycle.js';
import { evaluatedYear } from '../domain/evaluated-year.js';
import { trendOf } from './trend.js';
import { stretchesOf, type KnownYear, type YearByYear, type YearInTrend } from './year-by-year.js';

interface TrendFacts {
  readonly cycle: Pick<Cycle, 'code' | 'history'>;
  readonly phases: readonly Pick<Phase, 'opens'>[];
}

/** The index over the years: of the cycles that a cycle names as its history, and its own. */
@Injectable()
export class TrendService {
  constructor(
    private readonly reading: ReadingService,
    private readonly results: ResultService,
    private readonly earlier: EarlierResultStore,
    private readonly instruments: Instruments,
  ) {}

  /** For heads of units, and coordinators. @throws UnknownCycle; Refusal not_found, not_allowed */
  async asReader(code: string, email: string): Promise<YearByYear & { participant: Participant }> {
    const participant = await this.reading.participant(code, email);
    const { actor, facts } = participant;
    authoriseLeader(actor);
    const years = await this.of(facts);
    const stretches = stretchesOf(years);
    const mappings = stretches.flatMap(({ instrument }, at) => {
      const before = stretches[at - 1]?.instrument.code ?? instrument.code;
      return this.instruments.mapping(before, instrument.code) ?? [];
    });
    return { years, stretches, mappings, participant };
  }

  async of({ cycle, phases }: TrendFacts): Promise<YearInTrend[]> {
    const year = evaluatedYear(phases);
    const own: Earlier[] = year === null ? [] : [{ year, cycle: cycle.code }];
    const history = [...cycle.history, ...own];
    const codes = history.flatMap((earlier) => ('cycle' in earlier ? [earlier.cycle] : []));
    const published = new Map((await this.results.latest(codes)).map((row) => [row.cycle, row]));
    // What was brought into the cycle itself counts before what came into those that it follows.
    const rows = await this.earlier.latest(codes);
    const imported = [
      ...rows.filter((row) => row.cycle !== cycle.code),
      ...rows.filter((row) => row.cycle === cycle.code),
    ];
    return trendOf([
      ...history.flatMap((each) => ('cycle' in each ? [] : [this.noted(each)])),
      ...imported.map(({ frozen }) => importedYear(frozen, cycle.history)),
      ...history.flatMap((each) => {
        const frozen = 'cycle' in each ? published.get(each.cycle)?.frozen : undefined;
        return frozen ? [publishedYear(each.year, frozen)] : [];
      }),
    ]);
  }

  private noted({ year, index, instrument }: Extract<Earlier, { index: string }>): KnownYear {
    const named = this.instruments.named(instrument);
    return { ...nothingElse, year, index, instrument: named, source: 'noted', detail: null };
  }
}

const nothingElse = { noted: null, computed: null };

function publishedYear(year: number, { instrument, levels, published }: FrozenResult): KnownYear {
  const { index } = published;
  const detail = { levels, published };
  return { ...nothingElse, year, index, instrument, source: 'published', detail };
}

/** What was announced is the year's index; what the levels come to is said beside it. */
function importedYear(
  { year, instrument, levels, published, stated }: ImportedResult,
  history: Cycle['history'],
): KnownYear {
  const { index } = stated;
  const noted = history.find((each) => each.year === year && 'index' in each);
  return {
    ...{ year, index, instrument, source: 'imported', detail: { levels, published } },
    noted: noted && 'index' in noted && noted.index !== index ? noted.index : null,
    computed: published.index === index ? null : published.index,
  };
}
