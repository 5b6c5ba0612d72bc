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
import { momentOf } from '../../../api/asked-form.js';
import { reasonLength } from '../../../api/change-bodies.js';
import { ExtensionRequestPath, GrantBody } from '../../../api/extension-bodies.js';
import { isMoment, IsText } from '../../../api/text.js';
import { ExtensionRequests } from '../../../assessment/extension/extension-requests.service.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import { belongsTo } from '../../../domain/assessment/actor.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Html } from '../../../platform/html.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { problemView } from '../../parts/problem.view.js';
import { belongsBeside, isChangedMeanwhile } from '../../refused-beside.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { refusalText } from '../../words/refusals.js';
import { decisionsPath } from '../decisions-path.js';
import { requestWords } from './request-words.js';
import { requestView, type RequestShown, type TypedDecision } from './request.view.js';

class UntilQuery {
  @IsText(20)
  readonly sampai: string = '';

  @IsText(20)
  readonly jam: string = '';
}

class RefusalForm {
  @IsText(reasonLength)
  readonly reason: string = '';
}

interface Asked {
  readonly place: ExtensionRequestPath;
  readonly visit: Visit;
}

type Grantable = Pick<RequestShown, 'grant' | 'message' | 'typed'>;

const untyped: TypedDecision = {
  ...{ date: '', time: '', dateFlaw: null },
  ...{ note: '', reason: '', reasonFlaw: null },
};

/** A unit's request for more time, and deciding it. */
@Controller('koordinator/:cycle/keputusan/dispensasi/:request')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class ExtensionDecisionController {
  constructor(
    private readonly reading: ReadingService,
    private readonly requests: ExtensionRequests,
  ) {}

  @Get()
  show(
    @Param() place: ExtensionRequestPath,
    @Query() { sampai, jam }: UntilQuery,
    @Visited() visit: Visit,
  ): Promise<string> {
    const typed = { ...untyped, date: sampai.trim(), time: jam.trim() };
    return this.page({ place, visit }, typed, null);
  }

  @Post('setujui')
  async grant(
    @Param() place: ExtensionRequestPath,
    @Body() { closes, shown, note }: GrantBody,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { cycle, request } = place;
    try {
      const grant = { granted: closes, shown, note: note.trim() };
      await this.requests.grant(cycle, visit.visitor.email, request, grant);
      response.redirect(303, pathOf(place));
    } catch (error) {
      if (!isAboutDecision(error)) throw error;
      const typed = { ...untyped, date: closes.slice(0, 10), time: closes.slice(11), note };
      const text = isChangedMeanwhile(error)
        ? requestWords[visit.language].changed
        : refusalText(error, visit.language);
      response
        .status(409)
        .type('html')
        .send(await this.page({ place, visit }, typed, problemView(text)));
    }
  }

  @Post('tolak')
  async refuse(
    @Param() place: ExtensionRequestPath,
    @Body() form: RefusalForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { cycle, request } = place;
    const { email } = visit.visitor;
    await this.reading.asCoordinator(cycle, email);
    const reason = form.reason.trim();
    if (reason === '') {
      const typed = { ...untyped, reasonFlaw: requestWords[visit.language].missing };
      response
        .status(422)
        .type('html')
        .send(await this.page({ place, visit }, typed, null));
      return;
    }
    await this.requests.refuse(cycle, email, request, reason);
    response.redirect(303, pathOf(place));
  }

  private async page(
    { place, visit }: Asked,
    typed: TypedDecision,
    message: Html | null,
  ): Promise<string> {
    const { cycle } = place;
    const { language, proof, visitor } = visit;
    const { facts, actor } = await this.reading.asCoordinator(cycle, visitor.email);
    const all = await this.requests.seenBy({ facts, actor });
    const request = all.find(({ id }) => id === place.request);
    if (!request) throw new Refusal('not_found', { request: place.request });
    const isOwn = belongsTo(actor, request.unit);
    const bare = { grant: null, typed, message };
    const grantable =
      isOwn || !request.asks ? bare : await this.tried({ place, visit }, request.wish, bare);
    const shown = { ...grantable, request, facts, isOwn, language, proof };
    const content = requestView({ ...shown, path: decisionsPath(cycle) });
    return deskPage(requestWords[language].title, content, visit, { actor, cycle });
  }

  /** What would come of what was typed, or of what was wished; or why it cannot be. */
  private async tried(
    { place, visit }: Asked,
    wish: string,
    { typed, message }: Grantable,
  ): Promise<Grantable> {
    const { language, visitor } = visit;
    const isTyped = typed.date !== '' || typed.time !== '';
    const granted = isTyped ? momentOf(typed.date, typed.time) : wish;
    if (!isMoment(granted)) {
      const dateFlaw = requestWords[language].noDate;
      return { grant: null, message, typed: { ...typed, dateFlaw } };
    }
    try {
      const { cycle, request } = place;
      const shown = await this.requests.preview(cycle, visitor.email, request, granted);
      return { grant: { ...shown, granted }, message, typed };
    } catch (error) {
      if (!isAboutDecision(error)) throw error;
      const text = refusalText(error, language);
      if (!isTyped) return { grant: null, message: message ?? problemView(text), typed };
      return { grant: null, message, typed: { ...typed, dateFlaw: text } };
    }
  }
}

/** Whose request it is belongs beside no field. */
function isAboutDecision(error: unknown): error is Refusal {
  return belongsBeside(error) && error.code !== 'own_request';
}

function pathOf({ cycle, request }: ExtensionRequestPath): string {
  return `${decisionsPath(cycle)}/dispensasi/${request}`;
}
