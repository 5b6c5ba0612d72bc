import { Body, Controller, Get, HttpCode, Param, Put, UseFilters, UseGuards } from '@nestjs/common';
import { Targets } from '../assessment/target/targets.service.js';
import { effortOf } from '../domain/target/effort.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';
import { EffortsBody } from './target-bodies.js';
import { requireIndicator } from './tried-levels.js';

/** What it takes to raise each indicator: the ways to a target go by it. */
@Controller('api/v1/cycles/:cycle/efforts')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class EffortsController {
  constructor(private readonly targets: Targets) {}

  /** Of every indicator, also where nobody has said anything. */
  @Get()
  @Needs(['read'])
  async list(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    const { instrument } = await this.targets.prospect(cycle, caller);
    const said = await this.targets.efforts(cycle);
    const efforts = instrument.indicators.map((each) => {
      return { indicator: each.no, ...effortOf(said, each) };
    });
    return { efforts };
  }

  @Put()
  @Needs(['coordinate'])
  @HttpCode(204)
  async set(
    @Param() { cycle }: CyclePath,
    @Body() { efforts }: EffortsBody,
    @Caller() caller: string,
  ): Promise<void> {
    const prospect = await this.targets.prospect(cycle, caller);
    for (const { indicator } of efforts) requireIndicator(prospect.instrument, indicator);
    const said = efforts.map(({ indicator, effort, highest }) => {
      return [String(indicator), { effort, highest }] as const;
    });
    await this.targets.setEfforts(prospect, Object.fromEntries(said));
  }
}
