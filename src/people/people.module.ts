import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarFeedRow } from './calendar-feed.entity.js';
import { CalendarFeedStore } from './calendar-feed.store.js';
import { AssessorRow, AssignmentRow, CoordinatorRow, SekdaRow, UnitRow } from './people.entity.js';
import { PeopleStore } from './people.store.js';
import { SilencedRow } from './silenced.entity.js';
import { SilencedStore } from './silenced.store.js';
import { TokenEventRow, TokenRow } from './token.entity.js';
import { TokenStore } from './token.store.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      UnitRow,
      AssessorRow,
      AssignmentRow,
      CalendarFeedRow,
      CoordinatorRow,
      SekdaRow,
      SilencedRow,
      TokenEventRow,
      TokenRow,
    ]),
  ],
  providers: [CalendarFeedStore, PeopleStore, SilencedStore, TokenStore],
  exports: [CalendarFeedStore, PeopleStore, SilencedStore, TokenStore],
})
export class PeopleModule {}
