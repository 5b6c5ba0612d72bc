import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  Inject,
  Param,
  Post,
  Query,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import { DeskService } from '../../assessment/desk.service.js';
import type { AssessmentCommand } from '../../domain/assessment/commands/command.js';
import type { Clock } from '../../domain/clock.js';
import { Refusal } from '../../domain/refusal.js';
import { SERVER_CLOCK } from '../../platform/clock.js';
import { html, type Html } from '../../platform/html.js';
import { DeskFilter } from '../desk.filter.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { savedView } from './answer.view.js';
import { changedView, typedIn } from './draft.js';
import { isChangedMeanwhile } from '../refused-beside.js';
import { AnswerForm, CommentForm, ReasonForm } from './forms.js';
import { AnswerPath } from './paths.js';
import { pathOf, UnitDesk } from './unit-desk.service.js';
import { words } from './words.js';

/** One answer: its form, its thread, and asking for nihil. */
@Controller('opd/:cycle/:unit/indikator/:indicator')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class AnswerController {
  constructor(
    private readonly desk: UnitDesk,
    private readonly desks: DeskService,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(
    @Param() place: AnswerPath,
    @Query('tersimpan') saved: unknown,
    @Visited() visit: Visit,
  ): Promise<string> {
    const message =
      saved === undefined
        ? null
        : html`<p class="good" role="status">${words[visit.language].draftSaved}</p>`;
    return this.desk.answer(place, place.indicator, visit, { message });
  }

  @Post()
  async save(
    @Param() place: AnswerPath,
    @Body() form: AnswerForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    try {
      await this.store(place, form, visit);
      response.redirect(303, `${answerPath(place)}?tersimpan`);
    } catch (error) {
      if (!isChangedMeanwhile(error)) throw error;
      const shown = { message: changedView(error, visit), typed: typedIn(form) };
      const page = await this.desk.answer(place, place.indicator, visit, shown);
      response.status(409).type('html').send(page);
    }
  }

  /** While somebody writes: answers with what the page is to know next. */
  @Post('simpan')
  async autosave(
    @Param() place: AnswerPath,
    @Body() form: AnswerForm,
    @Visited() visit: Visit,
  ): Promise<string> {
    const t = words[visit.language];
    try {
      const zone = await this.store(place, form, visit);
      const time = this.clock.now().toZonedDateTimeISO(zone).toPlainTime();
      const at = time.toString({ smallestUnit: 'minute' }).replace(':', '.');
      return autosavedView(t.saved(at), form.version + 1, visit).toString();
    } catch (error) {
      if (!(error instanceof Refusal) || isNotTheirs(error)) throw error;
      const text = isChangedMeanwhile(error) ? t.changed(error.detail['by'] ?? '') : t.unsaved;
      return autosavedView(text, form.version, visit).toString();
    }
  }

  @Post('nihil')
  async askNihil(
    @Param() place: AnswerPath,
    @Body() { reason }: ReasonForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { indicator } = place;
    await this.perform(place, visit, response, { do: 'askNihil', indicator, reason });
  }

  @Post('nihil/tarik')
  async withdrawNihil(
    @Param() place: AnswerPath,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { indicator } = place;
    await this.perform(place, visit, response, { do: 'withdrawNihil', indicator });
  }

  @Post('pesan')
  async comment(
    @Param() place: AnswerPath,
    @Body() { text, objection }: CommentForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { indicator } = place;
    const said = { id: randomUUID(), indicator, text, objection: objection === 'yes' };
    await this.perform(place, visit, response, { do: 'comment', ...said });
  }

  /** @returns the cycle's zone */
  private store(place: AnswerPath, form: AnswerForm, { visitor }: Visit): Promise<string> {
    const { indicator } = place;
    const content = { ...typedIn(form), version: form.version };
    return this.desks.performAt(place, visitor.email, { do: 'saveAnswer', indicator, ...content });
  }

  private async perform(
    place: AnswerPath,
    { visitor }: Visit,
    response: Response,
    command: AssessmentCommand,
  ): Promise<void> {
    await this.desks.performAt(place, visitor.email, command);
    response.redirect(303, answerPath(place));
  }
}

function answerPath(place: AnswerPath): string {
  return `${pathOf(place)}/indikator/${place.indicator}`;
}

/** Trying again would not help. */
function isNotTheirs({ code }: Refusal): boolean {
  return code === 'not_found' || code === 'not_allowed';
}

/** Both are put in place of their namesakes. */
function autosavedView(text: string, version: number, { language }: Visit): Html {
  return html`${savedView(text, language)}
    <input type="hidden" name="version" id="version" value="${version}" hx-swap-oob="true" />`;
}
