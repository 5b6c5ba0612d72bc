import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClockRow } from './clock.entity.js';
import { ClockKeeper } from './clock-keeper.js';
import { ExampleCycle } from './example-cycle.js';
import { TimeMachine } from './time-machine.js';

/** Never part of a production process. */
@Module({})
export class DemonstrationModule {
  /** @param withExample whether an empty database gets the example cycle */
  static for(engine: DynamicModule, withExample: boolean): DynamicModule {
    return {
      module: DemonstrationModule,
      imports: [TypeOrmModule.forFeature([ClockRow]), engine],
      providers: [ClockKeeper, TimeMachine, ...(withExample ? [ExampleCycle] : [])],
      exports: [TimeMachine],
    };
  }
}
