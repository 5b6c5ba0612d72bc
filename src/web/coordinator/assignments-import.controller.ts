import { Controller, Param, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CyclePath } from '../../api/paths.js';
import { AssignmentPlans } from '../../assessment/assignment-plans.service.js';
import { AssignmentsService } from '../../assessment/assignments.service.js';
import { limits } from '../../assessment/import/sheet.js';
import type { SpreadsheetFile } from '../../assessment/import/spreadsheet.js';
import { ReadingService } from '../../assessment/reading.service.js';
import { Refusal } from '../../domain/refusal.js';
import { readForm, readTexts } from '../../platform/files/multipart.js';
import { SmallFiles } from '../../platform/files/small-files.js';
import { html, type Html } from '../../platform/html.js';
import { InputError } from '../../platform/input-error.js';
import { DeskFilter, isFromScript } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { assignmentWords } from './assignment-words.js';
import { assignmentsPath } from './assignments-path.js';
import { importView, problemsView } from './import.view.js';

/** A page of base64 is a third longer than what it stands for. */
const longestContent = Math.ceil(limits.bytes / 3) * 4;

interface Asked {
  readonly cycle: string;
  readonly visit: Visit;
  readonly request: Request;
  readonly response: Response;
}

/** A spreadsheet of assignments: shown first, then taken as it was shown. */
@Controller('koordinator/:cycle/penugasan/impor')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class AssignmentsImportController {
  private readonly spreadsheets = new SmallFiles(limits.bytes);

  constructor(
    private readonly reading: ReadingService,
    private readonly assignments: AssignmentsService,
    private readonly plans: AssignmentPlans,
  ) {}

  @Post()
  async preview(
    @Param() { cycle }: CyclePath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.reading.coordinator(cycle, visit.visitor.email);
    const { file } = await readForm(request, { file: 'file', fields: [] }, this.spreadsheets);
    const asked = { cycle, visit, request, response };
    await this.orProblems(asked, file, () => this.show(asked, file, false));
  }

  @Post('terapkan')
  async take(
    @Param() { cycle }: CyclePath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.reading.coordinator(cycle, visit.visitor.email);
    const fields = await readTexts(request, ['shown', 'name', 'content'] as const, longestContent);
    const { shown = '', name = '', content = '' } = fields;
    const file = { name, bytes: Buffer.from(content, 'base64') };
    const asked = { cycle, visit, request, response };
    await this.orProblems(asked, file, async () => {
      try {
        await this.assignments.takeImport(cycle, visit.visitor.email, file, shown);
        response.redirect(303, `${assignmentsPath(cycle)}?selesai=import`);
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'changed_meanwhile')) throw error;
        await this.show(asked, file, true);
      }
    });
  }

  private async show(asked: Asked, file: SpreadsheetFile, isStale: boolean): Promise<void> {
    const { cycle, visit, response } = asked;
    const plan = await this.plans.ofImport(cycle, visit.visitor.email, file);
    const { people } = plan.reader.facts;
    const content = importView(plan, { file, people, isStale }, shownTo(asked));
    response.status(isStale ? 409 : 200);
    await this.send(asked, content);
  }

  private async orProblems(
    asked: Asked,
    { name }: SpreadsheetFile,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // Only what succeeded is put into the page by the script; to the reader this is an answer too.
      asked.response.status(isFromScript(asked.request) ? 200 : 422);
      await this.send(asked, problemsView(error, name, shownTo(asked)));
    }
  }

  private async send({ cycle, visit, response }: Asked, content: Html): Promise<void> {
    const { actor } = await this.reading.coordinator(cycle, visit.visitor.email);
    const { title } = assignmentWords[visit.language];
    // Around what a script puts into the page of assignments, which has this heading already.
    const whole = html`<h1>${title}</h1>
      ${content}`;
    response.type('html').send(deskPage(title, whole, visit, { actor, cycle }));
  }
}

function shownTo({ cycle, visit: { language, visitor } }: Asked) {
  return { language, visitor, path: assignmentsPath(cycle) };
}
