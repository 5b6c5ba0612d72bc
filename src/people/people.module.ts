import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessorRow, AssignmentRow, CoordinatorRow, UnitRow } from './people.entity.js';
import { PeopleStore } from './people.store.js';
import { TokenRow } from './token.entity.js';
import { TokenStore } from './token.store.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([UnitRow, AssessorRow, AssignmentRow, CoordinatorRow, TokenRow]),
  ],
  providers: [PeopleStore, TokenStore],
  exports: [PeopleStore, TokenStore],
})
export class PeopleModule {}
