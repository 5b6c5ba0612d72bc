import { Body, Controller, Param, Post, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../api/paths.js';
import { IsText } from '../../api/text.js';
import { NudgeService } from '../../cycle/nudge.service.js';
import { DeskFilter } from '../desk.filter.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';

class NudgeForm {
  /** The id of a task. */
  @IsText(500)
  readonly task!: string;
}

/** What a coordinator has told somebody by other means, which only they can know. */
@Controller('koordinator/:cycle/diingatkan')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class NudgeController {
  constructor(private readonly nudges: NudgeService) {}

  @Post()
  async record(
    @Param() { cycle }: CyclePath,
    @Body() { task }: NudgeForm,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.nudges.record(cycle, visitor.email, task);
    response.redirect(303, `/koordinator/${encodeURIComponent(cycle)}#terlambat`);
  }
}
