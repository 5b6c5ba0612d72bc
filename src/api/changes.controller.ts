import { Body, Controller, HttpCode, Param, Post, UseFilters, UseGuards } from '@nestjs/common';
import { ChangeService } from '../assessment/changes/change.service.js';
import { CommandsBody, TakenBody } from './change-bodies.js';
import { ErrorsFilter } from './errors.filter.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** What a coordinator may do to a running cycle: seen first, taken as it was seen. */
@Controller('api/cycles/:cycle/changes')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class ChangesController {
  constructor(private readonly changes: ChangeService) {}

  /** What would come of it now. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  preview(
    @Param() { cycle }: CyclePath,
    @Body() { commands }: CommandsBody,
    @Caller() caller: string,
  ) {
    return this.changes.preview(cycle, caller, commands);
  }

  /** 409 `changed_meanwhile` when something else would come of it by now: look again. */
  @Post()
  @HttpCode(200)
  async take(
    @Param() { cycle }: CyclePath,
    @Body() { commands, shown }: TakenBody,
    @Caller() caller: string,
  ) {
    return { consequences: await this.changes.take(cycle, caller, commands, shown) };
  }
}
