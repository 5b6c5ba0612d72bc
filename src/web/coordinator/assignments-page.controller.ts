import { Body, Controller, Get, Header, Param, Post, Query, Res } from '@nestjs/common';
import { StreamableFile, UseFilters, UseGuards } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt } from 'class-validator';
import type { Response } from 'express';
import { CyclePath, ProposalQuery } from '../../api/paths.js';
import { IsText } from '../../api/text.js';
import { AssignmentPlans } from '../../assessment/assignment-plans.service.js';
import { AssignmentsService } from '../../assessment/assignments.service.js';
import { ReadingService, type Reader } from '../../assessment/reading.service.js';
import { html } from '../../platform/html.js';
import { answerTo, DeskFilter, isExpected } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { isChangedMeanwhile } from '../refused-beside.js';
import { tableState, type TableQuery } from '../parts/table.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { assignmentWords, isDone, type Done } from './assignment-words.js';
import { assignmentsDone, assignmentsPath } from './assignments-path.js';
import { assignmentsView, type AssignmentsShown } from './assignments.view.js';
import { assessorListing } from './assessors.view.js';
import { leadListing } from './leads.view.js';
import { proposalView } from './proposal.view.js';

const code = 100;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

class LeadForm {
  @Type(() => Number)
  @IsInt()
  readonly indicator!: number;

  /** Empty: nobody. */
  @IsText(code)
  readonly lead!: string;
}

class AssignForm {
  @IsText(code)
  readonly unit!: string;

  @IsText(code)
  readonly assessor!: string;

  /** Whose work goes on; empty: nobody's. */
  @IsText(code)
  readonly from: string = '';
}

class ProposalForm extends ProposalQuery {
  @IsText(code)
  readonly shown!: string;
}

interface PageQuery extends TableQuery {
  readonly indikator?: unknown;
  readonly opd?: unknown;
  readonly format?: unknown;
  readonly tabel?: unknown;
  readonly selesai?: unknown;
}

const listings = { penanggung: leadListing, asesor: assessorListing };

interface Asked {
  readonly cycle: string;
  readonly visit: Visit;
  readonly response: Response;
}

/** The coordinator's desk: who leads what, and who assesses whom. */
@Controller('koordinator/:cycle/penugasan')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class AssignmentsPageController {
  constructor(
    private readonly reading: ReadingService,
    private readonly assignments: AssignmentsService,
    private readonly plans: AssignmentPlans,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: PageQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const reader = await this.reading.coordinator(cycle, visit.visitor.email);
    const { selesai } = query;
    const said = isDone(selesai) ? assignmentWords[visit.language].done[selesai] : null;
    const message = said === null ? null : html`<p class="good" role="status">${said}</p>`;
    const shown = { ...shownTo(visit, cycle, query), message };
    if (query.format === 'csv') {
      const name = query.tabel === 'asesor' ? 'asesor' : 'penanggung';
      response.attachment(`${reader.facts.cycle.code}-${name}.csv`).type('csv');
      response.send(listings[name](reader, shown).csv(shown.state));
      return;
    }
    response.type('html').send(pageOf(reader, shown, visit));
  }

  @Post('penanggung-jawab')
  async lead(
    @Param() { cycle }: CyclePath,
    @Body() { indicator, lead }: LeadForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const unit = lead === '' ? null : lead;
    await this.perform({ cycle, visit, response }, 'lead', (email) =>
      this.assignments.lead(cycle, email, indicator, unit),
    );
  }

  @Post('asesor')
  async assign(
    @Param() { cycle }: CyclePath,
    @Body() { unit, assessor, from }: AssignForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.perform({ cycle, visit, response }, 'assigned', (email) =>
      from === ''
        ? this.assignments.assign(cycle, email, [{ unit, assessor }])
        : this.assignments.handOver(cycle, email, { unit, from, to: assessor }),
    );
  }

  @Get('usulan')
  propose(
    @Param() { cycle }: CyclePath,
    @Query() { perUnit }: ProposalQuery,
    @Visited() visit: Visit,
  ): Promise<string> {
    return this.proposal(cycle, visit, perUnit, false);
  }

  @Post('usulan')
  async takeProposal(
    @Param() { cycle }: CyclePath,
    @Body() { perUnit, shown }: ProposalForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    try {
      await this.plans.takeProposal(cycle, visit.visitor.email, { perUnit, shown });
      response.redirect(303, assignmentsDone(cycle, 'proposal'));
    } catch (error) {
      if (!isChangedMeanwhile(error)) throw error;
      const page = await this.proposal(cycle, visit, perUnit, true);
      response.status(409).type('html').send(page);
    }
  }

  @Get('unduh')
  @Header('Content-Disposition', 'attachment; filename="penugasan.xlsx"')
  async download(@Param() { cycle }: CyclePath, @Visited() { visitor }: Visit) {
    return new StreamableFile(await this.assignments.export(cycle, visitor.email), {
      type: workbook,
    });
  }

  /** What is refused is said on the page that asked for it. */
  private async perform(
    { cycle, visit, response }: Asked,
    done: Done,
    work: (email: string) => Promise<void>,
  ): Promise<void> {
    try {
      await work(visit.visitor.email);
      response.redirect(303, assignmentsDone(cycle, done));
    } catch (error) {
      if (!isExpected(error)) throw error;
      const { status, text } = answerTo(error, visit.language);
      if (status < 409) throw error;
      const message = html`<p class="problem" role="alert">${text}</p>`;
      const reader = await this.reading.coordinator(cycle, visit.visitor.email);
      const page = pageOf(reader, { ...shownTo(visit, cycle, {}), message }, visit);
      response.status(status).type('html').send(page);
    }
  }

  private async proposal(
    cycle: string,
    visit: Visit,
    perUnit: 1 | 2,
    isStale: boolean,
  ): Promise<string> {
    const plan = await this.plans.ofProposal(cycle, visit.visitor.email, perUnit);
    const { facts, actor } = plan.reader;
    const { language, proof } = visit;
    const about = { perUnit, people: facts.people, isStale };
    const content = proposalView(plan, about, { language, proof, path: assignmentsPath(cycle) });
    return deskPage(assignmentWords[language].proposal, content, visit, { actor, cycle });
  }
}

function shownTo(
  { language, proof, visitor }: Visit,
  cycle: string,
  query: PageQuery,
): Omit<AssignmentsShown, 'message'> {
  const chosen = { indikator: textOf(query.indikator), opd: textOf(query.opd) };
  return {
    language,
    proof,
    visitor,
    path: assignmentsPath(cycle),
    state: tableState(query),
    chosen,
  };
}

function pageOf(reader: Reader, shown: AssignmentsShown, visit: Visit): string {
  const content = assignmentsView(reader, shown);
  const { actor, facts } = reader;
  const { title } = assignmentWords[visit.language];
  return deskPage(title, content, visit, { actor, cycle: facts.cycle.code });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
