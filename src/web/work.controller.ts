import { Controller, Get, Param, Res, UseFilters, UseGuards } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { PhasePath } from '../api/paths.js';
import { IsText } from '../api/text.js';
import type { Response } from 'express';
import { ReadingService } from '../assessment/reading.service.js';
import type { Actor } from '../domain/assessment/actor.js';
import { DeskFilter } from './desk.filter.js';
import { desksOf } from './desks.js';
import { SessionGuard } from './sign-in/session.guard.js';
import { Visited, type Visit } from './visit.js';

const code = 100;

class WorkPath extends PhasePath {
  @IsOptional()
  @IsText(code)
  readonly unit?: string;
}

/** Where the buttons of mails lead: to somebody's own task, after they have signed in. */
@Controller('kerja/:cycle/:phase{/:unit}')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class WorkController {
  constructor(private readonly reading: ReadingService) {}

  @Get()
  async open(
    @Param() path: WorkPath,
    @Visited() { visitor, language }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { actor } = await this.reading.participant(path.cycle, visitor.email);
    const [first] = desksOf(actor, path.cycle, language);
    response.redirect(303, taskOf(actor, path) ?? first?.[0] ?? '/');
  }
}

/** The desk on which the task lies; null when it is none of theirs. */
function taskOf(actor: Actor, { cycle, phase, unit }: WorkPath): string | null {
  const desk = (role: string, ...parts: string[]): string =>
    ['', role, cycle, ...parts].map(encodeURIComponent).join('/');
  if (unit === undefined) return null;
  if (actor.adminOf.includes(unit) || actor.headOf.includes(unit)) return desk('opd', unit);
  if (actor.assessor !== null) return `${desk('asesor')}#${encodeURIComponent(`${phase}/${unit}`)}`;
  return null;
}
