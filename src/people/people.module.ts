import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessorRow, AssignmentRow, CoordinatorRow, UnitRow } from './people.entity.js';
import { PeopleStore } from './people.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([UnitRow, AssessorRow, AssignmentRow, CoordinatorRow])],
  providers: [PeopleStore],
  exports: [PeopleStore],
})
export class PeopleModule {}
