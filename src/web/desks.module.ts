import { Module, type DynamicModule } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { SignInModule } from '../people/sign-in/sign-in.module.js';
import { AssessorController } from './assessor/assessor.controller.js';
import { AssessorDesk } from './assessor/assessor-desk.service.js';
import { AssignmentsImportController } from './coordinator/assignments-import.controller.js';
import { AssignmentsPageController } from './coordinator/assignments-page.controller.js';
import { CycleFileController } from './coordinator/changes/cycle-file.controller.js';
import { HolidaysController } from './coordinator/changes/holidays.controller.js';
import { ChangesPageController } from './coordinator/changes/changes.controller.js';
import { CoordinatorController } from './coordinator/coordinator.controller.js';
import { CycleCalendarController } from './coordinator/cycle-calendar.controller.js';
import { DecisionsController } from './coordinator/decisions.controller.js';
import { EarlierController } from './coordinator/earlier/earlier.controller.js';
import { ExtensionDecisionController } from './coordinator/extension/request.controller.js';
import { MailLogController } from './coordinator/mails/mail-log.controller.js';
import { MinutesController } from './coordinator/minutes/minutes.controller.js';
import { NotaDinasController } from './coordinator/nota-dinas.controller.js';
import { NudgeController } from './coordinator/nudge.controller.js';
import { PublicPageController } from './coordinator/public-page/public-page.controller.js';
import { OutagesController } from './coordinator/outages/outages.controller.js';
import { PeopleController } from './coordinator/people/people.controller.js';
import { PeopleImportController } from './coordinator/people/people-import.controller.js';
import { Confirmations } from './coordinator/people/confirmations.service.js';
import { PeopleForms } from './coordinator/people/people-forms.service.js';
import { UnitFormController } from './coordinator/people/unit-form.controller.js';
import { AssessorFormController } from './coordinator/people/assessor-form.controller.js';
import { CoordinatorFormController } from './coordinator/people/coordinator-form.controller.js';
import { SekdaFormController } from './coordinator/people/sekda-form.controller.js';
import { JournalPageController } from './coordinator/journal-page.controller.js';
import { RehearsalController } from './coordinator/rehearsal/rehearsal.controller.js';
import { PortalController } from './coordinator/portal/portal.controller.js';
import { ReleaseController } from './coordinator/release.controller.js';
import { ReportsController } from './coordinator/reports/reports.controller.js';
import { ComingMailController } from './coordinator/send-plan/coming-mail.controller.js';
import { PlanCalendarController } from './coordinator/send-plan/plan-calendar.controller.js';
import { SendPlanController } from './coordinator/send-plan/plan.controller.js';
import { WaysController } from './coordinator/target/ways.controller.js';
import { WhatIfController } from './coordinator/target/what-if.controller.js';
import { WebhookController } from './coordinator/webhook/webhook.controller.js';
import { LanguageController } from './language.controller.js';
import { LeaderController } from './leader/leader.controller.js';
import { TrendPageController } from './leader/trend/trend-page.controller.js';
import { MailsController } from './mails/mails.controller.js';
import { CourseController } from './progress/course.controller.js';
import { AnswerController } from './unit/answer.controller.js';
import { DraftWithFileController } from './unit/draft-with-file.controller.js';
import { UnitEvidenceController } from './unit/evidence.controller.js';
import { UnitExtensionController } from './unit/extension.controller.js';
import { StartController } from './unit/start.controller.js';
import { UnitController } from './unit/unit.controller.js';
import { UnitDesk } from './unit/unit-desk.service.js';

const controllers = [
  AnswerController,
  AssessorController,
  AssessorFormController,
  AssignmentsImportController,
  AssignmentsPageController,
  ChangesPageController,
  ComingMailController,
  CoordinatorController,
  CoordinatorFormController,
  SekdaFormController,
  CourseController,
  CycleCalendarController,
  CycleFileController,
  DecisionsController,
  DraftWithFileController,
  EarlierController,
  ExtensionDecisionController,
  HolidaysController,
  JournalPageController,
  LanguageController,
  LeaderController,
  MailLogController,
  MailsController,
  MinutesController,
  NotaDinasController,
  NudgeController,
  OutagesController,
  PeopleController,
  PeopleImportController,
  PlanCalendarController,
  PortalController,
  PublicPageController,
  RehearsalController,
  ReleaseController,
  ReportsController,
  SendPlanController,
  TrendPageController,
  StartController,
  UnitController,
  UnitEvidenceController,
  UnitExtensionController,
  UnitFormController,
  WaysController,
  WebhookController,
  WhatIfController,
];

/** One folder for each role's desk. */
@Module({})
export class DesksModule {
  static for(engine: DynamicModule, report: DynamicModule): DynamicModule {
    return {
      module: DesksModule,
      imports: [engine, report, AssessmentModule, SignInModule],
      controllers,
      providers: [AssessorDesk, Confirmations, PeopleForms, UnitDesk],
    };
  }
}
