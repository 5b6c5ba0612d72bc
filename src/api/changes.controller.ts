import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ChangeService } from '../assessment/changes/change.service.js';
import { CommandsBody, orderIn, TakenBody } from './change-bodies.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** What a coordinator may do to a running cycle: seen first, taken as it was seen. */
@Controller('api/v1/cycles/:cycle')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class ChangesController {
  constructor(private readonly changes: ChangeService) {}

  /** What would come of it now. Changes nothing. */
  @Post('changes/preview')
  @Needs(['read'])
  @HttpCode(200)
  preview(@Param() { cycle }: CyclePath, @Body() body: CommandsBody, @Caller() caller: string) {
    return this.changes.preview(cycle, caller, orderIn(body));
  }

  /** 409 `changed_meanwhile` when something else would come of it by now: look again. */
  @Post('changes')
  @Needs(['coordinate'])
  @HttpCode(200)
  async take(@Param() { cycle }: CyclePath, @Body() body: TakenBody, @Caller() caller: string) {
    return { consequences: await this.changes.take(cycle, caller, orderIn(body), body.shown) };
  }

  /** What the timeline went through, the newest first: who, when, why, by which letter, and what moved. */
  @Get('versions')
  @Needs(['read'])
  async versions(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    return { versions: await this.changes.versions(cycle, caller) };
  }
}
