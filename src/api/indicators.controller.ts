import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Delete,
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
import {
  AnswerBody,
  AssignIndicatorBody,
  CommentBody,
  DecisionBody,
  LevelBody,
  ReasonBody,
} from './bodies.js';
import { Needs } from './needs.js';
import { CyclePath, IndicatorPath } from './paths.js';
import { ErrorsFilter } from './errors.filter.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** An indicator, its answer and what is said of it. */
@Controller('api/v1/cycles/:cycle/indicators')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class IndicatorsController {
  constructor(
    private readonly reading: ReadingService,
    private readonly desks: DeskService,
  ) {}

  /** All that the caller may read. */
  @Get()
  @Needs(['read'])
  list(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    return this.reading.sheets(cycle, caller);
  }

  @Get(':indicator')
  @Needs(['read'])
  one(@Param() { cycle, indicator }: IndicatorPath, @Caller() caller: string) {
    return this.reading.sheet(cycle, caller, indicator);
  }

  /** Who leads it, who supports it, and the city's own title. */
  @Put(':indicator')
  @Needs(['coordinate'])
  async assign(
    @Param() { cycle, indicator }: IndicatorPath,
    @Body() body: AssignIndicatorBody,
    @Caller() caller: string,
  ) {
    await this.desks.perform(cycle, caller, { do: 'assignIndicator', indicator, ...body });
    return this.reading.sheet(cycle, caller, indicator);
  }

  /** Saves the draft: as often as the writer pauses. */
  @Put(':indicator/answer')
  @Needs(['answer'])
  async save(
    @Param() { cycle, indicator }: IndicatorPath,
    @Body() body: AnswerBody,
    @Caller() caller: string,
  ) {
    await this.desks.perform(cycle, caller, { do: 'saveAnswer', indicator, ...body });
    return this.reading.sheet(cycle, caller, indicator);
  }

  @Put(':indicator/external')
  @Needs(['coordinate'])
  async external(
    @Param() { cycle, indicator }: IndicatorPath,
    @Body() body: LevelBody,
    @Caller() caller: string,
  ) {
    await this.desks.perform(cycle, caller, { do: 'setExternal', indicator, ...body });
    return this.reading.sheet(cycle, caller, indicator);
  }

  @Put(':indicator/nihil')
  @Needs(['answer'])
  async askNihil(
    @Param() { cycle, indicator }: IndicatorPath,
    @Body() body: ReasonBody,
    @Caller() caller: string,
  ) {
    await this.desks.perform(cycle, caller, { do: 'askNihil', indicator, ...body });
    return this.reading.sheet(cycle, caller, indicator);
  }

  @Delete(':indicator/nihil')
  @Needs(['answer'])
  async withdrawNihil(@Param() { cycle, indicator }: IndicatorPath, @Caller() caller: string) {
    await this.desks.perform(cycle, caller, { do: 'withdrawNihil', indicator });
    return this.reading.sheet(cycle, caller, indicator);
  }

  @Put(':indicator/nihil/decision')
  @Needs(['coordinate'])
  async decideNihil(
    @Param() { cycle, indicator }: IndicatorPath,
    @Body() body: DecisionBody,
    @Caller() caller: string,
  ) {
    await this.desks.perform(cycle, caller, { do: 'decideNihil', indicator, ...body });
    return this.reading.sheet(cycle, caller, indicator);
  }

  @Post(':indicator/comments')
  @Needs(['answer', 'review', 'coordinate'])
  @HttpCode(201)
  async comment(
    @Param() { cycle, indicator }: IndicatorPath,
    @Body() body: CommentBody,
    @Caller() caller: string,
  ) {
    const id = randomUUID();
    await this.desks.perform(cycle, caller, { do: 'comment', id, indicator, ...body });
    return { id };
  }
}
