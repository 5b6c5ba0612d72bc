import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessorRow, AssignmentRow, CoordinatorRow, UnitRow } from './people.entity.js';
import { PeopleStore } from './people.store.js';
import { SilencedRow } from './silenced.entity.js';
import { SilencedStore } from './silenced.store.js';
import { TokenRow } from './token.entity.js';
import { TokenStore } from './token.store.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      UnitRow,
      AssessorRow,
      AssignmentRow,
      CoordinatorRow,
      SilencedRow,
      TokenRow,
    ]),
  ],
  providers: [PeopleStore, SilencedStore, TokenStore],
  exports: [PeopleStore, SilencedStore, TokenStore],
})
export class PeopleModule {}
