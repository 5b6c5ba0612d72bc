import { Module, type DynamicModule } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PapersModule } from '../report/papers.module.js';
import { AssignmentsController } from './assignments.controller.js';
import { ChangesController } from './changes.controller.js';
import { SignInModule } from '../people/sign-in/sign-in.module.js';
import { ProgressModule } from '../report/progress.module.js';
import { CycleFilesController } from './cycle-files.controller.js';
import { CyclesController } from './cycles.controller.js';
import { EarlierResultsController } from './earlier-results.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { ExtensionRequestsController } from './extension-requests.controller.js';
import { IndicatorsController } from './indicators.controller.js';
import { openApiOf } from './openapi/document.js';
import { OPENAPI, OpenApiController } from './openapi/openapi.controller.js';
import { PhaseMinutesController } from './minutes.controller.js';
import { PortalPackController } from './portal.controller.js';
import { ProgressController } from './progress.controller.js';
import { ReportDocumentsController } from './reports.controller.js';
import { ReviewsController } from './reviews.controller.js';
import { EffortsController } from './efforts.controller.js';
import { TargetController } from './target.controller.js';
import { VariantsController } from './variants.controller.js';
import { TrendModule } from '../report/trend.module.js';
import { TrendController } from './trend.controller.js';
import { WebhooksController } from './webhooks.controller.js';

/** All that is in the document, in its order. */
const controllers = [
  CyclesController,
  TargetController,
  EffortsController,
  VariantsController,
  ProgressController,
  IndicatorsController,
  EvidenceController,
  ReviewsController,
  AssignmentsController,
  ChangesController,
  CycleFilesController,
  ExtensionRequestsController,
  WebhooksController,
  TrendController,
  EarlierResultsController,
  PhaseMinutesController,
  PortalPackController,
  ReportDocumentsController,
];

/** The JSON API: what the pages can do, for programs. */
@Module({})
export class ApiModule {
  /** @param report makes documents, over a queue or by itself */
  static for(report: DynamicModule): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ...[AssessmentModule, PeopleModule, SignInModule, report],
        ...[PapersModule, ProgressModule, TrendModule],
      ],
      providers: [{ provide: OPENAPI, useFactory: () => openApiOf(controllers) }],
      controllers: [...controllers, OpenApiController],
      exports: [OPENAPI],
    };
  }
}
