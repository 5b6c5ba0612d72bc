import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional } from 'class-validator';
import { IsText } from '../../../api/text.js';
import { webhookEvents, type WebhookEvent } from '../../../domain/webhook.js';

const longestTyped = 4000;

/** What is left out is said beside the field, in words. */
export class WebhookForm {
  @IsOptional()
  @IsText(longestTyped)
  readonly url: string = '';

  /** A form brings one box that is ticked as a text, several as a list, and none as nothing. */
  @Transform(({ value }: { value: unknown }) => (value === undefined ? [] : [value].flat()))
  @ArrayMaxSize(webhookEvents.length)
  @IsIn([...webhookEvents], { each: true })
  readonly events: readonly WebhookEvent[] = [];
}
