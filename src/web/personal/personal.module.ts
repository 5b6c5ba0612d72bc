import { Module, type DynamicModule } from '@nestjs/common';
import { PeopleModule } from '../../people/people.module.js';
import { SignInModule } from '../../people/sign-in/sign-in.module.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarPageController } from './calendar-page.controller.js';
import { SilencedController } from './silenced.controller.js';
import { TokenController } from './token.controller.js';

/** What everybody decides for themselves, whatever they are to a cycle. */
@Module({})
export class PersonalModule {
  static for(engine: DynamicModule, report: DynamicModule): DynamicModule {
    return {
      module: PersonalModule,
      imports: [engine, report, PeopleModule, SignInModule],
      controllers: [
        CalendarFeedController,
        CalendarPageController,
        SilencedController,
        TokenController,
      ],
    };
  }
}
