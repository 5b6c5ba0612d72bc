import {
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { basisOf } from '../../../api/change-bodies.js';
import { CyclePath } from '../../../api/paths.js';
import { ChangeService } from '../../../assessment/changes/change.service.js';
import { holidayOrder } from '../../../assessment/changes/holiday-order.js';
import { ReadingService, type Participant } from '../../../assessment/reading.service.js';
import type { Order } from '../../../assessment/changes/consequences.js';
import type { SetHolidays } from '../../../domain/commands/command.js';
import type { Cycle } from '../../../domain/cycle.js';
import type { Html } from '../../../platform/html.js';
import { ConfigFolder } from '../../../platform/config-folder.js';
import { InputError } from '../../../platform/input-error.js';
import { SETTINGS, type Settings } from '../../../platform/settings.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { problemView } from '../../parts/problem.view.js';
import type { Language } from '../../language.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { changePreviewView } from './change-preview.view.js';
import { changeWords } from './change-words.js';
import { changesPath } from './changes-path.js';
import { fileProblemsView } from './cycle-file.view.js';
import { partOf, sentIn, type HolidaysSent, type HolidaysTyped } from './holiday-form.js';
import { holidayWords } from './holiday-words.js';
import { holidaysView } from './holidays.view.js';

interface Asked {
  readonly cycle: string;
  readonly visit: Visit;
  readonly response: Response;
}

/** Another decree for a running cycle; the page of changes takes it once it was shown. */
@Controller('koordinator/:cycle/perubahan/libur')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class HolidaysController {
  private readonly folder: ConfigFolder;

  constructor(
    private readonly reading: ReadingService,
    private readonly changes: ChangeService,
    @Inject(SETTINGS) { configFolder }: Settings,
  ) {
    this.folder = new ConfigFolder(configFolder);
  }

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.form({ cycle, visit, response }, null, null);
  }

  @Post('pratinjau')
  @HttpCode(200)
  async preview(
    @Param() { cycle }: CyclePath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    const participant = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const sent = await sentIn(request);
    const read = this.read(sent, participant.facts.cycle, visit.language);
    if (isOrder(read)) await this.showPreview(asked, participant, orderIn(read, sent));
    else await this.form(asked, sent.typed, read);
  }

  /** What it says, or what is wrong with it. */
  private read(
    { typed, flaw }: HolidaysSent,
    cycle: Cycle,
    language: Language,
  ): SetHolidays | Html {
    const { flaws } = holidayWords[language];
    if (flaw !== null) return problemView(flaws[flaw]);
    try {
      const part = partOf(this.folder, typed);
      if (typeof part === 'string') return problemView(flaws[part]);
      return holidayOrder(part, cycle, typed.jointLeave);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return fileProblemsView(error, language);
    }
  }

  private async showPreview(
    { cycle, visit, response }: Asked,
    { facts, actor }: Participant,
    order: Order,
  ): Promise<void> {
    const { visitor, language, proof } = visit;
    const change = await this.changes.preview(cycle, visitor.email, order);
    const path = changesPath(cycle);
    const back = `${path}/libur`;
    const shown = { change, order, facts, language, proof, path, back, message: null };
    const { previewTitle } = changeWords[language];
    response
      .type('html')
      .send(deskPage(previewTitle, changePreviewView(shown), visit, { actor, cycle }));
  }

  private async form(
    { cycle, visit, response }: Asked,
    typed: HolidaysTyped | null,
    problem: Html | null,
  ): Promise<void> {
    const { visitor, language } = visit;
    const { facts, actor } = await this.reading.asCoordinator(cycle, visitor.email);
    const versions = await this.changes.versions(cycle, visitor.email);
    const { jointLeave } = facts.cycle;
    const content = holidaysView({
      ...{ facts, versions, language, visitor, problem },
      codes: this.folder.codes('holidays'),
      path: changesPath(cycle),
      typed: typed ?? { text: '', code: '', jointLeave, reason: '', letter: '' },
    });
    response
      .status(problem === null ? 200 : 422)
      .type('html')
      .send(deskPage(holidayWords[language].title, content, visit, { actor, cycle }));
  }
}

function orderIn(command: SetHolidays, { typed: { reason, letter } }: HolidaysSent): Order {
  return { commands: [command], basis: basisOf({ reason, letter }) };
}

function isOrder(read: SetHolidays | Html): read is SetHolidays {
  return 'do' in read;
}
