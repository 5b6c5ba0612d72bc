import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { PeopleModule } from '../people/people.module.js';
import type { Settings } from '../platform/settings.js';
import { CalendarService } from './calendar.service.js';
import { PapersModule } from './papers.module.js';
import { PublicResultService } from './public-result.service.js';
import { ProgressModule } from './progress.module.js';
import { DocumentClaims } from './document/document-claims.store.js';
import { ReportBeat } from './document/report-beat.js';
import { ReportDocuments } from './document/report-documents.store.js';
import { ReportDocumentRow, ReportRow } from './document/report.entity.js';
import { ReportGatherer } from './document/report-gatherer.service.js';
import {
  InlineReports,
  NoReports,
  QueuedReports,
  REPORT_DISPATCHER,
  reportQueue,
  ReportWorker,
} from './document/report-queue.js';
import { Reports } from './document/reports.service.js';
import { Workshop } from './document/workshop.service.js';
import { StatusService } from './status.service.js';
import { TrendModule } from './trend.module.js';

const services = [CalendarService, PublicResultService, StatusService, Reports];
const making = [DocumentClaims, ReportBeat, ReportDocuments, ReportGatherer, Workshop];

@Module({})
export class ReportModule {
  static for(engine: DynamicModule, { redisUrl, role }: Settings): DynamicModule {
    const isQueued = redisUrl !== null;
    const makes = role !== 'web';
    const inline = makes ? InlineReports : NoReports;
    const dispatcher: Provider = {
      provide: REPORT_DISPATCHER,
      useClass: isQueued ? QueuedReports : inline,
    };
    return {
      module: ReportModule,
      imports: [
        ...[engine, AssessmentModule, PapersModule],
        ...[PeopleModule, ProgressModule, TrendModule],
        TypeOrmModule.forFeature([ReportRow, ReportDocumentRow]),
        // On the connection that mails go over, which is set up for the whole application.
        ...(isQueued ? [BullModule.registerQueue({ name: reportQueue })] : []),
      ],
      providers: [...services, ...making, dispatcher, ...(isQueued && makes ? [ReportWorker] : [])],
      exports: [PapersModule, ProgressModule, TrendModule, ...services],
    };
  }
}
