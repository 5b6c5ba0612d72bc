import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people.module.js';
import { AccountStore } from './account.store.js';
import { LimitStore } from './limit.store.js';
import { LinkStore } from './link.store.js';
import { OidcService } from './oidc.service.js';
import { SessionStore } from './session.store.js';
import { AccountRow, LimitRow, LinkRow, SessionRow } from './sign-in.entity.js';
import { SignInService } from './sign-in.service.js';
import { Visitors } from './visitors.js';

@Module({
  imports: [TypeOrmModule.forFeature([AccountRow, SessionRow, LinkRow, LimitRow]), PeopleModule],
  providers: [
    AccountStore,
    SessionStore,
    LinkStore,
    LimitStore,
    SignInService,
    OidcService,
    Visitors,
  ],
  exports: [
    AccountStore,
    SessionStore,
    LinkStore,
    LimitStore,
    SignInService,
    OidcService,
    Visitors,
  ],
})
export class SignInModule {}
