import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { StreamableFile, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { PeoplePlans } from '../../../assessment/participants/people-plans.service.js';
import { ReadingService, type Participant } from '../../../assessment/reading.service.js';
import { authoriseCoordinator } from '../../../domain/assessment/actor.js';
import { BouncedStore } from '../../../notice/bounced.store.js';
import { SessionStore } from '../../../people/sign-in/session.store.js';
import { html } from '../../../platform/html.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { tableState, type TableQuery } from '../../parts/table.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import type { TablePage } from '../table-page.js';
import { peoplePath } from './people-path.js';
import { isDone, peopleWords } from './people-words.js';
import { officesOf } from './offices.js';
import { rolesPage } from './roles.view.js';
import { unitsPage, type PeopleShown } from './units.view.js';

interface PeopleQuery extends TableQuery {
  readonly format?: unknown;
  readonly selesai?: unknown;
}

interface Asked {
  readonly cycle: string;
  readonly query: PeopleQuery;
  readonly visit: Visit;
  readonly response: Response;
}

/** The coordinator's desk: who takes part. */
@Controller('koordinator/:cycle/orang')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class PeopleController {
  constructor(
    private readonly reading: ReadingService,
    private readonly sessions: SessionStore,
    private readonly bounced: BouncedStore,
    private readonly plans: PeoplePlans,
  ) {}

  @Get()
  async units(
    @Param() { cycle }: CyclePath,
    @Query() query: PeopleQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer({ cycle, query, visit, response }, unitsPage);
  }

  @Get('peran')
  async roles(
    @Param() { cycle }: CyclePath,
    @Query() query: PeopleQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer({ cycle, query, visit, response }, rolesPage);
  }

  @Get('unduh')
  @Header('Content-Disposition', 'attachment; filename="peserta.xlsx"')
  async download(@Param() { cycle }: CyclePath, @Visited() { visitor }: Visit) {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return new StreamableFile(await this.plans.export(cycle, visitor.email), { type });
  }

  private async answer(
    { cycle, query, visit, response }: Asked,
    pageOf: (participant: Participant, shown: PeopleShown) => TablePage,
  ): Promise<void> {
    const { visitor, language, path } = visit;
    const participant = await this.reading.participant(cycle, visitor.email);
    const { actor } = participant;
    authoriseCoordinator(actor);
    const everybody = officesOf(participant.facts.people, '').map(({ person }) => person.email);
    const seen = await this.sessions.lastSeen(everybody);
    const bounces = await this.bounced.of(cycle);
    const said = isDone(query.selesai) ? peopleWords[language].done[query.selesai] : null;
    const message = said === null ? null : html`<p class="good" role="status">${said}</p>`;
    const shown = { language, path: peoplePath(cycle), visitor, seen, bounces, message };
    const { title, csv, content } = pageOf(participant, shown);
    const state = tableState(query);
    if (query.format === 'csv') {
      response.attachment(`${participant.facts.cycle.code}.csv`).type('csv').send(csv(state));
      return;
    }
    const page = deskPage(title, content({ language, path, state }), visit, { actor, cycle });
    response.type('html').send(page);
  }
}
