import { webhookEvents } from '../../domain/webhook.js';
import { instant, list, object, oneOf, orNull, text, uuid, whole, type Schema } from './schema.js';

const event = oneOf(...webhookEvents);

/** What the API says of webhooks. */
export const webhookAnswers: Readonly<Record<string, Schema>> = {
  Webhook: object({
    id: uuid,
    url: text,
    events: list(event),
    createdAt: instant,
    createdBy: text,
  }),
  WebhookDelivery: object({
    id: uuid,
    event,
    state: oneOf('waiting', 'sent', 'failed'),
    attempts: whole,
    plannedAt: instant,
    nextAttemptAt: instant,
    firstAttemptAt: orNull(instant),
    sentAt: orNull(instant),
    lastAnswer: orNull(text),
  }),
};
