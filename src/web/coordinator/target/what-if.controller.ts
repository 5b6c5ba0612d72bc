import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { isCharacters } from '../../../api/text.js';
import { longestName } from '../../../assessment/target/target.store.js';
import { Targets, type Prospect } from '../../../assessment/target/targets.service.js';
import { authoriseCoordinator } from '../../../domain/assessment/actor.js';
import { compared } from '../../../domain/target/differing.js';
import { whatIf } from '../../../domain/target/what-if.js';
import { DeskFilter, isFromScript } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { comparedView } from './compare.view.js';
import { namesIn } from './named.js';
import { triedAt, waysPath, whatIfPath } from './target-paths.js';
import { levelsTyped, type LevelsTyped, type Typed } from './what-if-form.js';
import { whatIfView, type WhatIfShown } from './what-if.view.js';
import { whatIfWords } from './what-if-words.js';

class VariantPath extends CyclePath {
  @IsUUID()
  readonly variant!: string;
}

/** What the index would be with other levels: to try out, to keep and to compare. */
@Controller('koordinator/:cycle/andaikan')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class WhatIfController {
  constructor(private readonly targets: Targets) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: Typed,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const prospect = await this.targets.prospect(cycle, visit.visitor.email);
    const typed = levelsTyped(query, prospect);
    const { wrong } = typed;
    const t = whatIfWords[visit.language];
    const isWrong = Object.keys(wrong).length > 0;
    // A script shows the sentence, and leaves the fields as they are.
    if (isWrong && isFromScript(response.req)) {
      const why = prospect.instrument.decimals === 0 ? t.wrongWhole : t.wrongDecimals;
      const said = `${t.wrongAt(Object.keys(wrong).join(', '))} ${why}`;
      response.status(422).type('text/plain').send(said);
      return;
    }
    const done =
      query['disimpan'] !== undefined ? 'kept' : query['dihapus'] !== undefined && 'removed';
    const page = await this.page(prospect, typed, visit, {
      done: done || null,
      problem: isWrong ? t.wrong : null,
    });
    response
      .status(isWrong ? 422 : 200)
      .type('html')
      .send(page);
  }

  @Post('varian')
  async keep(
    @Param() { cycle }: CyclePath,
    @Body() form: Typed,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const prospect = await this.targets.prospect(cycle, visit.visitor.email);
    authoriseCoordinator(prospect.actor);
    const typed = levelsTyped(form, prospect);
    const { basis, changes } = typed;
    const t = whatIfWords[visit.language];
    const name = typeof form['nama'] === 'string' ? form['nama'].trim() : '';
    const path = whatIfPath(cycle);
    const wrong = nameProblem(name, t) ?? (Object.keys(changes).length === 0 ? t.unchanged : null);
    const kept = wrong ?? (await this.targets.keep(prospect, { name, basis: basis.code, changes }));
    if (wrong === null && kept !== null) {
      response.redirect(303, `${triedAt(path, basis.code, changes)}&disimpan#varian`);
      return;
    }
    const page = await this.page(prospect, typed, visit, { name, wrongName: wrong ?? t.taken });
    response.status(422).type('html').send(page);
  }

  @Post('varian/:variant/hapus')
  async remove(
    @Param() { cycle, variant }: VariantPath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.targets.remove(cycle, visitor.email, variant);
    response.redirect(303, `${whatIfPath(cycle)}?dihapus`);
  }

  @Get('banding')
  async compare(
    @Param() { cycle }: CyclePath,
    @Query('varian') asked: unknown,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const prospect = await this.targets.prospect(cycle, visit.visitor.email);
    const ids = [...new Set([asked ?? []].flat())];
    const t = whatIfWords[visit.language];
    response.type('html');
    if (ids.length < compared.fewest || ids.length > compared.most) {
      const page = await this.page(prospect, levelsTyped({}, prospect), visit, {
        problem: t.tooFew,
      });
      response.status(422).send(page);
      return;
    }
    const variants = await this.targets.chosen(cycle, ids.map(String));
    const { actor } = prospect;
    const shown = { path: whatIfPath(cycle), prospect, named: namesIn(prospect), variants };
    response.send(
      deskPage(t.compared, comparedView(shown, visit.language), visit, { actor, cycle }),
    );
  }

  private async page(
    prospect: Prospect,
    typed: LevelsTyped,
    visit: Visit,
    more: Partial<WhatIfShown>,
  ): Promise<string> {
    const { facts, instrument, actor } = prospect;
    const { code: cycle, target } = facts.cycle;
    const { basis, changes } = typed;
    const shown: WhatIfShown = {
      path: whatIfPath(cycle),
      ways: `${waysPath(cycle)}?dasar=${encodeURIComponent(basis.code)}`,
      prospect,
      typed,
      tried: whatIf(instrument, target, { base: basis.levels, changes }),
      named: namesIn(prospect),
      variants: await this.targets.variants(cycle),
      done: null,
      problem: null,
      name: '',
      wrongName: null,
      ...more,
    };
    const { title } = whatIfWords[visit.language];
    return deskPage(title, whatIfView(shown, visit), visit, { actor, cycle });
  }
}

function nameProblem(
  name: string,
  { noName, longName }: Readonly<Record<'noName' | 'longName', string>>,
): string | null {
  if (name === '') return noName;
  return [...name].length > longestName || !isCharacters(name) ? longName : null;
}
