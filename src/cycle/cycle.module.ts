import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { CycleRow, PhaseRow, TaskRow } from './cycle.entity.js';
import { CycleFeedRow } from './cycle-feed.entity.js';
import { CycleFeedStore } from './cycle-feed.store.js';
import { CycleService } from './cycle.service.js';
import { CycleStore } from './cycle.store.js';
import { JournalCheckService } from './journal-check.service.js';
import { JournalHeadRow, JournalRow } from './journal.entity.js';
import { JournalSearch } from './journal-search.store.js';
import { JournalStore } from './journal.store.js';
import { NudgeService } from './nudge.service.js';
import { ProgressEntries } from './progress-entries.store.js';
import { WebhookDeliveryRow, WebhookRow } from './webhook/webhook.entity.js';
import { WebhookStore } from './webhook/webhook.store.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CycleRow,
      CycleFeedRow,
      PhaseRow,
      TaskRow,
      JournalRow,
      JournalHeadRow,
      WebhookRow,
      WebhookDeliveryRow,
    ]),
    PeopleModule,
  ],
  providers: [
    CycleStore,
    CycleFeedStore,
    JournalStore,
    JournalSearch,
    JournalCheckService,
    CycleService,
    NudgeService,
    ProgressEntries,
    WebhookStore,
  ],
  exports: [
    CycleStore,
    CycleFeedStore,
    JournalStore,
    JournalSearch,
    JournalCheckService,
    CycleService,
    NudgeService,
    ProgressEntries,
    WebhookStore,
  ],
})
export class CycleModule {}
