import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { AddressFlaw } from '../assessment/webhook/address-flaw.js';
import { Webhooks } from '../assessment/webhook/webhooks.service.js';
import { InputError } from '../platform/input-error.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';
import { WebhookBody, WebhookDeliveryPath, WebhookPath } from './webhook-bodies.js';

const problems: Readonly<Record<AddressFlaw, string>> = {
  no_address: 'must be an address such as https://dasbor.kota.example/siklus',
  too_long: 'is too long',
  not_https: 'must be an https address',
  with_password: 'must not hold a user or a password',
  private: 'must not lead to this machine or to a private network',
  known: 'is a webhook of this cycle already',
  too_many: 'cannot be added: the cycle has as many webhooks as it may; remove one',
};

/** Addresses that are told what happens in a cycle. */
@Controller('api/v1/cycles/:cycle/webhooks')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class WebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  /** Without their secrets. */
  @Get()
  @Needs(['read'])
  async list(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    const { webhooks } = await this.webhooks.all(cycle, caller);
    return { webhooks };
  }

  /** The secret is shown this once. 422 `wrong_input` when the address cannot be taken. */
  @Post()
  @Needs(['coordinate'])
  async add(@Param() { cycle }: CyclePath, @Body() body: WebhookBody, @Caller() caller: string) {
    const added = await this.webhooks.add(cycle, caller, body);
    if (typeof added !== 'string') return added;
    throw new InputError({ file: 'form', line: null, field: 'url' }, problems[added]);
  }

  /** With all that was planned for it. */
  @Delete(':webhook')
  @Needs(['coordinate'])
  @HttpCode(204)
  async remove(@Param() { cycle, webhook }: WebhookPath, @Caller() caller: string): Promise<void> {
    await this.webhooks.remove(cycle, caller, webhook);
  }

  /** A new secret, shown this once. What is sent from now on is signed with it alone. */
  @Post(':webhook/secret')
  @Needs(['coordinate'])
  @HttpCode(200)
  async renewSecret(@Param() { cycle, webhook }: WebhookPath, @Caller() caller: string) {
    return { secret: await this.webhooks.renewSecret(cycle, caller, webhook) };
  }

  /** The last fifty, the newest first. */
  @Get(':webhook/deliveries')
  @Needs(['read'])
  async deliveries(@Param() { cycle, webhook }: WebhookPath, @Caller() caller: string) {
    const { deliveries } = await this.webhooks.deliveries(cycle, caller, webhook);
    return { deliveries };
  }

  /** Under the same id, at the next beat. */
  @Post(':webhook/deliveries/:delivery/send-again')
  @Needs(['coordinate'])
  @HttpCode(204)
  async sendAgain(
    @Param() { cycle, webhook, delivery }: WebhookDeliveryPath,
    @Caller() caller: string,
  ): Promise<void> {
    await this.webhooks.sendAgain(cycle, caller, { webhook, delivery });
  }
}
