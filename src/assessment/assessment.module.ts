import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CycleModule } from '../cycle/cycle.module.js';
import {
  AnswerRow,
  CommentRow,
  EvidenceRow,
  ExternalValueRow,
  NihilRow,
  ResponsibilityRow,
} from './assessment.entity.js';
import { AssignmentPlans } from './assignment-plans.service.js';
import { AssignmentsService } from './assignments.service.js';
import { CycleFileChanges } from './changes/cycle-file-changes.service.js';
import { ChangeService } from './changes/change.service.js';
import { CoordinationService } from './coordination.service.js';
import { DeskService } from './desk.service.js';
import { DossierStore } from './dossier.store.js';
import { EarlierResultRow } from './earlier/earlier-result.entity.js';
import { EarlierResultStore } from './earlier/earlier-result.store.js';
import { EarlierResults } from './earlier/earlier-results.service.js';
import { EarlierWorks } from './earlier-work.service.js';
import { EvidenceService } from './evidence.service.js';
import { ExtensionRequestRow } from './extension/extension-request.entity.js';
import { ExtensionRequestStore } from './extension/extension-request.store.js';
import { ExtensionRequests } from './extension/extension-requests.service.js';
import { FinishService } from './finish.service.js';
import { Instruments } from './instruments.js';
import { PeoplePlans } from './participants/people-plans.service.js';
import { Plans } from './plans.service.js';
import { PublicResultRow } from './public-result/public-result.entity.js';
import { PublicResultStore } from './public-result/public-result.store.js';
import { PublicResults } from './public-result/public-results.service.js';
import { ReadingService } from './reading.service.js';
import { ResultService } from './result.service.js';
import { ResultRow, ReviewRow, SettlementRow, VerdictRow } from './review.entity.js';
import { EffortRow, VariantRow } from './target/target.entity.js';
import { TargetStore } from './target/target.store.js';
import { Targets } from './target/targets.service.js';
import { Webhooks } from './webhook/webhooks.service.js';

const rows = [
  AnswerRow,
  CommentRow,
  EffortRow,
  EarlierResultRow,
  EvidenceRow,
  ExtensionRequestRow,
  ExternalValueRow,
  NihilRow,
  PublicResultRow,
  ResponsibilityRow,
  ResultRow,
  ReviewRow,
  SettlementRow,
  VariantRow,
  VerdictRow,
];

@Module({
  imports: [TypeOrmModule.forFeature(rows), CycleModule],
  providers: [
    DossierStore,
    Instruments,
    DeskService,
    ResultService,
    FinishService,
    ReadingService,
    AssignmentsService,
    AssignmentPlans,
    ChangeService,
    CycleFileChanges,
    PeoplePlans,
    Plans,
    PublicResultStore,
    PublicResults,
    CoordinationService,
    EarlierResultStore,
    EarlierResults,
    EarlierWorks,
    EvidenceService,
    ExtensionRequestStore,
    ExtensionRequests,
    TargetStore,
    Targets,
    Webhooks,
  ],
  exports: [
    DossierStore,
    Instruments,
    DeskService,
    ResultService,
    FinishService,
    ReadingService,
    AssignmentsService,
    AssignmentPlans,
    ChangeService,
    CycleFileChanges,
    PeoplePlans,
    Plans,
    PublicResultStore,
    PublicResults,
    CoordinationService,
    EarlierResultStore,
    EarlierResults,
    EarlierWorks,
    EvidenceService,
    ExtensionRequestStore,
    ExtensionRequests,
    Targets,
    Webhooks,
  ],
})
export class AssessmentModule {}
