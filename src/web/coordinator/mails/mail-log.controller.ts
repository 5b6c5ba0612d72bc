import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { IsText } from '../../../api/text.js';
import { ReadingService, type Participant } from '../../../assessment/reading.service.js';
import { isSameAddress } from '../../../domain/recipients.js';
import { Refusal } from '../../../domain/refusal.js';
import { MailLogStore, type Unreached } from '../../../notice/mail-log.store.js';
import { OutboxStore } from '../../../notice/outbox.store.js';
import { TestMailService, type Tested } from '../../../notice/test-mail.service.js';
import type { Html } from '../../../platform/html.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { csvOf } from '../../parts/table.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { mailColumns } from './mail-columns.js';
import { address, filterOf, pageOf, type MailQuery } from './mail-filter.js';
import { mailsTitle, mailsView, said } from './mail-log.view.js';
import { mailWords } from './mail-words.js';
import { mailsPath } from './mails-path.js';
import { fingerprintOf, resendView } from './resend.view.js';

const onePage = 50;

/** As they come: no order, no search of their own. */
const asListed = { search: '', sort: '', descending: false };

class MailPath extends CyclePath {
  @IsUUID()
  readonly mail!: string;
}

class ResendForm {
  /** What the mails were that somebody has seen. */
  @IsText(100)
  readonly shown: string = '';

  @IsText(100)
  readonly status: string = '';

  @IsText(100)
  readonly jenis: string = '';

  @IsText(100)
  readonly kepada: string = '';
}

interface LogQuery extends MailQuery {
  readonly format?: unknown;
  /** What was done, and to how many. */
  readonly selesai?: unknown;
}

interface Asked {
  readonly cycle: string;
  readonly query: LogQuery;
  readonly visit: Visit;
  readonly response: Response;
}

/** Surel: what went to whom, and what did not arrive. */
@Controller('koordinator/:cycle/surat')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class MailLogController {
  constructor(
    private readonly reading: ReadingService,
    private readonly log: MailLogStore,
    private readonly outbox: OutboxStore,
    private readonly tests: TestMailService,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: LogQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.read(cycle, visit);
    if (query.format === 'csv') {
      const { facts } = participant;
      const { phases } = facts;
      const told = { phases, zone: facts.cycle.zone, language: visit.language };
      const mails = await this.log.list(cycle, filterOf(query));
      const csv = csvOf(mailColumns(told), mails, asListed);
      response.attachment(`${facts.cycle.code}.csv`).type('csv').send(csv);
      return;
    }
    const message = doneText(query.selesai, visit);
    await this.page({ cycle, query, visit, response }, participant, message);
  }

  @Get('kirim-ulang')
  async confirm(
    @Param() { cycle }: CyclePath,
    @Query() query: LogQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.read(cycle, visit);
    const mails = await this.log.unreached(cycle, filterOf(query));
    this.ask(mails, { cycle, query, visit, response }, participant, false);
  }

  @Post('kirim-ulang')
  async resendAll(
    @Param() { cycle }: CyclePath,
    @Body() form: ResendForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.read(cycle, visit);
    const filter = filterOf(form);
    const mails = await this.log.unreached(cycle, filter);
    if (fingerprintOf(mails) !== form.shown || mails.length === 0) {
      response.status(409);
      this.ask(mails, { cycle, query: form, visit, response }, participant, true);
      return;
    }
    const ids = mails.map(({ id }) => id);
    const count = await this.outbox.resendAll(ids, participant.actor.name);
    response.redirect(303, address(mailsPath(cycle), filter, { selesai: String(count) }));
  }

  @Post(':mail/kirim-ulang')
  async resend(
    @Param() { cycle, mail }: MailPath,
    @Query() query: LogQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.read(cycle, visit);
    if (!(await this.log.has(cycle, mail))) throw new Refusal('not_found');
    if (await this.outbox.resend(mail, participant.actor.name)) {
      const to = address(mailsPath(cycle), filterOf(query), { selesai: 'satu' });
      response.redirect(303, to);
      return;
    }
    response.status(409);
    const message = said(mailWords[visit.language].notResent, 'problem');
    await this.page({ cycle, query, visit, response }, participant, message);
  }

  @Post('uji')
  @HttpCode(200)
  async test(
    @Param() { cycle }: CyclePath,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.read(cycle, visit);
    const { facts } = participant;
    const self = facts.people.coordinators.find((each) => isSameAddress(each, visit.visitor));
    if (!self) throw new Refusal('not_allowed');
    const tested = await this.tests.send(facts.cycle, self);
    if (tested.is === 'too-often') {
      response.status(429).setHeader('Retry-After', String(tested.minutes * 60));
    }
    const message = testedText(tested, visit);
    await this.page({ cycle, query: {}, visit, response }, participant, message);
  }

  /** @throws Refusal not_found, not_allowed */
  private read(cycle: string, { visitor }: Visit): Promise<Participant> {
    return this.reading.asCoordinator(cycle, visitor.email);
  }

  private ask(
    mails: readonly Unreached[],
    { cycle, query, visit, response }: Asked,
    { facts, actor }: Participant,
    isStale: boolean,
  ): void {
    const { language, proof } = visit;
    const isPaused = facts.cycle.state === 'paused';
    const shown = { language, proof, isPaused, isStale, path: mailsPath(cycle) };
    const content = resendView(mails, { ...shown, filter: filterOf(query) });
    const { confirm } = mailWords[language];
    response.type('html').send(deskPage(confirm, content, visit, { actor, cycle }));
  }

  private async page(
    { cycle, query, visit, response }: Asked,
    { facts, actor }: Participant,
    message: Html | null,
  ): Promise<void> {
    const { language, proof, visitor } = visit;
    const filter = filterOf(query);
    const [count, unreached] = await Promise.all([
      this.log.count(cycle, filter),
      this.log.unreached(cycle, filter),
    ]);
    const pages = Math.max(1, Math.ceil(count / onePage));
    const page = Math.min(pageOf(query), pages);
    const part = { limit: onePage, offset: (page - 1) * onePage };
    const content = mailsView({
      ...{ language, proof, filter, message, count, page, pages },
      path: mailsPath(cycle),
      phases: facts.phases,
      zone: facts.cycle.zone,
      email: visitor.email,
      mails: await this.log.list(cycle, filter, part),
      unreached: unreached.length,
    });
    response.type('html').send(deskPage(mailsTitle(language), content, visit, { actor, cycle }));
  }
}

function doneText(done: unknown, { language }: Visit): Html | null {
  const t = mailWords[language];
  if (done === 'satu') return said(t.resent, 'good');
  const isCount = typeof done === 'string' && /^\d{1,7}$/.test(done);
  return isCount ? said(t.allResent(Number(done)), 'good') : null;
}

function testedText(tested: Tested, { language, visitor: { email } }: Visit): Html {
  const t = mailWords[language];
  if (tested.is === 'accepted') return said(t.testAccepted(email), 'good');
  if (tested.is === 'refused') return said(t.testRefused(email), 'problem', tested.answer);
  return said(t.tooOften(tested.minutes), 'problem');
}
