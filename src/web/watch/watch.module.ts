import { Module, type DynamicModule } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';

/** For whoever watches the process: of web processes a part, of a worker all that it answers. */
@Module({})
export class WatchModule {
  static for(engine: DynamicModule): DynamicModule {
    return {
      module: WatchModule,
      imports: [engine],
      controllers: [HealthController, MetricsController],
    };
  }
}
