import {
  Body,
  Controller,
  Get,
  Headers,
  Inject,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { DeskService } from '../../assessment/desk.service.js';
import { EvidenceService } from '../../assessment/evidence.service.js';
import { readForm } from '../../platform/files/multipart.js';
import { sendFile } from '../../platform/files/send-file.js';
import { CLOCK } from '../../platform/clock.js';
import type { Clock } from '../../domain/clock.js';
import { Uploads } from '../../platform/files/uploads.js';
import { answerTo, DeskFilter, isExpected, isFromScript } from '../desk.filter.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { LinkForm } from './forms.js';
import { AnswerPath, EvidencePath } from './paths.js';
import type { Untaken } from './answer.view.js';
import { pathOf, UnitDesk } from './unit-desk.service.js';

/** Bukti dukung on the desk of a unit. */
@Controller('opd/:cycle/:unit')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class UnitEvidenceController {
  constructor(
    private readonly desk: UnitDesk,
    private readonly evidence: EvidenceService,
    private readonly desks: DeskService,
    private readonly uploads: Uploads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('indikator/:indicator/berkas')
  async attachFile(
    @Param() place: AnswerPath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const of = await this.attach(place, request, visit);
      back(request, response, `${pathOf(place)}/indikator/${place.indicator}#evidence-${of}`);
    } catch (error) {
      // A script says it where it is.
      if (isFromScript(request)) throw error;
      const tried = { level: Number(request.query['tingkat']), name: '', url: '' };
      await this.showAgain(error, { place, visit, response }, tried);
    }
  }

  @Post('indikator/:indicator/tautan')
  async attachLink(
    @Param() place: AnswerPath,
    @Body() { level, name, url }: LinkForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { cycle, unit, indicator } = place;
    const link = { kind: 'link', name, url } as const;
    try {
      const where = { indicator, level, unit, atAddress: true } as const;
      await this.evidence.attach(cycle, visit.visitor.email, where, link);
      response.redirect(303, `${pathOf(place)}/indikator/${indicator}#evidence-${level}`);
    } catch (error) {
      await this.showAgain(error, { place, visit, response }, { level, name, url });
    }
  }

  @Post('bukti/:evidence/hapus')
  async remove(
    @Param() { cycle, unit, evidence }: EvidencePath,
    @Headers('referer') referer: string | undefined,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const command = { do: 'removeEvidence', evidence } as const;
    await this.desks.performAt({ cycle, unit }, visitor.email, command);
    const from = referer !== undefined && URL.canParse(referer) ? new URL(referer).pathname : '';
    response.redirect(
      303,
      from.startsWith(pathOf({ cycle, unit })) ? from : pathOf({ cycle, unit }),
    );
  }

  @Get('bukti/:evidence')
  async download(
    @Param() { cycle, evidence }: EvidencePath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(
      response,
      await this.evidence.open(cycle, visitor.email, evidence),
      'attachment',
    );
  }

  /** @returns the level that it proves */
  private async attach(place: AnswerPath, request: Request, { visitor }: Visit): Promise<number> {
    const acceptedAt = this.clock.now();
    const { cycle, unit, indicator } = place;
    const shape = { file: 'file', fields: ['level', 'unit'] } as const;
    const { fields, file } = await readForm(request, shape, this.uploads);
    const where = { indicator, level: Number(fields.level), unit, atAddress: true } as const;
    await this.evidence.attachFile(cycle, visitor.email, where, { file, acceptedAt });
    return where.level;
  }

  /** What was not taken, beside where it was tried; anything but a no is a bug and flies on. */
  private async showAgain(
    error: unknown,
    { place, visit, response }: Asked,
    tried: Omit<Untaken, 'text'>,
  ): Promise<void> {
    if (!isExpected(error)) throw error;
    const { status, text } = answerTo(error, visit.language);
    if (status < 409) throw error;
    const page = await this.desk.answer(place, place.indicator, visit, {
      untaken: { ...tried, text },
    });
    response.status(status).type('html').send(page);
  }
}

interface Asked {
  readonly place: AnswerPath;
  readonly visit: Visit;
  readonly response: Response;
}

/** With script the page is read anew where it is; without, one goes back to it. */
function back(request: Request, response: Response, path: string): void {
  if (isFromScript(request)) response.setHeader('HX-Refresh', 'true').sendStatus(204);
  else response.redirect(303, path);
}
