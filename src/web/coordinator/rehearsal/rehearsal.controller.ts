import { Controller, Get, Inject, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import type { Clock } from '../../../domain/clock.js';
import { rehearse, ways } from '../../../domain/rehearsal.js';
import { rehearsalLog } from '../../../engine/rehearsal-log.js';
import { CLOCK } from '../../../platform/clock.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { tableState, type TableQuery } from '../../parts/table.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { rehearsalWords } from './rehearsal-words.js';
import { rehearsalView } from './rehearsal.view.js';

interface RehearsalQuery extends TableQuery {
  readonly cara?: unknown;
  readonly format?: unknown;
}

/** The rest of the year, tried on a copy. It knows neither the outbox nor the mail server, and writes nothing. */
@Controller('koordinator/:cycle/coba')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class RehearsalController {
  constructor(
    private readonly reading: ReadingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: RehearsalQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { facts, actor } = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const way = ways.find((each) => each === query.cara) ?? null;
    const lines = way && rehearsalLog(rehearse(facts, this.clock.now(), way), facts);
    if (lines && query.format === 'jsonl') {
      response.attachment(`${cycle}-coba-${way}.jsonl`).type('application/jsonl');
      response.send(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      return;
    }
    const { language, path } = visit;
    const run = way && lines && { way, lines };
    const content = rehearsalView({ language, path, facts, run, state: tableState(query) });
    const { title } = rehearsalWords[language];
    response.type('html').send(deskPage(title, content, visit, { actor, cycle }));
  }
}
