import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { WebhookDeliveryPath, WebhookPath } from '../../../api/webhook-bodies.js';
import { Webhooks } from '../../../assessment/webhook/webhooks.service.js';
import { webhookEvents } from '../../../domain/webhook.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { WebhookForm } from './webhook-form.js';
import { webhookWords } from './webhook-words.js';
import { deliveriesView, webhooksView, type WebhooksShown } from './webhook.view.js';

/** Addresses that are told what happens in a cycle, for its coordinators to add, look after and remove. */
@Controller('koordinator/:cycle/webhook')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class WebhookController {
  constructor(private readonly webhooks: Webhooks) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query('dihapus') removed: unknown,
    @Visited() visit: Visit,
  ): Promise<string> {
    return this.view(cycle, visit, { done: removed === undefined ? null : 'removed' });
  }

  /** Answers with the page itself: the secret is kept nowhere from which another page could take it. */
  @Post()
  @HttpCode(200)
  async add(
    @Param() { cycle }: CyclePath,
    @Body() form: WebhookForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const typed = { url: form.url.trim(), events: form.events };
    const t = webhookWords[visit.language];
    const noEvent = { typed, errors: { events: t.noEvent } };
    response.type('html');
    const added =
      typed.events.length > 0 ? await this.webhooks.add(cycle, visit.visitor.email, typed) : null;
    if (added !== null && typeof added !== 'string') {
      response.send(await this.view(cycle, visit, { fresh: added.secret }));
      return;
    }
    const wrong = added === null ? noEvent : { typed, errors: { url: t.flaws[added] } };
    response.status(422).send(await this.view(cycle, visit, wrong));
  }

  @Get(':webhook')
  async deliveries(
    @Param() { cycle, webhook: id }: WebhookPath,
    @Query('diulang') again: unknown,
    @Visited() visit: Visit,
  ): Promise<string> {
    const { email } = visit.visitor;
    const { facts, actor, webhook, deliveries } = await this.webhooks.deliveries(cycle, email, id);
    const done = again === undefined ? null : ('again' as const);
    const shown = { path: pathOf(cycle), zone: facts.cycle.zone, webhook, deliveries, done };
    const { deliveries: title } = webhookWords[visit.language];
    return deskPage(title, deliveriesView(shown, visit), visit, { actor, cycle });
  }

  @Post(':webhook/rahasia')
  @HttpCode(200)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async renewSecret(
    @Param() { cycle, webhook }: WebhookPath,
    @Visited() visit: Visit,
  ): Promise<string> {
    const fresh = await this.webhooks.renewSecret(cycle, visit.visitor.email, webhook);
    return this.view(cycle, visit, { fresh });
  }

  @Post(':webhook/hapus')
  async remove(
    @Param() { cycle, webhook }: WebhookPath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.webhooks.remove(cycle, visitor.email, webhook);
    response.redirect(303, `${pathOf(cycle)}?dihapus`);
  }

  @Post(':webhook/kirim-ulang/:delivery')
  async sendAgain(
    @Param() { cycle, webhook, delivery }: WebhookDeliveryPath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.webhooks.sendAgain(cycle, visitor.email, { webhook, delivery });
    response.redirect(303, `${pathOf(cycle)}/${webhook}?diulang`);
  }

  private async view(cycle: string, visit: Visit, more: Partial<WebhooksShown>): Promise<string> {
    const { email } = visit.visitor;
    const { facts, actor, webhooks } = await this.webhooks.all(cycle, email);
    const shown: WebhooksShown = {
      path: pathOf(cycle),
      overview: `/koordinator/${encodeURIComponent(cycle)}`,
      zone: facts.cycle.zone,
      webhooks,
      typed: { url: '', events: webhookEvents },
      errors: {},
      fresh: null,
      done: null,
      ...more,
    };
    const { title } = webhookWords[visit.language];
    return deskPage(title, webhooksView(shown, visit), visit, { actor, cycle });
  }
}

function pathOf(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/webhook`;
}
