import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Request } from 'express';
import { AssignmentsService } from '../assessment/assignments.service.js';
import { limits } from '../assessment/import/sheet.js';
import { readForm } from '../platform/files/multipart.js';
import { SmallFiles } from '../platform/files/small-files.js';
import { AssignmentsBody } from './bodies.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { AssignmentPath, CyclePath, HandOverPath, ProposalQuery } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Who assesses whom. */
@Controller('api/v1/cycles/:cycle/assignments')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class AssignmentsController {
  private readonly spreadsheets = new SmallFiles(limits.bytes);

  constructor(private readonly assignments: AssignmentsService) {}

  @Post()
  @Needs(['coordinate'])
  @HttpCode(204)
  async assign(
    @Param() { cycle }: CyclePath,
    @Body() { assignments }: AssignmentsBody,
    @Caller() caller: string,
  ): Promise<void> {
    await this.assignments.assign(cycle, caller, assignments);
  }

  /** Balanced, and without conflicts of interest; nothing changes until it is posted. */
  @Get('proposal')
  @Needs(['read'])
  propose(
    @Param() { cycle }: CyclePath,
    @Query() { perUnit }: ProposalQuery,
    @Caller() caller: string,
  ) {
    return this.assignments.propose(cycle, caller, perUnit);
  }

  /** A workbook of who leads, supports and assesses what. */
  @Get('export')
  @Needs(['read'])
  @Header('Content-Disposition', 'attachment; filename="penugasan.xlsx"')
  async export(@Param() { cycle }: CyclePath, @Caller() caller: string): Promise<StreamableFile> {
    return new StreamableFile(await this.assignments.export(cycle, caller), { type: workbook });
  }

  /** multipart/form-data with `file`: what taking it would change. */
  @Post('import/preview')
  @Needs(['read'])
  @HttpCode(200)
  async preview(@Param() { cycle }: CyclePath, @Req() request: Request, @Caller() caller: string) {
    return this.assignments.preview(cycle, caller, await this.spreadsheetIn(request));
  }

  @Post('import')
  @Needs(['coordinate'])
  @HttpCode(200)
  async takeImport(
    @Param() { cycle }: CyclePath,
    @Req() request: Request,
    @Caller() caller: string,
  ) {
    return this.assignments.takeImport(cycle, caller, await this.spreadsheetIn(request));
  }

  @Delete(':unit/:assessor')
  @Needs(['coordinate'])
  @HttpCode(204)
  async unassign(
    @Param() { cycle, unit, assessor }: AssignmentPath,
    @Caller() caller: string,
  ): Promise<void> {
    await this.assignments.unassign(cycle, caller, { unit, assessor });
  }

  /** Another assessor goes on with what the first one has done. */
  @Post(':unit/:assessor/hand-over/:to')
  @Needs(['coordinate'])
  @HttpCode(204)
  async handOver(
    @Param() { cycle, unit, assessor: from, to }: HandOverPath,
    @Caller() caller: string,
  ): Promise<void> {
    await this.assignments.handOver(cycle, caller, { unit, from, to });
  }

  private async spreadsheetIn(request: Request) {
    const { file } = await readForm(request, { file: 'file', fields: [] }, this.spreadsheets);
    return file;
  }
}
