import { Controller, Get, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../api/paths.js';
import { ReadingService } from '../../assessment/reading.service.js';
import { JournalSearch, type JournalAsked } from '../../cycle/journal-search.store.js';
import { DeskFilter } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { csvOf } from '../parts/table.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { journalWanted, type JournalQuery, type JournalWanted } from './journal-query.js';
import { journalColumns, journalNames, journalView } from './journal.view.js';
import { journalWords } from './journal-words.js';

const pageLength = 200;
const asTheyCome = { search: '', sort: '', descending: false };

interface DeskQuery extends JournalQuery {
  readonly format?: unknown;
}

/** The coordinator's desk: everything that happened, filtered by the database. */
@Controller('koordinator/:cycle/jurnal')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class JournalPageController {
  constructor(
    private readonly reading: ReadingService,
    private readonly journal: JournalSearch,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: DeskQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { facts, actor } = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const { language, path } = visit;
    const wanted = journalWanted(query, facts.cycle.zone);
    const names = journalNames(facts, language);
    const isBad = Object.keys(wanted.problems).length > 0;
    const asked = { filter: wanted.filter, names, ...orderIn(wanted) };
    if (query.format === 'csv' && !isBad) {
      const rows = await this.journal.rows(cycle, asked, null);
      const columns = journalColumns(names, facts.cycle.zone, language);
      response
        .attachment(`${cycle}-jurnal.csv`)
        .type('csv')
        .send(csvOf(columns, rows, asTheyCome));
      return;
    }
    const found = isBad ? nothing : await this.page(cycle, asked, wanted.page);
    const shown = { wanted: { ...wanted, page: found.page }, ...found };
    const content = journalView({ language, path, facts, names, ...shown });
    const page = deskPage(journalWords[language].title, content, visit, { actor, cycle });
    response
      .status(isBad ? 422 : 200)
      .type('html')
      .send(page);
  }

  /** After the last page there is the last page. */
  private async page(cycle: string, asked: JournalAsked, wanted: number) {
    const count = await this.journal.count(cycle, asked);
    const pages = Math.max(1, Math.ceil(count / pageLength));
    const page = Math.min(wanted, pages);
    const after = (page - 1) * pageLength;
    const rows = await this.journal.rows(cycle, asked, { after, length: pageLength });
    return { page, pages, count, rows };
  }
}

const nothing = { page: 1, pages: 1, count: 0, rows: [] };

function orderIn({ state: { sort, descending } }: JournalWanted) {
  return { order: sort, descending };
}
