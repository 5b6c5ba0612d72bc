import { Controller, Get, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { closesAt } from '../domain/timeline.js';
import { InputError } from '../platform/input-error.js';
import { filledIn, type DateFlaw } from '../report/minutes/filled.js';
import { minutesName } from '../report/minutes/minutes.js';
import { notClosed } from '../report/minutes/minutes-of.js';
import { MinutesService } from '../report/minutes/minutes.service.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { PhasePath } from './paths.js';
import { MinutesQuery } from './report-queries.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

const problems: Readonly<Record<DateFlaw, string>> = {
  no_date: 'must be a date, such as 2025-09-30',
  too_early: 'must not be before the phase was closed',
};

/** Berita acara of a phase that is over. */
@Controller('api/v1/cycles/:cycle/minutes')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class PhaseMinutesController {
  constructor(private readonly minutes: MinutesService) {}

  /** A PDF in Indonesian; what is not given is left to be written by hand. */
  @Get(':phase')
  @Needs(['read'])
  async file(
    @Param() { cycle, phase: code }: PhasePath,
    @Query() query: MinutesQuery,
    @Caller() caller: string,
    @Res() response: Response,
  ): Promise<void> {
    const { facts, phase, record } = await this.minutes.read(cycle, caller, code);
    if (record === null) throw notClosed(phase);
    const filled = filledIn(query, closesAt(phase, facts.cycle).date);
    if (typeof filled === 'string') {
      throw new InputError({ file: 'query', line: null, field: 'date' }, problems[filled]);
    }
    const file = await this.minutes.file(record, filled);
    response
      .attachment(minutesName({ cycle, phase: code }))
      .type('pdf')
      .send(file);
  }
}
