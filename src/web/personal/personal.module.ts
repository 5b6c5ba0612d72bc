import { Module } from '@nestjs/common';
import { PeopleModule } from '../../people/people.module.js';
import { SignInModule } from '../../people/sign-in/sign-in.module.js';
import { SilencedController } from './silenced.controller.js';

/** What everybody decides for themselves, whatever they are to a cycle. */
@Module({
  imports: [PeopleModule, SignInModule],
  controllers: [SilencedController],
})
export class PersonalModule {}
