import { Controller, Get, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { UnitPath } from '../../api/paths.js';
import { authoriseCoordinator } from '../../domain/assessment/actor.js';
import type { Facts } from '../../domain/cycle.js';
import { Refusal } from '../../domain/refusal.js';
import { notaDinasName } from '../../notice/nota-dinas/nota-dinas.js';
import { NotaDinasService } from '../../notice/nota-dinas/nota-dinas.service.js';
import { OverviewService } from '../../report/overview.service.js';
import { DeskFilter } from '../desk.filter.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';

/** About all that a unit is late with now, to print and sign. */
@Controller('koordinator/:cycle/nota-dinas')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class NotaDinasController {
  constructor(
    private readonly overviews: OverviewService,
    private readonly notas: NotaDinasService,
  ) {}

  @Get(':unit')
  async file(
    @Param() { cycle, unit }: UnitPath,
    @Query('kepada') to: unknown,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { actor, facts, progress, now } = await this.overviews.of(cycle, visitor.email);
    authoriseCoordinator(actor);
    const tasks = progress.late.filter((task) => task.unit === unit && task.assessor === null);
    if (tasks.length === 0) throw new Refusal('not_found', { unit });
    const name = addressee(facts, unit, to === 'sekda');
    const file = await this.notas.file({ facts, unit, tasks, to: name, at: now });
    response.attachment(notaDinasName(unit)).type('pdf').send(file);
  }
}

function addressee({ people }: Facts, code: string, toSekda: boolean): string {
  if (toSekda) return people.sekda?.name ?? 'Sekretaris Daerah';
  const unit = people.units.find((each) => each.code === code);
  return unit?.head?.name ?? `Pimpinan ${unit?.name ?? code}`;
}
