import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import type { Order } from '../../../assessment/plans.service.js';
import { putAssessor, retireAssessor } from '../../../domain/commands/change-people.js';
import type { Draft } from '../../../domain/draft.js';
import type { Assessor } from '../../../domain/people.js';
import { Refusal } from '../../../domain/refusal.js';
import { html } from '../../../platform/html.js';
import { DeskFilter } from '../../desk.filter.js';
import type { Language } from '../../language.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { Confirmations } from './confirmations.service.js';
import { formWords } from './form-words.js';
import { AssessorForm, ConfirmedForm } from './forms.js';
import { PeopleForms } from './people-forms.service.js';
import { peopleDone, peoplePath } from './people-path.js';
import { assessorFormView } from './person-forms.view.js';
import { typedAssessor } from './typed.js';

/** The field where a refusal is mended. */
const mendedIn = {
  unknown_unit: 'home',
  conflict_of_interest: 'home',
  duplicate_assessor: 'email',
};

interface AssessorQuery {
  readonly kode?: unknown;
}

/** One assessor: added, changed, retired. */
@Controller('koordinator/:cycle/orang/asesor')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class AssessorFormController {
  constructor(
    private readonly forms: PeopleForms,
    private readonly confirmations: Confirmations,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() { kode }: AssessorQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    const { people } = (await this.forms.open(asked)).facts;
    const known = people.assessors.find(({ code, retired }) => code === kode && !retired);
    if (kode !== undefined && !known) throw new Refusal('not_found');
    const form = assessorFormOf(known ?? null);
    const content = assessorFormView(form, people, this.forms.shown(asked));
    await this.forms.show(asked, titleOf(form, visit.language), content);
  }

  @Post()
  async save(
    @Param() { cycle }: CyclePath,
    @Body() form: AssessorForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { value, problems } = typedAssessor(form);
    await this.forms.submit(
      { cycle, visit, response },
      {
        ...{ problems, fields: mendedIn, done: 'assessor' },
        order: ({ draft }) => {
          checkAct(draft, form, value);
          putAssessor(draft, value);
        },
        title: titleOf(form, visit.language),
        again: (shown, { facts }) => assessorFormView(form, facts.people, shown),
      },
    );
  }

  @Get('hapus')
  async confirm(
    @Param() { cycle }: CyclePath,
    @Query() { kode }: AssessorQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const code = typeof kode === 'string' ? kode : '';
    await this.confirmations.confirm(
      { cycle, visit, response },
      retiring(code, cycle, visit.language),
    );
  }

  @Post('hapus')
  async retire(
    @Param() { cycle }: CyclePath,
    @Body() { who, shown }: ConfirmedForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    await this.confirmations.confirmed(asked, retiring(who, cycle, visit.language), shown);
  }
}

function assessorFormOf(assessor: Assessor | null): AssessorForm {
  const { code = '', name = '', email = '', unit = null } = assessor ?? {};
  return { act: assessor ? 'change' : 'add', code, name, email, home: unit ?? '' };
}

/** @throws Refusal duplicate_assessor, unknown_assessor, unknown_unit */
function checkAct(
  { facts }: Draft,
  { act }: AssessorForm,
  { code, unit }: Omit<Assessor, 'retired'>,
): void {
  const { assessors, units } = facts.people;
  const known = assessors.find((each) => each.code === code);
  const isActive = known !== undefined && !known.retired;
  if (act === 'add' && isActive) throw new Refusal('duplicate_assessor', { assessor: code });
  if (act === 'change' && !isActive) throw new Refusal('unknown_assessor', { assessor: code });
  const isHome = unit === null || unit === known?.unit || units.some((each) => each.code === unit);
  if (!isHome) throw new Refusal('unknown_unit', { unit });
}

function titleOf({ act, name }: AssessorForm, language: Language): string {
  const t = formWords[language];
  return act === 'add' ? t.addAssessor : t.changeAssessor(name);
}

function retiring(code: string, cycle: string, language: Language) {
  const t = formWords[language];
  const order: Order<string> = ({ draft }) => {
    retireAssessor(draft, code);
    return draft.facts.people.assessors.find((each) => each.code === code)?.name ?? code;
  };
  return {
    order,
    back: peoplePath(cycle),
    next: peopleDone(cycle, 'assessor-removed'),
    about: (name: string) => ({
      what: t.assessorRemoved(name),
      means: html`<p>${t.assessorRemovedMeans}</p>`,
      act: t.doRemove,
      action: `${peoplePath(cycle)}/asesor/hapus`,
      fields: { who: code },
    }),
  };
}
