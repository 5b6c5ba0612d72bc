import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CycleModule } from '../cycle/cycle.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SignInModule } from '../people/sign-in/sign-in.module.js';
import type { Settings } from '../platform/settings.js';
import { MailAlertRow } from './alert.entity.js';
import { AlertService } from './alert.service.js';
import { AlertsStore } from './alerts.store.js';
import { BacklogStore } from './backlog.store.js';
import { BatchFactsStore } from './batch-facts.store.js';
import { BouncedStore } from './bounced.store.js';
import { Claimer } from './claimer.js';
import { ClaimsStore } from './claims.store.js';
import { DeliveryService } from './delivery.service.js';
import { DISPATCHER, InlineDispatcher, NoDispatcher } from './dispatcher.js';
import { MailDelaysStore } from './mail-delays.store.js';
import { MailLogStore } from './mail-log.store.js';
import { MailRow, NoticeRow } from './outbox.entity.js';
import { MailQueueHealth } from './mail-queue-health.js';
import { MailServerHealth } from './mail-server-health.js';
import { MarkingService } from './marking.service.js';
import { NotaDinasService } from './nota-dinas/nota-dinas.service.js';
import { OutboxStore } from './outbox.store.js';
import { PresentStore } from './present.store.js';
import { askRedisAgainAfter, jobOptions, mailQueue, MailWorker, QueueDispatcher } from './queue.js';
import { QueuedStore } from './queued.store.js';
import { SentMailsStore } from './sent-mails.store.js';
import { SignInMailService } from './sign-in-mail.service.js';
import { SmtpTransport } from './smtp.transport.js';
import { TestMailService } from './test-mail.service.js';
import { WebhookClaims } from './webhook/webhook-claims.store.js';
import { WebhookSender } from './webhook/webhook-sender.service.js';

const senders = [SmtpTransport, SignInMailService, TestMailService, AlertService, WebhookSender];
const stores = [
  OutboxStore,
  MailLogStore,
  MailDelaysStore,
  BacklogStore,
  BouncedStore,
  ClaimsStore,
  SentMailsStore,
];

const inside = [
  AlertsStore,
  PresentStore,
  BatchFactsStore,
  Claimer,
  MarkingService,
  DeliveryService,
  QueuedStore,
  WebhookClaims,
];
const health = [MailQueueHealth, MailServerHealth];

@Module({})
export class NoticeModule {
  static for({ redisUrl, queuePrefix, role }: Settings): DynamicModule {
    const queue = redisUrl === null ? null : queueOf(redisUrl, queuePrefix);
    const sends = role !== 'web';
    const inline = sends ? InlineDispatcher : NoDispatcher;
    const dispatcher: Provider = {
      provide: DISPATCHER,
      useClass: queue ? QueueDispatcher : inline,
    };
    return {
      module: NoticeModule,
      imports: [
        TypeOrmModule.forFeature([MailRow, NoticeRow, MailAlertRow]),
        AssessmentModule,
        CycleModule,
        PeopleModule,
        SignInModule,
        ...(queue ?? []),
      ],
      providers: [
        ...stores,
        ...inside,
        ...health,
        NotaDinasService,
        ...senders,
        dispatcher,
        ...(queue && sends ? [MailWorker] : []),
      ],
      exports: [...stores, ...health, NotaDinasService, ...senders, DISPATCHER],
    };
  }
}

function queueOf(url: string, prefix: string): DynamicModule[] {
  return [
    BullModule.forRoot({
      // A worker must wait for a Redis that is gone for a while, however often it has to ask.
      connection: { url, maxRetriesPerRequest: null, retryStrategy: soon },
      prefix,
      defaultJobOptions: jobOptions,
    }),
    BullModule.registerQueue({ name: mailQueue }),
  ];
}

/** By itself BullMQ waits for up to 20 seconds, once Redis was gone for a while. */
function soon(attempts: number): number {
  return Math.min(attempts * 100, askRedisAgainAfter);
}
