import {
  Body,
  Controller,
  Get,
  Param,
  Post,
  Query,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import { FinishService } from '../../assessment/finish.service.js';
import { Incomplete } from '../../domain/assessment/gaps.js';
import { html, type Html } from '../../platform/html.js';
import { DeskFilter } from '../desk.filter.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { gapText } from '../words/work.js';
import { extensionWords } from './extension-words.js';
import { gapsView } from './desk.view.js';
import { PhaseForm } from './forms.js';
import { UnitPath } from '../../api/paths.js';
import { pathOf, UnitDesk, type Taken } from './unit-desk.service.js';
import { words } from './words.js';

/** What was done a moment ago, as the address of the page says. */
type DeskQuery = Readonly<Partial<Record<'terkirim' | 'dispensasi' | 'diambil' | 'dari', unknown>>>;

/** The desk of an OPD: what is due, and sending it. */
@Controller('opd/:cycle/:unit')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class UnitController {
  constructor(
    private readonly desk: UnitDesk,
    private readonly finishing: FinishService,
  ) {}

  @Get()
  show(
    @Param() place: UnitPath,
    @Query() query: DeskQuery,
    @Visited() visit: Visit,
  ): Promise<string> {
    const { language } = visit;
    const { sent: asked, withdrawn } = extensionWords[language];
    const of = new Map<unknown, string>([
      ['terkirim', asked],
      ['ditarik', withdrawn],
    ]);
    const { terkirim, dispensasi } = query;
    const text = terkirim === undefined ? of.get(dispensasi) : words[language].sent;
    return this.desk.desk(place, visit, {
      message: text === undefined ? null : doneView(text),
      taken: takenIn(query),
    });
  }

  @Post('kirim')
  async send(
    @Param() { cycle, unit }: UnitPath,
    @Body() { phase }: PhaseForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const path = pathOf({ cycle, unit });
    try {
      const task = { phase, unit, assessor: null };
      await this.finishing.finishOwn(cycle, visit.visitor.email, task);
      response.redirect(303, `${path}?terkirim`);
    } catch (error) {
      if (!(error instanceof Incomplete)) throw error;
      const gaps = error.gaps.map((gap) => {
        return { indicator: gap.indicator, text: gapText(gap, visit.language) };
      });
      const message = gapsView(gaps, path, visit.language);
      response
        .status(422)
        .type('html')
        .send(await this.desk.desk({ cycle, unit }, visit, { message }));
    }
  }
}

/** Whatever else stands there is of no unit's indicators. */
function takenIn({ diambil, dari }: DeskQuery): Taken | null {
  if (typeof diambil !== 'string' || typeof dari !== 'string') return null;
  return { indicators: diambil.split(',').map(Number), cycle: dari };
}

function doneView(text: string): Html {
  return html`<p class="good" role="status">${text}</p>`;
}
