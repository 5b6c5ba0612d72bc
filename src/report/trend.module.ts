import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { TrendService } from './trend.service.js';

/** Needs nothing of the engine, so that the API has it too. */
@Module({ imports: [AssessmentModule], providers: [TrendService], exports: [TrendService] })
export class TrendModule {}
