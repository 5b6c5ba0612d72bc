import { Controller, Get, Param, UseFilters, UseGuards } from '@nestjs/common';
import { TrendService } from '../report/trend.service.js';
import type { Stretch, YearInTrend } from '../report/year-by-year.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** Results over the years. */
@Controller('api/v1/cycles/:cycle/trend')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class TrendController {
  constructor(private readonly trends: TrendService) {}

  @Get()
  @Needs(['read'])
  async show(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    const { years, stretches, mappings } = await this.trends.asReader(cycle, caller);
    return { years: years.map(yearIn), stretches: stretches.map(stretchIn), mappings };
  }
}

/** Which instrument it was is enough: it has fifty indicators. */
function yearIn({ detail: _, instrument: { code }, ...year }: YearInTrend) {
  return { ...year, instrument: code };
}

function stretchIn({ instrument: { code, title }, ...rows }: Stretch) {
  return { instrument: { code, title }, ...rows };
}
