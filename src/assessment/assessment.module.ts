import { Module } from '@nestjs/common';
import { CycleModule } from '../cycle/cycle.module.js';
import { FinishService } from './finish.service.js';

@Module({
  imports: [CycleModule],
  providers: [FinishService],
  exports: [FinishService],
})
export class AssessmentModule {}
