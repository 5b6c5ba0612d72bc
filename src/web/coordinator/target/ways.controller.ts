import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { Targets, waysFrom, type Prospect } from '../../../assessment/target/targets.service.js';
import { authoriseCoordinator } from '../../../domain/assessment/actor.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { namesIn } from './named.js';
import { waysPath, whatIfPath } from './target-paths.js';
import { effortsTyped, goalTyped, type GoalTyped } from './ways-form.js';
import { waysView, type WaysShown } from './ways.view.js';
import { waysWords } from './ways-words.js';
import type { Typed } from './what-if-form.js';

/** The least that has to rise for the index to get where it should. */
@Controller('koordinator/:cycle/jalan-ke-target')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class WaysController {
  constructor(private readonly targets: Targets) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: Typed,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const prospect = await this.targets.prospect(cycle, visit.visitor.email);
    const typed = goalTyped(query, prospect);
    const isWrong = typed.goal === null && typed.text !== '';
    const more = { done: query['disimpan'] !== undefined };
    const page = await this.page(prospect, typed, visit, more);
    response
      .status(isWrong ? 422 : 200)
      .type('html')
      .send(page);
  }

  @Post('bobot')
  async weigh(
    @Param() { cycle }: CyclePath,
    @Body() form: Typed,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const prospect = await this.targets.prospect(cycle, visit.visitor.email);
    authoriseCoordinator(prospect.actor);
    const typed = goalTyped(form, prospect);
    const efforts = effortsTyped(form, prospect, await this.targets.efforts(cycle));
    if (efforts === null) {
      const problem = waysWords[visit.language].wrongEfforts;
      response
        .status(422)
        .type('html')
        .send(await this.page(prospect, typed, visit, { problem }));
      return;
    }
    await this.targets.setEfforts(prospect, efforts);
    const { basis, kind, text } = typed;
    const query = new URLSearchParams({ dasar: basis.code, tujuan: kind, angka: text });
    response.redirect(303, `${waysPath(cycle)}?${query.toString()}&disimpan`);
  }

  private async page(
    prospect: Prospect,
    typed: GoalTyped,
    visit: Visit,
    more: Partial<WaysShown>,
  ): Promise<string> {
    const { facts, actor } = prospect;
    const { code: cycle } = facts.cycle;
    const efforts = await this.targets.efforts(cycle);
    const { goal, basis } = typed;
    const shown: WaysShown = {
      path: waysPath(cycle),
      whatIf: whatIfPath(cycle),
      prospect,
      typed,
      ways: goal === null ? null : waysFrom(prospect, { levels: basis.levels, goal, efforts }),
      efforts,
      named: namesIn(prospect),
      done: false,
      problem: null,
      ...more,
    };
    const { title } = waysWords[visit.language];
    return deskPage(title, waysView(shown, visit), visit, { actor, cycle });
  }
}
