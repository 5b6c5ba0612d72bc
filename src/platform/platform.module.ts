import { Global, Module, type DynamicModule } from '@nestjs/common';
import { SystemClock, type Clock } from '../domain/clock.js';
import { CLOCK, SERVER_CLOCK } from './clock.js';
import { FilesModule } from './files/files.module.js';
import { Metrics } from './metrics.js';
import { SETTINGS, type Settings } from './settings.js';

/** What every part may ask for: the settings, the clock, which alone knows the time, and the files. */
@Global()
@Module({})
export class PlatformModule {
  static for(settings: Settings, clock: Clock): DynamicModule {
    const providers = [
      Metrics,
      { provide: SETTINGS, useValue: settings },
      { provide: CLOCK, useValue: clock },
      { provide: SERVER_CLOCK, useValue: new SystemClock() },
    ];
    const files = FilesModule.for(settings.evidence);
    return { module: PlatformModule, imports: [files], providers, exports: [...providers, files] };
  }
}
