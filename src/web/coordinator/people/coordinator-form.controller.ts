import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import type { Order } from '../../../assessment/plans.service.js';
import { replaceCoordinators } from '../../../domain/commands/change-people.js';
import type { People, Person } from '../../../domain/people.js';
import { isSameAddress } from '../../../domain/recipients.js';
import { Refusal } from '../../../domain/refusal.js';
import { html } from '../../../platform/html.js';
import { DeskFilter } from '../../desk.filter.js';
import type { Language } from '../../language.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { Confirmations } from './confirmations.service.js';
import { formWords } from './form-words.js';
import { ConfirmedForm, CoordinatorForm } from './forms.js';
import { PeopleForms } from './people-forms.service.js';
import { peopleDone, peoplePath } from './people-path.js';
import { coordinatorFormView } from './person-forms.view.js';
import { typedCoordinator } from './typed.js';

interface CoordinatorQuery {
  readonly surel?: unknown;
}

/** One coordinator: added, changed, removed. */
@Controller('koordinator/:cycle/orang/koordinator')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class CoordinatorFormController {
  constructor(
    private readonly forms: PeopleForms,
    private readonly confirmations: Confirmations,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() { surel }: CoordinatorQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    const { people } = (await this.forms.open(asked)).facts;
    const { name, email } =
      surel === undefined ? { name: '', email: '' } : coordinatorIn(people, surel);
    const form = { was: email, name, email };
    const content = coordinatorFormView(form, visit.visitor.email, this.forms.shown(asked));
    await this.forms.show(asked, titleOf(form, visit.language), content);
  }

  @Post()
  async save(
    @Param() { cycle }: CyclePath,
    @Body() form: CoordinatorForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { value, problems } = typedCoordinator(form);
    await this.forms.submit(
      { cycle, visit, response },
      {
        ...{ problems, fields: { duplicate_coordinator: 'email' }, done: 'coordinator' },
        order: ({ draft }) => {
          replaceCoordinators(draft, withCoordinator(draft.facts.people, form.was, value));
        },
        title: titleOf(form, visit.language),
        again: (shown) => coordinatorFormView(form, visit.visitor.email, shown),
      },
    );
  }

  @Get('hapus')
  async confirm(
    @Param() { cycle }: CyclePath,
    @Query() { surel }: CoordinatorQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const email = typeof surel === 'string' ? surel : '';
    await this.confirmations.confirm({ cycle, visit, response }, removing(email, cycle, visit));
  }

  @Post('hapus')
  async remove(
    @Param() { cycle }: CyclePath,
    @Body() { who, shown }: ConfirmedForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.confirmations.confirmed(
      { cycle, visit, response },
      removing(who, cycle, visit),
      shown,
    );
  }
}

/** @throws Refusal not_found */
function coordinatorIn({ coordinators }: Pick<People, 'coordinators'>, email: unknown): Person {
  const found = coordinators.find((each) => each.email === email);
  if (!found) throw new Refusal('not_found');
  return found;
}

/** In the place of who is changed, else at the end. @throws Refusal duplicate_coordinator, not_found */
function withCoordinator(people: People, was: string, next: Person): Person[] {
  const all = people.coordinators.map(({ name, email }) => ({ name, email }));
  const others = all.filter(({ email }) => email !== was);
  if (others.some((each) => isSameAddress(each, next))) {
    throw new Refusal('duplicate_coordinator', { email: next.email });
  }
  if (was === '') return [...all, next];
  const known = coordinatorIn(people, was);
  return all.map((each) => (each.email === known.email ? next : each));
}

function titleOf({ was, name }: CoordinatorForm, language: Language): string {
  const t = formWords[language];
  return was === '' ? t.addCoordinator : t.changeCoordinator(name);
}

function removing(email: string, cycle: string, { language, visitor }: Visit) {
  const t = formWords[language];
  const order: Order<string> = ({ draft }) => {
    const { people } = draft.facts;
    const { name } = coordinatorIn(people, email);
    const others = people.coordinators.filter((each) => each.email !== email);
    replaceCoordinators(
      draft,
      others.map((each) => ({ name: each.name, email: each.email })),
    );
    return name;
  };
  const isSelf = isSameAddress(visitor, { email });
  return {
    order,
    back: peoplePath(cycle),
    // The page of people is not for who is a coordinator no more.
    next: isSelf ? '/' : peopleDone(cycle, 'coordinator-removed'),
    about: (name: string) => ({
      what: t.coordinatorRemoved(name),
      means: html`<p>${t.coordinatorRemovedMeans}</p>
        ${isSelf && html`<p class="problem">${t.yourself}</p>`}`,
      act: t.doRemove,
      action: `${peoplePath(cycle)}/koordinator/hapus`,
      fields: { who: email },
    }),
  };
}
