import {
  BadRequestException,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Response } from 'express';
import { CommandsBody, orderIn as orderInBody } from '../../../api/change-bodies.js';
import { CyclePath } from '../../../api/paths.js';
import { ChangeService } from '../../../assessment/changes/change.service.js';
import type { ShownChange } from '../../../assessment/changes/shown-change.js';
import type { Order } from '../../../assessment/changes/consequences.js';
import { JournalStore } from '../../../cycle/journal.store.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import { html, type Html } from '../../../platform/html.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { problemView } from '../../parts/problem.view.js';
import { belongsBeside, isChangedMeanwhile } from '../../refused-beside.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { refusalText } from '../../words/refusals.js';
import { ChangeForm, flawsIn, orderIn, TakeForm, type Flaws } from './change-form.js';
import { changesPath } from './changes-path.js';
import { changesView } from './change-page.view.js';
import { changeWords } from './change-words.js';
import { changePreviewView } from './change-preview.view.js';

interface Asked {
  readonly cycle: string;
  readonly visit: Visit;
  readonly response: Response;
}

const untouched = { typed: null, flaws: {} };

/** Perubahan: what a coordinator does to the timeline, shown before it is taken. */
@Controller('koordinator/:cycle/perubahan')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class ChangesPageController {
  constructor(
    private readonly reading: ReadingService,
    private readonly changes: ChangeService,
    private readonly journal: JournalStore,
  ) {}

  @Get()
  show(
    @Param() { cycle }: CyclePath,
    @Query('diterapkan') taken: unknown,
    @Visited() visit: Visit,
  ): Promise<string> {
    const { taken: text } = changeWords[visit.language];
    const message = taken === undefined ? null : html`<p class="done" role="status">${text}</p>`;
    return this.page(cycle, visit, { message });
  }

  @Post('pratinjau')
  @HttpCode(200)
  async preview(
    @Param() { cycle }: CyclePath,
    @Body() form: ChangeForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    const flaws = flawsIn(form);
    if (Object.keys(flaws).length > 0) {
      const message = problemView(changeWords[visit.language].problem);
      await this.again(asked, 422, { typed: form, flaws, message });
      return;
    }
    await this.orRefused(asked, form, () => this.showPreview(asked, orderIn(form), null));
  }

  @Post('terapkan')
  async take(
    @Param() { cycle }: CyclePath,
    @Body() form: TakeForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    const order = orderFrom(form);
    await this.orRefused(asked, null, async () => {
      try {
        await this.changes.take(cycle, visit.visitor.email, order, form.shown);
        response.redirect(303, `${changesPath(cycle)}?diterapkan`);
      } catch (error) {
        if (!isChangedMeanwhile(error)) throw error;
        response.status(409);
        await this.showPreview(asked, order, problemView(changeWords[visit.language].changed));
      }
    });
  }

  private async showPreview(
    { cycle, visit, response }: Asked,
    order: Order,
    message: Html | null,
  ): Promise<void> {
    const { email } = visit.visitor;
    const change: ShownChange = await this.changes.preview(cycle, email, order);
    const { facts, actor } = await this.reading.participant(cycle, email);
    const { language, proof } = visit;
    const shown = { change, order, facts, language, proof, path: changesPath(cycle), message };
    const content = changePreviewView(shown);
    const { previewTitle } = changeWords[language];
    response.type('html').send(deskPage(previewTitle, content, visit, { actor, cycle }));
  }

  /** A rule that says no is told beside the form, with what was typed kept. */
  private async orRefused(
    asked: Asked,
    typed: ChangeForm | null,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!belongsBeside(error)) throw error;
      const message = problemView(refusalText(error, asked.visit.language));
      await this.again(asked, 409, { typed, message });
    }
  }

  private async again(
    { cycle, visit, response }: Asked,
    status: number,
    given: { typed?: ChangeForm | null; flaws?: Flaws; message: Html | null },
  ): Promise<void> {
    response
      .status(status)
      .type('html')
      .send(await this.page(cycle, visit, given));
  }

  private async page(
    cycle: string,
    visit: Visit,
    given: { typed?: ChangeForm | null; flaws?: Flaws; message: Html | null },
  ): Promise<string> {
    const { facts, actor } = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const versions = await this.journal.versions(cycle);
    const { language, proof } = visit;
    const shown = {
      facts,
      versions,
      language,
      proof,
      path: changesPath(cycle),
      ...untouched,
      ...given,
    };
    const { title } = changeWords[language];
    return deskPage(title, changesView(shown), visit, { actor, cycle });
  }
}

/** Only what a program could send as well. */
function orderFrom({ commands, reason, letter }: TakeForm): Order {
  const body = plainToInstance(CommandsBody, { commands: parsed(commands), reason, letter });
  const options = { whitelist: true, forbidNonWhitelisted: true };
  if (validateSync(body, options).length > 0) throw new BadRequestException();
  return orderInBody(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequestException();
  }
}
