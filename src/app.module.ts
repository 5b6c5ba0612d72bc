import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from './domain/clock.js';
import { EngineModule } from './engine/engine.module.js';
import { databaseModule } from './platform/database.js';
import { PlatformModule } from './platform/platform.module.js';
import type { Settings } from './platform/settings.js';

@Module({})
export class AppModule {
  /** The engine alone, stepped by hand: scenarios and the command line. */
  static engine(settings: Settings, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.for(settings, clock),
        databaseModule(settings.databaseUrl, 0),
        EngineModule.for(settings, false),
      ],
    };
  }
}
