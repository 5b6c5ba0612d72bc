import { Body, Controller, HttpCode, Param, Post, UseFilters, UseGuards } from '@nestjs/common';
import { Targets, waysFrom } from '../assessment/target/targets.service.js';
import { goalIndex } from '../domain/target/goal.js';
import { whatIf } from '../domain/target/what-if.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';
import { WaysBody, WhatIfBody } from './target-bodies.js';
import { basisIn, levelsIn, wrong } from './tried-levels.js';

/** What the index could be, for coordinators and leaders. Works things out, and changes nothing. */
@Controller('api/v1/cycles/:cycle')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class TargetController {
  constructor(private readonly targets: Targets) {}

  /** The figures with other levels than in the basis. 422 `wrong_input` for a basis that there is not. */
  @Post('what-if')
  @Needs(['read'])
  @HttpCode(200)
  async whatIf(
    @Param() { cycle }: CyclePath,
    @Body() { basis: asked, levels }: WhatIfBody,
    @Caller() caller: string,
  ) {
    const prospect = await this.targets.prospect(cycle, caller);
    const { instrument, facts } = prospect;
    const basis = basisIn(prospect, asked);
    const tried = { base: basis.levels, changes: levelsIn(instrument, levels) };
    return { basis: basis.code, ...whatIf(instrument, facts.cycle.target, tried) };
  }

  /** By the coordinator's weights of effort. */
  @Post('ways-to-target')
  @Needs(['read'])
  @HttpCode(200)
  async ways(
    @Param() { cycle }: CyclePath,
    @Body() { basis: asked, goal: text }: WaysBody,
    @Caller() caller: string,
  ) {
    const prospect = await this.targets.prospect(cycle, caller);
    const { instrument, facts } = prospect;
    const basis = basisIn(prospect, asked);
    const goal = goalIndex(instrument, facts.cycle.target, { levels: basis.levels, asked: text });
    if (goal === null) throw wrong('goal', 'must be target, predikat or an index such as 4.20');
    const efforts = await this.targets.efforts(cycle);
    const ways = waysFrom(prospect, { levels: basis.levels, goal, efforts });
    return { basis: basis.code, goal, ...ways };
  }
}
