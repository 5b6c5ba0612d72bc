import { Body, Controller, Param, Post, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { UnitPath } from '../../api/paths.js';
import { EarlierWorks } from '../../assessment/earlier-work.service.js';
import { DeskFilter } from '../desk.filter.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { StartForm } from './forms.js';
import { pathOf } from './unit-desk.service.js';

/** Starting from what an earlier cycle has. */
@Controller('opd/:cycle/:unit/mulai')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class StartController {
  constructor(private readonly earlier: EarlierWorks) {}

  @Post()
  async take(
    @Param() { cycle, unit }: UnitPath,
    @Body() { from }: StartForm,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const indicators = await this.earlier.take(cycle, visitor.email, unit, from);
    const told = new URLSearchParams({ diambil: indicators.join(','), dari: from });
    response.redirect(303, `${pathOf({ cycle, unit })}?${told.toString()}`);
  }
}
