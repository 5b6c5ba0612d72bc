import { Module, type DynamicModule } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CalendarService } from './calendar.service.js';
import { PapersModule } from './papers.module.js';
import { PublicResultService } from './public-result.service.js';
import { ProgressModule } from './progress.module.js';
import { StatusService } from './status.service.js';
import { TrendModule } from './trend.module.js';

@Module({})
export class ReportModule {
  static for(engine: DynamicModule): DynamicModule {
    return {
      module: ReportModule,
      imports: [
        ...[engine, AssessmentModule, PapersModule],
        ...[PeopleModule, ProgressModule, TrendModule],
      ],
      providers: [CalendarService, PublicResultService, StatusService],
      exports: [
        ...[PapersModule, ProgressModule, TrendModule],
        ...[CalendarService, PublicResultService, StatusService],
      ],
    };
  }
}
