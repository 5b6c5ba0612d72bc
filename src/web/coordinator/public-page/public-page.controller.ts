import { Body, Controller, Get, Param, Post, Res, UseFilters, UseGuards } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { IsText } from '../../../api/text.js';
import { PublicResults } from '../../../assessment/public-result/public-results.service.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import { isPublished } from '../../../domain/published.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { publicPagePath } from './public-page-path.js';
import { publicPageWords } from './public-page-words.js';
import { publicPageView } from './public-page.view.js';

const longest = 2_000;
/** More is told beside the field, and not thrown away. */
const readAtMost = 20_000;

class PublicPageForm {
  @IsIn(['yes', 'no'])
  readonly shown!: 'yes' | 'no';

  @IsText(readAtMost)
  readonly reason: string = '';
}

/** What was typed, and what is wrong with it. */
interface Typed {
  readonly reason: string;
  readonly error: string;
}

/** Whether anybody may read the result without signing in. */
@Controller('koordinator/:cycle/hasil-publik')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class PublicPageController {
  constructor(
    private readonly reading: ReadingService,
    private readonly results: PublicResults,
  ) {}

  @Get()
  show(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    return this.page(cycle, visit, { reason: '', error: '' });
  }

  @Post()
  async order(
    @Param() { cycle }: CyclePath,
    @Body() { shown, reason }: PublicPageForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const error = problemOf(reason, visit);
    if (error !== '') {
      const page = await this.page(cycle, visit, { reason, error });
      response.status(422).type('html').send(page);
      return;
    }
    const order = { shown: shown === 'yes', reason: reason.trim() };
    await this.results.order(cycle, visit.visitor.email, order);
    response.redirect(303, publicPagePath(cycle));
  }

  private async page(code: string, visit: Visit, typed: Typed): Promise<string> {
    const { facts, actor } = await this.reading.asCoordinator(code, visit.visitor.email);
    const { language, proof } = visit;
    const content = publicPageView({
      cycle: facts.cycle,
      isPublished: isPublished(facts),
      since: (await this.results.shown(code))?.shownAt ?? null,
      ...{ language, proof, ...typed },
    });
    return deskPage(publicPageWords[language].title, content, visit, { actor, cycle: code });
  }
}

function problemOf(reason: string, { language }: Visit): string {
  const { noReason, tooLong } = publicPageWords[language];
  if (reason.trim() === '') return noReason;
  return reason.length > longest ? tooLong : '';
}
