import {
  Controller,
  Inject,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
  UseGuards,
  ValidationPipe,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { DeskService } from '../../assessment/desk.service.js';
import { EvidenceService } from '../../assessment/evidence.service.js';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../domain/clock.js';
import { CLOCK } from '../../platform/clock.js';
import { readFormMaybeFile } from '../../platform/files/multipart.js';
import type { ReceivedFile } from '../../platform/files/receive-file.js';
import { Uploads } from '../../platform/files/uploads.js';
import { answerTo, DeskFilter, isExpected } from '../desk.filter.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { changedView, typedIn } from './draft.js';
import { isChangedMeanwhile } from '../refused-beside.js';
import { AnswerForm } from './forms.js';
import { AnswerPath } from './paths.js';
import { pathOf, UnitDesk } from './unit-desk.service.js';

const fields = ['version', 'level', 'fact', 'analysis', 'evidenceLevel'] as const;
/** In bytes: as many characters as a text may have, each as long as one can be. */
const longest = 80_000;

const toForm = new ValidationPipe({ transform: true });

interface Sent {
  readonly place: AnswerPath;
  readonly visit: Visit;
  readonly form: AnswerForm;
}

/**
 * The whole form of an answer together with a file, in one go. Without script no draft saves itself: a form of its own
 * for the file would lose what was typed beside it.
 */
@Controller('opd/:cycle/:unit/indikator/:indicator/berkas-dan-draf')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class DraftWithFileController {
  constructor(
    private readonly desk: UnitDesk,
    private readonly desks: DeskService,
    private readonly evidence: EvidenceService,
    private readonly uploads: Uploads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  async save(
    @Param() place: AnswerPath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const acceptedAt = this.clock.now();
    const { texts, file, refused } = await this.receive(request);
    try {
      const sent = { place, visit, form: await formOf(texts) };
      if (!(await this.isStored(sent, response))) return;
      await this.attach(sent, { file, refused, acceptedAt }, response);
    } finally {
      if (file) await this.uploads.discard(file);
    }
  }

  private async receive(request: Request): Promise<Received> {
    let texts: object = {};
    try {
      const onRefused = (kept: object): void => {
        texts = kept;
      };
      const shape = { file: 'file', fields, longest, onRefused } as const;
      const { fields: sent, file } = await readFormMaybeFile(request, shape, this.uploads);
      return { texts: sent, file, refused: null };
    } catch (error) {
      if (isExpected(error)) return { texts, file: null, refused: error };
      throw error;
    }
  }

  /** Otherwise it is said what somebody else has stored meanwhile. */
  private async isStored(sent: Sent, response: Response): Promise<boolean> {
    const { place, visit, form } = sent;
    const { indicator } = place;
    const content = { ...typedIn(form), version: form.version };
    const command = { do: 'saveAnswer', indicator, ...content } as const;
    try {
      await this.desks.performAt(place, visit.visitor.email, command);
      return true;
    } catch (error) {
      if (!isChangedMeanwhile(error)) throw error;
      const message = changedView(error, visit);
      await this.showAgain(response, 409, sent, { message, typed: typedIn(form) });
      return false;
    }
  }

  /** The draft is stored: what becomes of the file is another matter. */
  private async attach(
    sent: Sent,
    {
      file,
      refused,
      acceptedAt,
    }: Omit<Received, 'texts'> & { readonly acceptedAt: Temporal.Instant },
    response: Response,
  ): Promise<void> {
    const { place, visit, form } = sent;
    const { cycle, unit, indicator } = place;
    const level = Number(form.evidenceLevel);
    try {
      if (refused) throw refused;
      const where = { indicator, level, unit, atAddress: true } as const;
      if (file) {
        await this.evidence.attachFile(cycle, visit.visitor.email, where, { file, acceptedAt });
      }
      const path = `${pathOf(place)}/indikator/${indicator}?tersimpan`;
      response.redirect(303, file ? `${path}#evidence-${level}` : path);
    } catch (error) {
      if (!isExpected(error)) throw error;
      const { status, text } = answerTo(error, visit.language);
      await this.showAgain(response, status, sent, { untaken: { level, text, name: '', url: '' } });
    }
  }

  private async showAgain(
    response: Response,
    status: number,
    { place, visit }: Sent,
    shown: Parameters<UnitDesk['answer']>[3],
  ): Promise<void> {
    const page = await this.desk.answer(place, place.indicator, visit, shown);
    response.status(status).type('html').send(page);
  }
}

interface Received {
  readonly texts: object;
  readonly file: ReceivedFile | null;
  /** Why it was not taken. */
  readonly refused: Error | null;
}

function formOf(texts: object): Promise<AnswerForm> {
  return toForm.transform(texts, { type: 'body', metatype: AnswerForm }) as Promise<AnswerForm>;
}
