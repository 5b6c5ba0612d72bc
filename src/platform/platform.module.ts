import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from '../domain/clock.js';
import { CLOCK } from './clock.js';
import { SETTINGS, type Settings } from './settings.js';

/** What every part may ask for: the settings, and the clock, which alone knows the time. */
@Global()
@Module({})
export class PlatformModule {
  static for(settings: Settings, clock: Clock): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: settings },
      { provide: CLOCK, useValue: clock },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
