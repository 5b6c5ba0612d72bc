import { Module, type DynamicModule } from '@nestjs/common';
import type { Inbox } from '../notice/inbox.js';
import { ApiPageController } from './api/api-page.controller.js';
import { DesksModule } from './desks.module.js';
import { DemonstrationController, INBOX } from './demonstration/demonstration.controller.js';
import { RolesController } from './demonstration/roles.controller.js';
import { PersonalModule } from './personal/personal.module.js';
import { PublicResultController } from './public/public-result.controller.js';
import { SignInPagesModule } from './sign-in/sign-in-pages.module.js';
import { StatusController } from './status.controller.js';
import { WatchModule } from './watch/watch.module.js';

export interface Demonstration {
  readonly module: DynamicModule;
  /** Null when mails go to a server of somebody else. */
  readonly inbox: Inbox | null;
}

@Module({})
export class WebModule {
  /** @param demonstration null in production: its routes do not exist there */
  static for(
    engine: DynamicModule,
    { api, report }: { readonly api: DynamicModule; readonly report: DynamicModule },
    demonstration: Demonstration | null,
  ): DynamicModule {
    return {
      module: WebModule,
      imports: [
        api,
        engine,
        report,
        DesksModule.for(engine, report),
        SignInPagesModule.for(engine),
        PersonalModule.for(engine, report),
        WatchModule.for(engine),
        ...(demonstration ? [demonstration.module] : []),
      ],
      controllers: [
        StatusController,
        ApiPageController,
        PublicResultController,
        ...(demonstration ? [DemonstrationController, RolesController] : []),
      ],
      providers: [{ provide: INBOX, useValue: demonstration?.inbox ?? null }],
    };
  }
}
