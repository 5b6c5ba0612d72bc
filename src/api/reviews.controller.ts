import {
  BadRequestException,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { DeskService } from '../assessment/desk.service.js';
import { ReadingService } from '../assessment/reading.service.js';
import { decideAssessment } from '../domain/assessment/decide-assessment.js';
import { actorOf } from '../domain/assessment/actor.js';
import type { Judgement } from '../domain/assessment/verdict.js';
import { AgreeBody, LevelBody, ReviewBody, VerdictBody } from './bodies.js';
import { Needs } from './needs.js';
import {
  CyclePath,
  ReviewedEvidencePath,
  ReviewedIndicatorPath,
  ReviewPath,
  SettlementPath,
} from './paths.js';
import { ErrorsFilter } from './errors.filter.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** An assessor's own reviews, and what a coordinator settles between two of them. */
@Controller('api/v1/cycles/:cycle')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class ReviewsController {
  constructor(
    private readonly reading: ReadingService,
    private readonly desks: DeskService,
  ) {}

  /** The caller's queue. */
  @Get('reviews')
  @Needs(['read'])
  list(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    return this.reading.queue(cycle, caller);
  }

  @Put('reviews/:phase/:unit/evidence/:evidence')
  @Needs(['review'])
  @HttpCode(204)
  async judge(
    @Param() { cycle, phase, unit, evidence }: ReviewedEvidencePath,
    @Body() body: VerdictBody,
    @Caller() caller: string,
  ): Promise<void> {
    const task = await this.reading.reviewTask(cycle, caller, { phase, unit });
    const { note } = body;
    const judgement = judgementIn(body);
    await this.desks.perform(cycle, caller, {
      do: 'judgeEvidence',
      task,
      evidence,
      judgement,
      note,
    });
  }

  @Put('reviews/:phase/:unit/indicators/:indicator')
  @Needs(['review'])
  async review(
    @Param() { cycle, phase, unit, indicator }: ReviewedIndicatorPath,
    @Body() body: ReviewBody,
    @Caller() caller: string,
  ) {
    const task = await this.reading.reviewTask(cycle, caller, { phase, unit });
    await this.desks.perform(cycle, caller, { do: 'reviewAnswer', task, indicator, ...body });
    return this.reading.sheet(cycle, caller, indicator);
  }

  /** Accepts all evidence and the claims of some answers: all of them, or none. */
  @Post('reviews/:phase/:unit/agree')
  @Needs(['review'])
  @HttpCode(204)
  async agree(
    @Param() { cycle, phase, unit }: ReviewPath,
    @Body() { indicators }: AgreeBody,
    @Caller() caller: string,
  ): Promise<void> {
    const task = await this.reading.reviewTask(cycle, caller, { phase, unit });
    await this.desks.change(cycle, caller, (desk) => {
      const actor = actorOf(desk.draft.facts.people, caller);
      for (const indicator of indicators) {
        decideAssessment(desk, { do: 'agree', task, indicator }, actor);
      }
    });
  }

  @Put('settlements/:phase/:indicator')
  @Needs(['coordinate'])
  async settle(
    @Param() { cycle, phase, indicator }: SettlementPath,
    @Body() body: LevelBody,
    @Caller() caller: string,
  ) {
    await this.desks.perform(cycle, caller, { do: 'settle', phase, indicator, ...body });
    return this.reading.sheet(cycle, caller, indicator);
  }
}

/** @throws BadRequestException */
function judgementIn({ verdict, reason }: VerdictBody): Judgement {
  if (verdict === 'diterima') return { kind: 'diterima' };
  if (reason === null) throw new BadRequestException(['reason is needed with verdict: revisi']);
  return { kind: 'revisi', reason };
}
