import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { SignInModule } from '../../people/sign-in/sign-in.module.js';
import { AccountController } from './account.controller.js';
import { LinkController } from './link.controller.js';
import { OidcController } from './oidc.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignInFilter } from './sign-in.filter.js';
import { SignOutController } from './sign-out.controller.js';
import { Threshold } from './threshold.js';
import { WorkController } from '../work.controller.js';

/** Who comes to the pages, and how they say who they are. */
@Module({})
export class SignInPagesModule {
  static for(engine: DynamicModule): DynamicModule {
    return {
      module: SignInPagesModule,
      imports: [engine, SignInModule],
      controllers: [
        SignInController,
        LinkController,
        OidcController,
        SignOutController,
        AccountController,
        WorkController,
      ],
      providers: [Threshold, { provide: APP_FILTER, useClass: SignInFilter }],
      exports: [Threshold, SignInModule],
    };
  }
}
