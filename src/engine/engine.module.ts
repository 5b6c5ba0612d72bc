import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CycleModule } from '../cycle/cycle.module.js';
import { NoticeModule } from '../notice/notice.module.js';
import type { Settings } from '../platform/settings.js';
import { CommandService } from './command.service.js';
import { Stepper } from './stepper.js';
import { Sweeper } from './sweeper.js';
import { TickService } from './tick.service.js';
import { Ticker } from './ticker.js';

@Module({})
export class EngineModule {
  /** @param beats whether it ticks by itself; a scenario is stepped through */
  static for(settings: Settings, beats: boolean): DynamicModule {
    const notice = NoticeModule.for(settings);
    return {
      module: EngineModule,
      imports: [
        CycleModule,
        AssessmentModule,
        notice,
        ...(beats ? [ScheduleModule.forRoot()] : []),
      ],
      providers: [TickService, Stepper, CommandService, ...(beats ? [Ticker, Sweeper] : [])],
      exports: [CycleModule, AssessmentModule, notice, TickService, Stepper, CommandService],
    };
  }
}
