import { Body, Controller, Get, Header, Param, Post, Query, Res } from '@nestjs/common';
import { StreamableFile, UseFilters, UseGuards } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt } from 'class-validator';
import type { Response } from 'express';
import { CyclePath, ProposalQuery } from '../../api/paths.js';
import { IsText } from '../../api/text.js';
import { AssignmentPlans } from '../../assessment/assignment-plans.service.js';
import { AssignmentsService } from '../../assessment/assignments.service.js';
import { ReadingService } from '../../assessment/reading.service.js';
import { Refusal } from '../../domain/refusal.js';
import { html, type Html } from '../../platform/html.js';
import { answerTo, DeskFilter, isExpected } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { assignmentWords, isDone, type Done } from './assignment-words.js';
import { assignmentsPath } from './assignments-path.js';
import { assignmentsView } from './assignments.view.js';
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

class ReleaseForm {
  @IsText(code)
  readonly unit!: string;

  @IsText(code)
  readonly assessor!: string;
}

class AssignForm extends ReleaseForm {
  /** Whose work goes on; empty: nobody's. */
  @IsText(code)
  readonly from: string = '';
}

class ProposalForm extends ProposalQuery {
  @IsText(code)
  readonly shown!: string;
}

interface PageQuery {
  readonly indikator?: unknown;
  readonly opd?: unknown;
  readonly selesai?: unknown;
}

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
  show(
    @Param() { cycle }: CyclePath,
    @Query() query: PageQuery,
    @Visited() visit: Visit,
  ): Promise<string> {
    const { selesai } = query;
    const said = isDone(selesai) ? assignmentWords[visit.language].done[selesai] : null;
    const message = said === null ? null : html`<p class="good" role="status">${said}</p>`;
    return this.page(cycle, visit, message, query);
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

  @Post('asesor/lepas')
  async release(
    @Param() { cycle }: CyclePath,
    @Body() { unit, assessor }: ReleaseForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.perform({ cycle, visit, response }, 'released', (email) =>
      this.assignments.unassign(cycle, email, { unit, assessor }),
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
      await this.assignments.takeProposal(cycle, visit.visitor.email, { perUnit, shown });
      response.redirect(303, `${assignmentsPath(cycle)}?selesai=proposal`);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'changed_meanwhile')) throw error;
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
      response.redirect(303, `${assignmentsPath(cycle)}?selesai=${done}`);
    } catch (error) {
      if (!isExpected(error)) throw error;
      const { status, text } = answerTo(error, visit.language);
      if (status < 409) throw error;
      const message = html`<p class="problem" role="alert">${text}</p>`;
      response
        .status(status)
        .type('html')
        .send(await this.page(cycle, visit, message));
    }
  }

  private async page(
    cycle: string,
    visit: Visit,
    message: Html | null,
    { indikator, opd }: PageQuery = {},
  ): Promise<string> {
    const reader = await this.reading.coordinator(cycle, visit.visitor.email);
    const { language, proof, visitor } = visit;
    const chosen = { indicator: textOf(indikator), unit: textOf(opd) };
    const path = assignmentsPath(cycle);
    const content = assignmentsView(reader, { language, path, proof, visitor, message, chosen });
    const { actor } = reader;
    return deskPage(assignmentWords[language].title, content, visit, { actor, cycle });
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

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
