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
import { CycleFileChanges } from '../assessment/changes/cycle-file-changes.service.js';
import { CycleFileBody, fileOrderIn, TakenCycleFileBody } from './cycle-file-bodies.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** The cycle as a file, and another file in its place: seen first, taken as it was seen. */
@Controller('api/v1/cycles/:cycle/file')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class CycleFilesController {
  constructor(private readonly files: CycleFileChanges) {}

  /** YAML, without the people. Loading it again changes nothing. */
  @Get()
  @Needs(['read'])
  async show(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    return { file: await this.files.present(cycle, caller) };
  }

  /** What would come of it now. Changes nothing. 422 `wrong_input` names lines and fields. */
  @Post('preview')
  @Needs(['read'])
  @HttpCode(200)
  preview(@Param() { cycle }: CyclePath, @Body() body: CycleFileBody, @Caller() caller: string) {
    return this.files.preview(cycle, caller, fileOrderIn(body));
  }

  /** 409 `changed_meanwhile` when something else would come of it by now: look again. */
  @Post()
  @Needs(['coordinate'])
  @HttpCode(204)
  async take(
    @Param() { cycle }: CyclePath,
    @Body() body: TakenCycleFileBody,
    @Caller() caller: string,
  ): Promise<void> {
    await this.files.take(cycle, caller, fileOrderIn(body), body.shown);
  }
}
