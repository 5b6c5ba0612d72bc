import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { mostVariants, type Variant } from '../assessment/target/target.store.js';
import { Targets, type Prospect } from '../assessment/target/targets.service.js';
import { authoriseCoordinator } from '../domain/assessment/actor.js';
import { compared as bounds, differing } from '../domain/target/differing.js';
import { whatIf } from '../domain/target/what-if.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';
import { ComparedBody, VariantBody, VariantPath } from './target-bodies.js';
import { basisIn, levelsIn, wrong } from './tried-levels.js';

/** Levels that somebody has tried out and kept. */
@Controller('api/v1/cycles/:cycle/variants')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class VariantsController {
  constructor(private readonly targets: Targets) {}

  /** The newest first. */
  @Get()
  @Needs(['read'])
  async list(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    const prospect = await this.targets.prospect(cycle, caller);
    const variants = await this.targets.variants(cycle);
    return { variants: variants.map((each) => variantIn(prospect, each)) };
  }

  /** 422 `wrong_input` when nothing is another level, and when it cannot be kept under this name. */
  @Post()
  @Needs(['coordinate'])
  async keep(
    @Param() { cycle }: CyclePath,
    @Body() { name, basis: asked, levels }: VariantBody,
    @Caller() caller: string,
  ) {
    const prospect = await this.targets.prospect(cycle, caller);
    authoriseCoordinator(prospect.actor);
    const { instrument, facts } = prospect;
    const basis = basisIn(prospect, asked);
    const tried = { base: basis.levels, changes: levelsIn(instrument, levels) };
    const { differences } = whatIf(instrument, facts.cycle.target, tried);
    if (differences.length === 0) throw wrong('levels', 'must change a level of the basis');
    const changes = Object.fromEntries(
      differences.map(({ indicator, to }) => [String(indicator), to]),
    );
    const kept = { name: name.trim(), basis: basis.code, changes };
    const id = await this.targets.keep(prospect, kept);
    if (id === null) {
      throw wrong('name', `is taken, or the cycle has ${mostVariants} variants, which is the most`);
    }
    return { id };
  }

  /** Side by side. */
  @Post('compare')
  @Needs(['read'])
  @HttpCode(200)
  async compare(
    @Param() { cycle }: CyclePath,
    @Body() { variants: asked }: ComparedBody,
    @Caller() caller: string,
  ) {
    const prospect = await this.targets.prospect(cycle, caller);
    const ids = [...new Set(asked.map((id) => id.toLowerCase()))];
    if (ids.length < bounds.fewest || ids.length > bounds.most) {
      throw wrong('variants', `must be ${bounds.fewest} to ${bounds.most} different ones`);
    }
    const variants = await this.targets.chosen(cycle, ids);
    return {
      variants: variants.map((each) => variantIn(prospect, each)),
      differing: differing(prospect.instrument, variants),
    };
  }

  @Delete(':variant')
  @Needs(['coordinate'])
  @HttpCode(204)
  async remove(@Param() { cycle, variant }: VariantPath, @Caller() caller: string): Promise<void> {
    await this.targets.remove(cycle, caller, variant);
  }
}

/** Who made it is told to coordinators alone. */
function variantIn({ instrument, facts, actor }: Prospect, variant: Variant) {
  const { id, name, basis, standing: base, changes, madeAt, madeBy } = variant;
  const tried = whatIf(instrument, facts.cycle.target, { base, changes });
  return { id, name, basis, madeAt, madeBy: actor.coordinator ? madeBy : null, ...tried };
}
