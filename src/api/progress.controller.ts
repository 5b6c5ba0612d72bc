import { Controller, Get, Param, UseFilters, UseGuards } from '@nestjs/common';
import { localDate } from '../domain/calendar.js';
import { BurnUpService } from '../report/burn-up.service.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { ErrorsFilter } from './errors.filter.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** How far the phases have come: for coordinators, and for heads, who see nothing of assessors. */
@Controller('api/v1/cycles/:cycle/progress')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class ProgressController {
  constructor(private readonly courses: BurnUpService) {}

  @Get()
  @Needs(['read'])
  async show(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    const { overview, burnUps, outlooks } = await this.courses.of(cycle, caller);
    return {
      today: localDate(overview.now, overview.facts.cycle.zone),
      curves: burnUps.map(({ phase: { code, title, kind }, ...curve }) => {
        return { phase: code, title, kind, ...curve };
      }),
      forecast: outlooks.map(({ task, phase, ...forecast }) => {
        const { unit, assessor, deadlineDate } = task;
        return { phase: phase.code, unit, assessor, deadlineDate, ...forecast };
      }),
    };
  }
}
