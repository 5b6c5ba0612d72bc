import { ArrayMaxSize, ArrayMinSize, IsIn, IsUUID } from 'class-validator';
import { webhookEvents, type WebhookEvent } from '../domain/webhook.js';
import { CyclePath } from './paths.js';
import { IsText } from './text.js';

const longestTyped = 4000;

export class WebhookBody {
  @IsText(longestTyped)
  readonly url!: string;

  /** All of them, unless some are named. */
  @ArrayMinSize(1)
  @ArrayMaxSize(webhookEvents.length)
  @IsIn([...webhookEvents], { each: true })
  readonly events: readonly WebhookEvent[] = webhookEvents;
}

export class WebhookPath extends CyclePath {
  @IsUUID()
  readonly webhook!: string;
}

export class WebhookDeliveryPath extends WebhookPath {
  @IsUUID()
  readonly delivery!: string;
}
