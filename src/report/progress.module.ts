import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CycleModule } from '../cycle/cycle.module.js';
import { BurnUpService } from './burn-up.service.js';
import { OverviewService } from './overview.service.js';

/** How far a cycle has come: for pages and for programs. */
@Module({
  imports: [AssessmentModule, CycleModule],
  providers: [OverviewService, BurnUpService],
  exports: [OverviewService, BurnUpService],
})
export class ProgressModule {}
