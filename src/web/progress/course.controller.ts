import { Controller, Get, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../api/paths.js';
import { BurnUpService, type Course } from '../../report/burn-up.service.js';
import { DeskFilter } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import type { Language } from '../language.js';
import { csvOf, tableState, type TableQuery } from '../parts/table.js';
import { sheetOf, workbookOf } from '../parts/workbook.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { curveColumns, curveRows, outlookColumns } from './course-tables.js';
import { courseWords } from './course-words.js';
import { coursePage } from './course.view.js';

interface CourseQuery extends TableQuery {
  readonly format?: unknown;
  readonly isi?: unknown;
}

const asTheyStand = { search: '', sort: '', descending: false };

/** How far the phases have come: for coordinators, and for heads of units. */
@Controller('koordinator/:cycle/kemajuan')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class CourseController {
  constructor(private readonly courses: BurnUpService) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: CourseQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const course = await this.courses.of(cycle, visit.visitor.email);
    const { language, path } = visit;
    const { format } = query;
    if (format === 'csv' || format === 'xlsx') {
      const file =
        format === 'xlsx' ? await workbook(course, language) : csv(course, query, language);
      response.attachment(`${cycle}-kemajuan.${format}`).type(format).send(file);
      return;
    }
    const { title, content } = coursePage(course, language);
    const { actor } = course.overview;
    const shown = content({ language, path, state: tableState(query) });
    response.type('html').send(deskPage(title, shown, visit, { actor, cycle }));
  }
}

function csv(course: Course, query: CourseQuery, language: Language): string {
  if (query.isi === 'kurva') {
    return csvOf(curveColumns(language), curveRows(course.burnUps), asTheyStand);
  }
  return coursePage(course, language).csv(tableState(query));
}

function workbook(course: Course, language: Language): Promise<Buffer> {
  const { title, curve } = courseWords[language];
  return workbookOf([
    sheetOf(title, outlookColumns(course, language), course.outlooks),
    sheetOf(curve, curveColumns(language), curveRows(course.burnUps)),
  ]);
}
