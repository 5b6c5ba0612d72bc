import { Body, Controller, Get, Param, Post, Res, UseFilters, UseGuards } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { IsText } from '../../api/text.js';
import type { Response } from 'express';
import { DeskService } from '../../assessment/desk.service.js';
import { ExtensionRequests } from '../../assessment/extension/extension-requests.service.js';
import { FinishService } from '../../assessment/finish.service.js';
import { authoriseCoordinator } from '../../domain/assessment/actor.js';
import { Incomplete } from '../../domain/assessment/gaps.js';
import type { Html } from '../../platform/html.js';
import { OverviewService } from '../../report/overview.service.js';
import { CyclePath, IndicatorPath, SettlementPath } from '../../api/paths.js';
import { DeskFilter } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { PhaseForm } from '../unit/forms.js';
import { Visited, type Visit } from '../visit.js';
import { gapText } from '../words/work.js';
import { decisionsPath } from './decisions-path.js';
import { decisionGaps, decisionsTitle, decisionsView } from './decisions.view.js';

const shortText = 2_000;

class NihilForm {
  @IsIn(['yes', 'no'])
  readonly approved!: 'yes' | 'no';

  @IsText(shortText)
  readonly note: string = '';
}

class LevelForm {
  @IsText(4)
  readonly level!: string;

  @IsText(shortText)
  readonly note: string = '';
}

/** What waits for a coordinator: shared tasks, requests for more time, nihil, and assessors who differ. */
@Controller('koordinator/:cycle/keputusan')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class DecisionsController {
  constructor(
    private readonly overviews: OverviewService,
    private readonly desks: DeskService,
    private readonly finishing: FinishService,
    private readonly requests: ExtensionRequests,
  ) {}

  @Get()
  show(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    return this.page(cycle, visit, null);
  }

  @Post('selesai')
  async finish(
    @Param() { cycle }: CyclePath,
    @Body() { phase }: PhaseForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const task = { phase, unit: null, assessor: null };
      await this.finishing.finishOwn(cycle, visit.visitor.email, task);
      response.redirect(303, decisionsPath(cycle));
    } catch (error) {
      if (!(error instanceof Incomplete)) throw error;
      const texts = error.gaps.map((gap) => {
        return `${gap.indicator ?? gap.unit ?? ''}: ${gapText(gap, visit.language)}`;
      });
      const message = decisionGaps(texts, visit.language);
      response
        .status(422)
        .type('html')
        .send(await this.page(cycle, visit, message));
    }
  }

  @Post('nihil/:indicator')
  async decideNihil(
    @Param() { cycle, indicator }: IndicatorPath,
    @Body() { approved, note }: NihilForm,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const decision = { indicator, approved: approved === 'yes', note };
    await this.desks.perform(cycle, visitor.email, { do: 'decideNihil', ...decision });
    response.redirect(303, decisionsPath(cycle));
  }

  @Post('beda/:phase/:indicator')
  async settle(
    @Param() { cycle, phase, indicator }: SettlementPath,
    @Body() { level, note }: LevelForm,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const settled = { phase, indicator, level: level.replace(',', '.'), note };
    await this.desks.perform(cycle, visitor.email, { do: 'settle', ...settled });
    response.redirect(303, decisionsPath(cycle));
  }

  private async page(cycle: string, visit: Visit, message: Html | null): Promise<string> {
    const overview = await this.overviews.of(cycle, visit.visitor.email);
    const { actor } = overview;
    authoriseCoordinator(actor);
    const { language, proof } = visit;
    const requests = await this.requests.seenBy(overview);
    const shown = { language, proof, message, path: decisionsPath(cycle), requests };
    const content = decisionsView(overview, shown);
    return deskPage(decisionsTitle(language), content, visit, { actor, cycle });
  }
}
