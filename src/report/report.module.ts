import { Module, type DynamicModule } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CalendarService } from './calendar.service.js';
import { PublicResultService } from './public-result.service.js';
import { ProgressModule } from './progress.module.js';
import { StatusService } from './status.service.js';
import { TrendService } from './trend.service.js';

@Module({})
export class ReportModule {
  static for(engine: DynamicModule): DynamicModule {
    return {
      module: ReportModule,
      imports: [engine, AssessmentModule, PeopleModule, ProgressModule],
      providers: [CalendarService, PublicResultService, StatusService, TrendService],
      exports: [ProgressModule, CalendarService, PublicResultService, StatusService, TrendService],
    };
  }
}
