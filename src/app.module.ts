import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from './domain/clock.js';
import { ApiModule } from './api/api.module.js';
import { DemonstrationModule } from './engine/demonstration/demonstration.module.js';
import { EngineModule } from './engine/engine.module.js';
import type { Inbox } from './notice/inbox.js';
import { databaseModule } from './platform/database.js';
import { PlatformModule } from './platform/platform.module.js';
import type { Settings } from './platform/settings.js';
import { ReportModule } from './report/report.module.js';
import { WatchModule } from './web/watch/watch.module.js';
import { WebModule } from './web/web.module.js';

/** A server waits ten minutes for its database; a command line that finds none says so at once. */
const patience = { server: 200, command: 0 };

@Module({})
export class AppModule {
  /** The engine alone, stepped by hand: scenarios. */
  static stepped(settings: Settings, clock: Clock): DynamicModule {
    const engine = EngineModule.for(settings, false);
    return assembled(settings, clock, patience.command, [engine]);
  }

  /** The engine alone on the live data: the command line. */
  static command(settings: Settings, clock: Clock): DynamicModule {
    const engine = EngineModule.for(settings, false);
    const demonstration = settings.production ? [] : [DemonstrationModule.for(engine, false)];
    return assembled(settings, clock, patience.command, [engine, ...demonstration]);
  }

  /** A process that runs until it is stopped: pages unless it is a mere worker, and the beat of the engine. */
  static server(settings: Settings, clock: Clock, inbox: Inbox | null): DynamicModule {
    const engine = EngineModule.for(settings, true);
    const demonstration = settings.production ? null : DemonstrationModule.for(engine, true);
    const report = ReportModule.for(engine, settings);
    const api = ApiModule.for(report);
    const parts =
      settings.role === 'worker'
        ? [engine, report, WatchModule.for(engine), ...(demonstration ? [demonstration] : [])]
        : [
            engine,
            api,
            WebModule.for(
              engine,
              { api, report },
              demonstration && { module: demonstration, inbox },
            ),
          ];
    return assembled(settings, clock, patience.server, parts);
  }
}

function assembled(
  settings: Settings,
  clock: Clock,
  retries: number,
  parts: readonly DynamicModule[],
): DynamicModule {
  return {
    module: AppModule,
    imports: [
      PlatformModule.for(settings, clock),
      databaseModule(settings.databaseUrl, retries),
      ...parts,
    ],
  };
}
