import { Body, Controller, HttpCode, Param, Post, UseFilters, UseGuards } from '@nestjs/common';
import {
  Targets,
  waysFrom,
  type Basis,
  type Prospect,
} from '../assessment/target/targets.service.js';
import { Refusal } from '../domain/refusal.js';
import { allowedLevels, parseLevel } from '../domain/scoring.js';
import { goalIndex } from '../domain/target/goal.js';
import { whatIf } from '../domain/target/what-if.js';
import { InputError } from '../platform/input-error.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';
import { WaysBody, WhatIfBody } from './target-bodies.js';

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
    const changes = levels.map(({ indicator, level }): [string, string] => {
      if (!instrument.indicators.some(({ no }) => no === indicator)) {
        throw new Refusal('unknown_indicator', { indicator: String(indicator) });
      }
      const parsed = parseLevel(instrument, level);
      if (parsed !== null) return [String(indicator), parsed];
      throw new Refusal('level_not_allowed', { level, allowed: allowedLevels(instrument) });
    });
    const tried = { base: basis.levels, changes: Object.fromEntries(changes) };
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

function basisIn({ bases }: Prospect, asked: string | null): Basis {
  const [first] = bases;
  const found = asked === null ? first : bases.find(({ code }) => code === asked);
  if (found) return found;
  throw wrong('basis', `must be one of ${bases.map(({ code }) => code).join(', ')}`);
}

function wrong(field: string, problem: string): InputError {
  return new InputError({ file: 'form', line: null, field }, problem);
}
