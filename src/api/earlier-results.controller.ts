import { Controller, Get, HttpCode, Param, Post, Req, UseFilters, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { EarlierResults } from '../assessment/earlier/earlier-results.service.js';
import type { ImportPlan } from '../assessment/earlier/import-plan.js';
import { statedFields } from '../assessment/earlier/result-form.js';
import { ReadingService } from '../assessment/reading.service.js';
import { limits } from '../assessment/import/sheet.js';
import { readForm } from '../platform/files/multipart.js';
import { SmallFiles } from '../platform/files/small-files.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

const fields = [...statedFields, 'differs', 'replaces', 'shown'] as const;

/** Results of years before Siklus. */
@Controller('api/v1/cycles/:cycle/earlier-results')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class EarlierResultsController {
  private readonly spreadsheets = new SmallFiles(limits.bytes);

  constructor(
    private readonly reading: ReadingService,
    private readonly earlier: EarlierResults,
  ) {}

  @Get()
  @Needs(['read'])
  async list(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    const participant = await this.reading.asCoordinator(cycle, caller);
    return { results: await this.earlier.list(participant) };
  }

  /** multipart/form-data: what is said of the year, and `file`. */
  @Post('preview')
  @Needs(['read'])
  @HttpCode(200)
  async preview(@Param() { cycle }: CyclePath, @Req() request: Request, @Caller() caller: string) {
    const { fields: form, file } = await this.sent(request);
    const participant = await this.reading.asCoordinator(cycle, caller);
    return planIn(await this.earlier.preview(participant, { form, file }));
  }

  /** The same with `shown` of a preview, and the reasons that it asks for. */
  @Post()
  @Needs(['coordinate'])
  @HttpCode(200)
  async take(@Param() { cycle }: CyclePath, @Req() request: Request, @Caller() caller: string) {
    const { fields: form, file } = await this.sent(request);
    const { differs = '', replaces = '', shown = '' } = form;
    const consent = { differs, replaces, shown };
    return planIn(await this.earlier.take(cycle, caller, { form, file }, consent));
  }

  private sent(request: Request) {
    return readForm(request, { file: 'file', fields }, this.spreadsheets);
  }
}

function planIn({ instrument: { code }, ...plan }: ImportPlan) {
  return { ...plan, instrument: code };
}
