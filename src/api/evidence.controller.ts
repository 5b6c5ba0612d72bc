import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { DeskService } from '../assessment/desk.service.js';
import { EvidenceService } from '../assessment/evidence.service.js';
import { ReadingService } from '../assessment/reading.service.js';
import type { Clock } from '../domain/clock.js';
import { CLOCK } from '../platform/clock.js';
import { readForm } from '../platform/files/multipart.js';
import { sendFile } from '../platform/files/send-file.js';
import { Uploads } from '../platform/files/uploads.js';
import { LinkBody, ReplacementLinkBody } from './bodies.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { EvidencePath, IndicatorPath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** Bukti dukung: files and links. */
@Controller('api/v1/cycles/:cycle')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly reading: ReadingService,
    private readonly desks: DeskService,
    private readonly uploads: Uploads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** multipart/form-data with `level`, `unit` and `file`. */
  @Post('indicators/:indicator/files')
  @Needs(['answer'])
  async attachFile(
    @Param() { cycle, indicator }: IndicatorPath,
    @Req() request: Request,
    @Caller() caller: string,
  ) {
    const acceptedAt = this.clock.now();
    // Nobody has to send a file for an indicator that is not theirs.
    await this.reading.sheet(cycle, caller, indicator);
    const shape = { file: 'file', fields: ['level', 'unit'] } as const;
    const { fields, file } = await readForm(request, shape, this.uploads);
    const place = { indicator, level: Number(fields.level), unit: fields.unit ?? '' };
    return { id: await this.evidence.attachFile(cycle, caller, place, { file, acceptedAt }) };
  }

  @Post('indicators/:indicator/links')
  @Needs(['answer'])
  async attachLink(
    @Param() { cycle, indicator }: IndicatorPath,
    @Body() { level, unit, name, url }: LinkBody,
    @Caller() caller: string,
  ) {
    const link = { kind: 'link', name, url } as const;
    return { id: await this.evidence.attach(cycle, caller, { indicator, level, unit }, link) };
  }

  /** A new version; the old one stays with what was said of it. */
  @Put('evidence/:evidence/file')
  @Needs(['answer'])
  async replaceFile(
    @Param() { cycle, evidence }: EvidencePath,
    @Req() request: Request,
    @Caller() caller: string,
  ) {
    const acceptedAt = this.clock.now();
    await this.reading.evidence(cycle, caller, evidence);
    const { file } = await readForm(request, { file: 'file', fields: [] }, this.uploads);
    const arrival = { file, acceptedAt };
    return { id: await this.evidence.attachFile(cycle, caller, { replaces: evidence }, arrival) };
  }

  @Put('evidence/:evidence/link')
  @Needs(['answer'])
  async replaceLink(
    @Param() { cycle, evidence }: EvidencePath,
    @Body() { name, url }: ReplacementLinkBody,
    @Caller() caller: string,
  ) {
    const link = { kind: 'link', name, url } as const;
    return { id: await this.evidence.attach(cycle, caller, { replaces: evidence }, link) };
  }

  @Delete('evidence/:evidence')
  @Needs(['answer'])
  @HttpCode(204)
  async remove(
    @Param() { cycle, evidence }: EvidencePath,
    @Caller() caller: string,
  ): Promise<void> {
    await this.desks.perform(cycle, caller, { do: 'removeEvidence', evidence });
  }

  /** For a disk, never for a page of ours: whatever it holds, it cannot act here. */
  @Get('evidence/:evidence/file')
  @Needs(['read'])
  async download(
    @Param() { cycle, evidence }: EvidencePath,
    @Res() response: Response,
    @Caller() caller: string,
  ): Promise<void> {
    await sendFile(response, await this.evidence.open(cycle, caller, evidence), 'attachment');
  }
}
