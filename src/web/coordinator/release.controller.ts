import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../api/paths.js';
import { IsText } from '../../api/text.js';
import type { Order } from '../../assessment/plans.service.js';
import { unassignAssessor } from '../../domain/commands/assign-assessor.js';
import type { Assignment } from '../../domain/people.js';
import { html } from '../../platform/html.js';
import { DeskFilter } from '../desk.filter.js';
import type { Language } from '../language.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { assignmentWords } from './assignment-words.js';
import { assignmentsDone, assignmentsPath } from './assignments-path.js';
import { Confirmations, type Destructive } from './people/confirmations.service.js';

const longest = 100;

class ReleaseForm {
  @IsText(longest)
  readonly unit!: string;

  @IsText(longest)
  readonly assessor!: string;

  @IsText(longest)
  readonly shown!: string;
}

interface ReleaseQuery {
  readonly opd?: unknown;
  readonly asesor?: unknown;
}

/** By name. */
interface Released {
  readonly unit: string;
  readonly assessor: string;
}

/** Takes an assessor off a unit. */
@Controller('koordinator/:cycle/penugasan/asesor/lepas')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class ReleaseController {
  constructor(private readonly confirmations: Confirmations) {}

  @Get()
  async confirm(
    @Param() { cycle }: CyclePath,
    @Query() { opd, asesor }: ReleaseQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const assignment = { unit: textOf(opd), assessor: textOf(asesor) };
    const what = releasing(assignment, cycle, visit.language);
    await this.confirmations.confirm({ cycle, visit, response }, what);
  }

  @Post()
  async release(
    @Param() { cycle }: CyclePath,
    @Body() { unit, assessor, shown }: ReleaseForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const what = releasing({ unit, assessor }, cycle, visit.language);
    await this.confirmations.confirmed({ cycle, visit, response }, what, shown);
  }
}

function releasing(
  { unit, assessor }: Assignment,
  cycle: string,
  language: Language,
): Destructive<Released> {
  const t = assignmentWords[language];
  const path = assignmentsPath(cycle);
  const order: Order<Released> = ({ draft }) => {
    unassignAssessor(draft, { unit, assessor });
    const person = draft.facts.people.assessors.find(({ code }) => code === assessor);
    return { unit: draft.unit(unit).name, assessor: person?.name ?? assessor };
  };
  return {
    order,
    back: path,
    next: assignmentsDone(cycle, 'released'),
    about: (names) => ({
      what: t.releasedFrom(names.assessor, names.unit),
      means: html`<p>${t.releaseHint}</p>`,
      act: t.doRelease,
      action: `${path}/asesor/lepas`,
      fields: { unit, assessor },
    }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
