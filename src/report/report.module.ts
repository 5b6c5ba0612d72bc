import { Module, type DynamicModule } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CalendarService } from './calendar.service.js';
import { OverviewService } from './overview.service.js';
import { PapersModule } from './papers.module.js';
import { StatusService } from './status.service.js';
import { TrendModule } from './trend.module.js';

@Module({})
export class ReportModule {
  static for(engine: DynamicModule): DynamicModule {
    return {
      module: ReportModule,
      imports: [engine, AssessmentModule, PapersModule, PeopleModule, TrendModule],
      providers: [CalendarService, StatusService, OverviewService],
      exports: [PapersModule, CalendarService, StatusService, OverviewService, TrendModule],
    };
  }
}
