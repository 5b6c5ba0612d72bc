import type { IncomingHttpHeaders } from 'node:http';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import { IsIn, IsString, MaxLength } from 'class-validator';
import type { Response } from 'express';
import { Temporal } from 'temporal-polyfill';
import { CycleStore } from '../../cycle/cycle.store.js';
import { strides, TimeMachine, type Stride } from '../../engine/demonstration/time-machine.js';
import type { Inbox, InboxMail } from '../../notice/inbox.js';
import { page, type Frame } from '../page.js';
import { sendMailContent } from '../parts/mail.view.js';
import { Framed, VisitorGuard } from '../sign-in/session.guard.js';
import { longDate } from '../words/dates.js';
import { clockHead, clockView } from './clock.view.js';
import { inboxPageView, mailView } from './demonstration.view.js';
import { demonstrationWords } from './words.js';

export const INBOX = Symbol('inbox');

const perPage = 40;

class Move {
  @IsIn(strides)
  readonly stride!: Stride;
}

class Goal {
  @IsString()
  @MaxLength(100)
  readonly date!: string;
}

/** Clock and inbox of the demonstration; no such route exists in production. */
@Controller('demonstrasi')
@UseGuards(VisitorGuard)
export class DemonstrationController {
  constructor(
    private readonly machine: TimeMachine,
    private readonly cycles: CycleStore,
    @Inject(INBOX) private readonly inbox: Inbox | null,
  ) {}

  @Post('jam')
  @HttpCode(200)
  async move(
    @Body() { stride }: Move,
    @Headers() headers: IncomingHttpHeaders,
    @Res() response: Response,
  ): Promise<void> {
    const now = await this.machine.move(stride);
    if (headers.accept?.includes('application/json')) response.json({ now: now.toString() });
    else response.redirect(303, '/');
  }

  @Post('jam/tanggal')
  async moveTo(
    @Body() { date }: Goal,
    @Framed() frame: Frame,
    @Res() response: Response,
  ): Promise<void> {
    const goal = dateIn(date);
    const now = goal && (await this.machine.moveTo(goal));
    if (now) {
      response.redirect(303, '/');
      return;
    }
    const { language } = frame;
    const reach = await this.machine.reach();
    const t = demonstrationWords[language];
    const [from, until] = [reach?.from, reach?.until].map((day) => day && longDate(day, language));
    const error = goal ? t.outOfReach(from ?? '', until ?? '') : t.noDate;
    const content = clockView(reach, language, { date, error });
    response
      .status(422)
      .type('html')
      .send(page(t.clock, content, frame, { head: clockHead }));
  }

  @Get('surat')
  async list(@Query('dari') from: string | undefined, @Framed() frame: Frame): Promise<string> {
    const { language } = frame;
    const skip = Math.max(0, Number.parseInt(from ?? '0', 10) || 0);
    const entries = this.inbox?.latest(perPage, skip) ?? [];
    const given = { from: skip, count: this.inbox?.count ?? 0, zone: await this.zone() };
    return page(demonstrationWords[language].inbox, inboxPageView(entries, given, language), frame);
  }

  @Get('surat/:id')
  async read(@Param('id') id: string, @Framed() frame: Frame): Promise<string> {
    const mail = await this.find(id);
    return page(mail.subject, mailView(mail, await this.zone(), frame.language), frame);
  }

  @Get('surat/:id/isi')
  async content(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const { html } = await this.find(id);
    sendMailContent(response, html);
  }

  private async find(id: string): Promise<InboxMail> {
    const mail = await this.inbox?.find(id);
    if (!mail) throw new NotFoundException();
    return mail;
  }

  private async zone(): Promise<string> {
    const [cycle] = await this.cycles.all();
    return cycle?.zone ?? 'UTC';
  }
}

/** Null for what is no date. */
function dateIn(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text.trim());
  } catch {
    return null;
  }
}
