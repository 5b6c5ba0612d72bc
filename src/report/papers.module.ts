import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CycleModule } from '../cycle/cycle.module.js';
import { MinutesService } from './minutes/minutes.service.js';
import { PortalService } from './portal/portal.service.js';

/** What a cycle leaves on paper, and in the portal of the ministry. */
@Module({
  imports: [AssessmentModule, CycleModule],
  providers: [MinutesService, PortalService],
  exports: [MinutesService, PortalService],
})
export class PapersModule {}
