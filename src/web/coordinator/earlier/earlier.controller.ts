import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt } from 'class-validator';
import type { Request, Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { EarlierResults } from '../../../assessment/earlier/earlier-results.service.js';
import { ReadingService, type Participant } from '../../../assessment/reading.service.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Html } from '../../../platform/html.js';
import { InputError } from '../../../platform/input-error.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { isChangedMeanwhile } from '../../refused-beside.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { fileRefusalText } from '../../words/refusals.js';
import { sentIn, takenIn, type EarlierTaken } from './earlier-form.js';
import { earlierPath } from './earlier-path.js';
import { earlierPreviewView } from './earlier-preview.view.js';
import { earlierWords } from './earlier-words.js';
import { earlierView, type EarlierShown, type Typed } from './earlier.view.js';
import { resultView } from './result.view.js';

class YearPath extends CyclePath {
  @Type(() => Number)
  @IsInt()
  readonly year!: number;
}

interface EarlierQuery {
  readonly selesai?: unknown;
}

interface Asked {
  readonly cycle: string;
  readonly visit: Visit;
  readonly response: Response;
  readonly participant: Participant;
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const nothing: Typed = { form: {}, flaws: {}, refused: null, problems: null };

/** Results of years before Siklus. */
@Controller('koordinator/:cycle/tahun-lalu')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class EarlierController {
  constructor(
    private readonly reading: ReadingService,
    private readonly earlier: EarlierResults,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() { selesai }: EarlierQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.reading.asCoordinator(cycle, visit.visitor.email);
    await this.page({ cycle, visit, response, participant }, nothing, selesai === 'impor');
  }

  @Get('templat')
  async template(
    @Param() { cycle }: CyclePath,
    @Query('instrumen') instrument: unknown,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.reading.asCoordinator(cycle, visitor.email);
    const code = typeof instrument === 'string' ? instrument : '';
    const bytes = await this.earlier.template(code);
    if (!bytes) throw new Refusal('not_found');
    response.attachment(`hasil-${code}.xlsx`).type(workbook).send(bytes);
  }

  @Get('hasil/:year')
  async one(
    @Param() { cycle, year }: YearPath,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const found = (await this.earlier.list(participant)).find((each) => each.year === year);
    if (!found) throw new Refusal('not_found', { year: String(year) });
    const asked = { cycle, visit, response, participant };
    this.send(asked, 200, resultView(found, shownIn(asked)));
  }

  @Post('pratinjau')
  @HttpCode(200)
  async preview(
    @Param() { cycle }: CyclePath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const asked = { cycle, visit, response, participant };
    const { form, file, refused } = await sentIn(request);
    const flaws = await this.earlier.flaws(participant, form);
    if (!file || Object.keys(flaws).length > 0) {
      const { language } = visit;
      const missing = file ? null : earlierWords[language].noFile;
      const why = refused ? fileRefusalText(refused.code, language) : missing;
      await this.page(asked, { form, flaws, refused: why, problems: null });
      return;
    }
    await this.mending(asked, form, async () => {
      const plan = await this.earlier.preview(participant, { form, file });
      const proposed = { plan, asked: { form, file }, consent: {}, missing: [], isStale: false };
      this.send(asked, 200, earlierPreviewView(proposed, shownIn(asked)));
    });
  }

  @Post('simpan')
  async take(
    @Param() { cycle }: CyclePath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { email } = visit.visitor;
    const participant = await this.reading.asCoordinator(cycle, email);
    const asked = { cycle, visit, response, participant };
    const taken = await takenIn(request);
    await this.mending(asked, taken.asked.form, async () => {
      try {
        const { consent, shown } = taken;
        await this.earlier.take(cycle, email, taken.asked, { ...consent, shown });
        response.redirect(303, `${earlierPath(cycle)}?selesai=impor`);
      } catch (error) {
        const missing = missingReasons(error);
        if (missing.length === 0 && !isChangedMeanwhile(error)) throw error;
        await this.again(asked, taken, missing);
      }
    });
  }

  /** The preview once more, with what was typed. */
  private async again(
    asked: Asked,
    { asked: { form, file }, consent }: EarlierTaken,
    missing: readonly string[],
  ): Promise<void> {
    const plan = await this.earlier.preview(asked.participant, { form, file });
    const isStale = missing.length === 0;
    const proposed = { plan, asked: { form, file }, consent, missing, isStale };
    this.send(asked, isStale ? 409 : 422, earlierPreviewView(proposed, shownIn(asked)));
  }

  /** What is wrong with the file stands above the form, which keeps what was typed. */
  private async mending(
    asked: Asked,
    form: Typed['form'],
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (problems) {
      if (!(problems instanceof InputError)) throw problems;
      await this.page(asked, { ...nothing, form, problems });
    }
  }

  private async page(asked: Asked, typed: Typed, isDone = false): Promise<void> {
    const years = await this.earlier.list(asked.participant);
    const instruments = this.earlier.instrumentsKnown();
    const trend = `/koordinator/${encodeURIComponent(asked.cycle)}/tren`;
    const page = { years, instruments, typed, isDone, trend };
    this.send(asked, typed === nothing ? 200 : 422, earlierView(page, shownIn(asked)));
  }

  private send(
    { cycle, visit, response, participant }: Asked,
    status: number,
    content: Html,
  ): void {
    const { title } = earlierWords[visit.language];
    const { actor } = participant;
    response
      .status(status)
      .type('html')
      .send(deskPage(title, content, visit, { actor, cycle }));
  }
}

function shownIn({ cycle, visit, participant }: Asked): EarlierShown {
  const { language, visitor } = visit;
  return { language, visitor, path: earlierPath(cycle), zone: participant.facts.cycle.zone };
}

/** The fields of reasons that were left out; none when something else is wrong. */
function missingReasons(error: unknown): string[] {
  if (!(error instanceof InputError)) return [];
  const fields = [error, ...error.further].flatMap(({ place }) => place.field ?? []);
  return fields.every((field) => ['differs', 'replaces'].includes(field)) ? fields : [];
}
