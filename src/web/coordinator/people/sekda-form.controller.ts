import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { replaceSekda } from '../../../domain/commands/change-people.js';
import { DeskFilter } from '../../desk.filter.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { formWords } from './form-words.js';
import { SekdaForm } from './forms.js';
import { PeopleForms } from './people-forms.service.js';
import { sekdaFormView } from './person-forms.view.js';
import { typedSekda } from './typed.js';

/** The city's secretary, on the last rung of the ladder: one, or nobody. */
@Controller('koordinator/:cycle/orang/sekda')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class SekdaFormController {
  constructor(private readonly forms: PeopleForms) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { cycle, visit, response };
    const { sekda } = (await this.forms.open(asked)).facts.people;
    const content = sekdaFormView(sekda ?? { name: '', email: '' }, this.forms.shown(asked));
    await this.forms.show(asked, formWords[visit.language].setSekda, content);
  }

  @Post()
  async save(
    @Param() { cycle }: CyclePath,
    @Body() form: SekdaForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { value, problems } = typedSekda(form);
    await this.forms.submit(
      { cycle, visit, response },
      {
        ...{ problems, fields: {}, done: 'sekda' },
        order: ({ draft }) => replaceSekda(draft, value),
        title: formWords[visit.language].setSekda,
        again: (shown) => sekdaFormView(form, shown),
      },
    );
  }
}
