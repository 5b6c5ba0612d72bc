import { Module, type DynamicModule } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { OverviewService } from './overview.service.js';
import { StatusService } from './status.service.js';
import { TrendService } from './trend.service.js';

@Module({})
export class ReportModule {
  static for(engine: DynamicModule): DynamicModule {
    return {
      module: ReportModule,
      imports: [engine, AssessmentModule],
      providers: [StatusService, OverviewService, TrendService],
      exports: [StatusService, OverviewService, TrendService],
    };
  }
}
