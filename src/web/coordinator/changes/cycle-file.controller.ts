import {
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
import type { Response } from 'express';
import { letterLength, reasonLength } from '../../../api/change-bodies.js';
import { fileOrderIn } from '../../../api/cycle-file-bodies.js';
import { CyclePath } from '../../../api/paths.js';
import { asTyped, IsFingerprint, IsText } from '../../../api/text.js';
import { CycleFileChanges } from '../../../assessment/changes/cycle-file-changes.service.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import { longestCycleFile } from '../../../cycle/uploaded-cycle.js';
import { html, type Html } from '../../../platform/html.js';
import { InputError } from '../../../platform/input-error.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { belongsBeside, isChangedMeanwhile } from '../../refused-beside.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { changesPath } from './changes-path.js';
import {
  cycleFilePreview,
  cycleFileView,
  fileProblemsView,
  ruleView,
  type CycleFileTyped,
} from './cycle-file.view.js';
import { cycleFileWords } from './cycle-file-words.js';

class CycleFileForm implements CycleFileTyped {
  @asTyped
  @IsText(longestCycleFile)
  readonly file: string = '';

  @IsText(reasonLength)
  readonly reason: string = '';

  @IsText(letterLength)
  readonly letter: string = '';
}

class TakeCycleFileForm extends CycleFileForm {
  @IsFingerprint()
  readonly shown!: string;
}

interface Asked {
  readonly cycle: string;
  readonly visit: Visit;
  readonly response: Response;
}

/** The whole cycle as a file, shown with what comes of it before it is taken. */
@Controller('koordinator/:cycle/perubahan/berkas')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class CycleFileController {
  constructor(
    private readonly reading: ReadingService,
    private readonly files: CycleFileChanges,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query('diterapkan') taken: unknown,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.present(cycle, visit.visitor.email);
    const { taken: text } = cycleFileWords[visit.language];
    const message = taken === undefined ? null : html`<p class="done" role="status">${text}</p>`;
    await this.form({ cycle, visit, response }, { file, reason: '', letter: '' }, message);
  }

  /** Back from the preview, with what was typed. */
  @Post()
  @HttpCode(200)
  async again(
    @Param() { cycle }: CyclePath,
    @Body() typed: CycleFileForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.form({ cycle, visit, response }, typed, null);
  }

  @Post('pratinjau')
  @HttpCode(200)
  async preview(
    @Param() { cycle }: CyclePath,
    @Body() typed: CycleFileForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    await this.orRefused(asked, typed, () => this.showPreview(asked, typed, false));
  }

  @Post('terapkan')
  async take(
    @Param() { cycle }: CyclePath,
    @Body() typed: TakeCycleFileForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    await this.orRefused(asked, typed, async () => {
      try {
        await this.files.take(cycle, visit.visitor.email, fileOrderIn(typed), typed.shown);
        response.redirect(303, `${pathOf(cycle)}?diterapkan`);
      } catch (error) {
        if (!isChangedMeanwhile(error)) throw error;
        response.status(409);
        await this.showPreview(asked, typed, true);
      }
    });
  }

  private async showPreview(
    { cycle, visit, response }: Asked,
    typed: CycleFileTyped,
    isStale: boolean,
  ): Promise<void> {
    const { email } = visit.visitor;
    const change = await this.files.preview(cycle, email, fileOrderIn(typed));
    const { facts, actor } = await this.reading.participant(cycle, email);
    const content = cycleFilePreview(change, typed, { facts, isStale }, shownIn(cycle, visit));
    const { previewTitle } = cycleFileWords[visit.language];
    response.type('html').send(deskPage(previewTitle, content, visit, { actor, cycle }));
  }

  /** What is wrong with the file is told beside it, with what was typed kept. */
  private async orRefused(
    asked: Asked,
    typed: CycleFileTyped,
    work: () => Promise<void>,
  ): Promise<void> {
    const { response, visit } = asked;
    try {
      await work();
    } catch (error) {
      if (error instanceof InputError) {
        response.status(422);
        await this.form(asked, typed, fileProblemsView(error, visit.language));
      } else if (belongsBeside(error)) {
        response.status(409);
        await this.form(asked, typed, ruleView(error, visit.language));
      } else throw error;
    }
  }

  private async form(
    { cycle, visit, response }: Asked,
    typed: CycleFileTyped,
    message: Html | null,
  ): Promise<void> {
    const { actor } = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const content = cycleFileView(typed, message, shownIn(cycle, visit));
    const { title } = cycleFileWords[visit.language];
    response.type('html').send(deskPage(title, content, visit, { actor, cycle }));
  }
}

function shownIn(cycle: string, { language, proof }: Visit) {
  return { language, proof, path: pathOf(cycle) };
}

function pathOf(cycle: string): string {
  return `${changesPath(cycle)}/berkas`;
}
