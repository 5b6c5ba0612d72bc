import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import type { ListedDocument } from '../report/document/report-documents.store.js';
import { Reports } from '../report/document/reports.service.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath, ReportPath } from './paths.js';
import { ReportBody } from './report-bodies.js';
import { sendReport } from './send-report.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** The report of a cycle as a document: asked for, made in the queue, fetched when it is done. */
@Controller('api/v1/cycles/:cycle/reports')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class ReportDocumentsController {
  constructor(private readonly reports: Reports) {}

  @Get()
  @Needs(['read'])
  async list(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    const { documents } = await this.reports.list(cycle, caller);
    return { reports: documents.map(shownDocument) };
  }

  /** Of the published result, or a draft of now; the same one when nothing has changed since. */
  @Post()
  @Needs(['coordinate'])
  @HttpCode(202)
  async ask(
    @Param() { cycle }: CyclePath,
    @Body() { format }: ReportBody,
    @Caller() caller: string,
  ) {
    return shownDocument(await this.reports.ask(cycle, caller, format));
  }

  @Get(':report/file')
  @Needs(['read'])
  async file(
    @Param() { cycle, report }: ReportPath,
    @Caller() caller: string,
    @Res() response: Response,
  ): Promise<void> {
    sendReport(response, await this.reports.file(cycle, caller, report));
  }
}

function shownDocument({ entries, hash, askedAt, ...document }: ListedDocument) {
  return { ...document, askedAt: askedAt.toString(), journal: { entries, hash } };
}
