import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { applyUnit } from '../../../assessment/participants/people-difference.js';
import type { Order } from '../../../assessment/plans.service.js';
import { addUnit, retireUnit } from '../../../domain/commands/change-units.js';
import { Refusal } from '../../../domain/refusal.js';
import { html } from '../../../platform/html.js';
import { DeskFilter } from '../../desk.filter.js';
import type { Language } from '../../language.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { assignmentsPath } from '../assignments-path.js';
import { Confirmations } from './confirmations.service.js';
import { formWords } from './form-words.js';
import { ConfirmedForm, UnitForm } from './forms.js';
import { PeopleForms } from './people-forms.service.js';
import { peopleDone, peoplePath } from './people-path.js';
import { typedUnit } from './typed.js';
import { unitFormOf, unitFormView } from './unit-form.view.js';

interface UnitQuery {
  readonly kode?: unknown;
}

interface Retirement {
  readonly unit: string;
  /** Numbers of the indicators that nobody leads then. */
  readonly leads: readonly number[];
}

/** One unit: added, changed, retired. */
@Controller('koordinator/:cycle/orang/opd')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class UnitFormController {
  constructor(
    private readonly forms: PeopleForms,
    private readonly confirmations: Confirmations,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() { kode }: UnitQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    const { facts } = await this.forms.open(asked);
    const unit = facts.people.units.find(({ code }) => code === kode) ?? null;
    if (kode !== undefined && !unit) throw new Refusal('not_found');
    const form = unitFormOf(unit);
    const content = unitFormView(form, this.forms.shown(asked));
    await this.forms.show(asked, titleOf(form, visit.language), content);
  }

  @Post()
  async save(
    @Param() { cycle }: CyclePath,
    @Body() form: UnitForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { value, problems } = typedUnit(form);
    const order: Order<void> = ({ draft }) => {
      if (form.act === 'add') addUnit(draft, value);
      else applyUnit(draft, draft.unit(value.code), value);
    };
    await this.forms.submit(
      { cycle, visit, response },
      {
        ...{ order, problems, fields: { duplicate_unit: 'code' } },
        done: form.act === 'add' ? 'unit-added' : 'unit-changed',
        title: titleOf(form, visit.language),
        again: (shown) => unitFormView(form, shown),
      },
    );
  }

  @Get('hentikan')
  async confirm(
    @Param() { cycle }: CyclePath,
    @Query() { kode }: UnitQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const unit = typeof kode === 'string' ? kode : '';
    await this.confirmations.confirm(
      { cycle, visit, response },
      retiring(unit, cycle, visit.language),
    );
  }

  @Post('hentikan')
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

function titleOf({ act, name }: UnitForm, language: Language): string {
  const t = formWords[language];
  return act === 'add' ? t.addUnit : t.changeUnit(name);
}

function retiring(unit: string, cycle: string, language: Language) {
  const t = formWords[language];
  const order: Order<Retirement> = (desk) => {
    retireUnit(desk.draft, unit);
    return { unit, leads: desk.ledBy(unit) };
  };
  const leadless = (leads: readonly number[]) =>
    html`<p>
      ${t.leads(leads.join(', '))}
      <a href="${assignmentsPath(cycle)}#penanggung-jawab">${t.setLead}</a>.
    </p>`;
  return {
    order,
    back: peoplePath(cycle),
    next: peopleDone(cycle, 'unit-retired'),
    about: ({ leads }: Retirement) => ({
      what: t.retired(unit),
      means: html`<p>${t.retiredMeans}</p>
        ${leads.length > 0 && leadless(leads)}`,
      act: t.doRetire,
      action: `${peoplePath(cycle)}/opd/hentikan`,
      fields: { who: unit },
    }),
  };
}
