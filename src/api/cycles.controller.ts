import {
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
import { CoordinationService } from '../assessment/coordination.service.js';
import { EarlierWorks } from '../assessment/earlier-work.service.js';
import { FinishService } from '../assessment/finish.service.js';
import { ReadingService } from '../assessment/reading.service.js';
import { ResultService } from '../assessment/result.service.js';
import type { PhaseKind } from '../domain/cycle.js';
import type { Scope } from '../people/scope.js';
import { CopyBody, FinishBody, LokusBody, PhaseUnitsBody } from './bodies.js';
import { Needs, requireScope } from './needs.js';
import { CyclePath, PhasePath, UnitPath } from './paths.js';
import { ErrorsFilter } from './errors.filter.js';
import { Caller, Scopes, SignedInGuard } from './signed-in.guard.js';

/** Publishing is not for a token that was issued to answer, even where its person may do both. */
const scopeToFinish: Readonly<Record<PhaseKind, Scope>> = {
  assignment: 'coordinate',
  briefing: 'answer',
  'self-assessment': 'answer',
  review: 'review',
  revision: 'answer',
  report: 'coordinate',
};

/** A cycle as a whole: who takes part, which tasks are finished, and what it comes to. */
@Controller('api/v1/cycles/:cycle')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class CyclesController {
  constructor(
    private readonly reading: ReadingService,
    private readonly finishing: FinishService,
    private readonly coordination: CoordinationService,
    private readonly earlier: EarlierWorks,
    private readonly results: ResultService,
  ) {}

  /** Phases, the caller's own tasks, and what they are to the cycle. */
  @Get()
  @Needs(['read'])
  async one(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    return this.reading.overview(cycle, caller);
  }

  /** Finishes the caller's task: submits, ends a review, publishes. */
  @Post('finish')
  @Needs(['answer', 'review', 'coordinate'])
  @HttpCode(204)
  async finish(
    @Param() { cycle }: CyclePath,
    @Body() { phase, unit }: FinishBody,
    @Caller() caller: string,
    @Scopes() scopes: readonly Scope[] | null,
  ): Promise<void> {
    const { facts } = await this.reading.participant(cycle, caller);
    const kind = facts.phases.find((each) => each.code === phase)?.kind;
    if (kind) requireScope(scopes, [scopeToFinish[kind]]);
    const assessor = await this.reading.assessorIn(cycle, caller, phase);
    await this.finishing.finishOwn(cycle, caller, { phase, unit, assessor });
  }

  /** Klaim, simulasi, terverifikasi: never mixed. */
  @Get('figures')
  @Needs(['read'])
  figures(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    return this.reading.figures(cycle, caller);
  }

  /** Null before it is published. */
  @Get('result')
  @Needs(['read'])
  async result(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    await this.reading.participant(cycle, caller);
    return { result: await this.results.published(cycle) };
  }

  @Put('lokus')
  @Needs(['coordinate'])
  @HttpCode(204)
  async lokus(
    @Param() { cycle }: CyclePath,
    @Body() { units }: LokusBody,
    @Caller() caller: string,
  ): Promise<void> {
    await this.coordination.chooseLokus(cycle, caller, units);
  }

  /** Which units a phase is for; null: all of them. */
  @Put('phases/:phase/units')
  @Needs(['coordinate'])
  @HttpCode(204)
  async chooseUnits(
    @Param() { cycle, phase }: PhasePath,
    @Body() { units }: PhaseUnitsBody,
    @Caller() caller: string,
  ): Promise<void> {
    await this.coordination.chooseUnits(cycle, caller, phase, units);
  }

  /** Answers of an earlier cycle as a start. */
  @Post('units/:unit/copy')
  @Needs(['answer'])
  @HttpCode(200)
  async copy(
    @Param() { cycle, unit }: UnitPath,
    @Body() { from }: CopyBody,
    @Caller() caller: string,
  ) {
    return { copied: await this.earlier.take(cycle, caller, unit, from) };
  }
}
