import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  Param,
  Post,
  Query,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import { DeskService } from '../../assessment/desk.service.js';
import { EvidenceService } from '../../assessment/evidence.service.js';
import { FinishService } from '../../assessment/finish.service.js';
import { ReadingService } from '../../assessment/reading.service.js';
import { actorOf } from '../../domain/assessment/actor.js';
import type { AssessmentCommand } from '../../domain/assessment/commands/command.js';
import { decideAssessment } from '../../domain/assessment/decide-assessment.js';
import type { Desk } from '../../domain/assessment/desk.js';
import { Incomplete } from '../../domain/assessment/gaps.js';
import { Refusal } from '../../domain/refusal.js';
import { sendFile } from '../../platform/files/send-file.js';
import { html, type Html } from '../../platform/html.js';
import {
  CyclePath,
  EvidencePath,
  IndicatorPath,
  ReviewedIndicatorPath,
  ReviewPath,
} from '../../api/paths.js';
import { DeskFilter } from '../desk.filter.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { refusalText } from '../words/refusals.js';
import { gapText } from '../words/work.js';
import { AssessorDesk, deskPath, reviewPath } from './assessor-desk.service.js';
import { AgreeForm, MessageForm } from './forms.js';
import { commandsIn, type ReviewForm } from './read-review.js';
import { words } from './words.js';

/** The desk of an assessor. */
@Controller('asesor/:cycle')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class AssessorController {
  constructor(
    private readonly desk: AssessorDesk,
    private readonly desks: DeskService,
    private readonly reading: ReadingService,
    private readonly finishing: FinishService,
    private readonly evidence: EvidenceService,
  ) {}

  @Get()
  queue(
    @Param() { cycle }: CyclePath,
    @Query('selesai') finished: unknown,
    @Visited() visit: Visit,
  ): Promise<string> {
    const text = words[visit.language].finished;
    return this.desk.queue(cycle, visit, finished === undefined ? null : good(text));
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

  /** In a frame of the review. */
  @Get('bukti/:evidence/lihat')
  async look(
    @Param() { cycle, evidence }: EvidencePath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.evidence.open(cycle, visitor.email, evidence), 'inline');
  }

  @Post('indikator/:indicator/pesan')
  async comment(
    @Param() { cycle, indicator }: IndicatorPath,
    @Body() { text, phase, unit }: MessageForm,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const said = { id: randomUUID(), indicator, text, objection: false };
    await this.desks.perform(cycle, visitor.email, { do: 'comment', ...said });
    const isOfReview = phase !== '' && unit !== '';
    const answer = `${reviewPath({ cycle, phase, unit })}/${indicator}#thread`;
    response.redirect(303, isOfReview ? answer : deskPath(cycle));
  }

  @Post(':phase/:unit/setuju')
  async agree(
    @Param() place: ReviewPath,
    @Body() { indicator }: AgreeForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.carryOut(place, visit, (_, task) =>
      indicator.map((no) => ({ do: 'agree', task, indicator: no })),
    );
    response.redirect(303, deskPath(place.cycle));
  }

  @Post(':phase/:unit/selesai')
  async finish(
    @Param() { cycle, phase, unit }: ReviewPath,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { email } = visit.visitor;
    try {
      const assessor = await this.reading.assessorIn(cycle, email, phase);
      await this.finishing.finishOwn(cycle, email, { phase, unit, assessor });
      response.redirect(303, `${deskPath(cycle)}?selesai`);
    } catch (error) {
      if (!(error instanceof Incomplete)) throw error;
      const message = gapsView(error, reviewPath({ cycle, phase, unit }), visit);
      response
        .status(422)
        .type('html')
        .send(await this.desk.queue(cycle, visit, message));
    }
  }

  @Get(':phase/:unit/:indicator')
  show(
    @Param() place: ReviewedIndicatorPath,
    @Query('tersimpan') saved: unknown,
    @Visited() visit: Visit,
  ): Promise<string> {
    const text = words[visit.language].saved;
    return this.desk.review(place, visit, { message: saved === undefined ? null : good(text) });
  }

  /** All verdicts and the level at once: together, or not at all. */
  @Post(':phase/:unit/:indicator')
  async save(
    @Param() place: ReviewedIndicatorPath,
    @Body() form: ReviewForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const { indicator } = place;
      await this.carryOut(place, visit, (desk, task) =>
        commandsIn(form, desk, { task, indicator }),
      );
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'not_found') throw error;
      const page = await this.desk.review(place, visit, { ...problem(error, visit), form });
      response.status(422).type('html').send(page);
      return;
    }
    const next = form['then'] === 'next' ? await this.desk.next(place, visit.visitor.email) : null;
    response.redirect(303, `${reviewPath(place)}/${next ?? `${place.indicator}?tersimpan`}`);
  }

  private async carryOut(
    { cycle, phase, unit }: ReviewPath,
    { visitor: { email } }: Visit,
    commands: (desk: Desk, task: string) => AssessmentCommand[],
  ): Promise<void> {
    const task = await this.reading.reviewTask(cycle, email, { phase, unit });
    await this.desks.change(cycle, email, (desk) => {
      const actor = actorOf(desk.draft.facts.people, email);
      for (const command of commands(desk, task)) decideAssessment(desk, command, actor);
    });
  }
}

function good(text: string): Html {
  return html`<p class="good" role="status">${text}</p>`;
}

/** Beside the level where it is the level's, else above everything. */
function problem(error: Refusal, { language }: Visit): { message?: Html; levelError?: string } {
  const t = words[language];
  if (error.code === 'level_not_reached') {
    return { levelError: t.tooHigh(error.detail['reached'] ?? '') };
  }
  const text = error.code === 'changed_meanwhile' ? t.meanwhile : refusalText(error, language);
  if (error.code === 'level_not_allowed') return { levelError: text };
  return { message: html`<p class="problem" role="alert">${text}</p>` };
}

function gapsView({ gaps }: Incomplete, base: string, { language }: Visit): Html {
  return html`<div class="problem" role="alert">
    <p>${words[language].incomplete}</p>
    <ul>
      ${gaps.map(
        (gap) =>
          html`<li>
            <a href="${base}/${gap.indicator ?? ''}"
              >${gap.indicator ?? ''}: ${gapText(gap, language)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}
