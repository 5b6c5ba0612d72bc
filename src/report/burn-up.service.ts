import { Injectable } from '@nestjs/common';
import { ProgressEntries } from '../cycle/progress-entries.store.js';
import { Desk } from '../domain/assessment/desk.js';
import { Draft } from '../domain/draft.js';
import { authoriseLeader } from '../domain/assessment/actor.js';
import { burnUpsOf, type BurnUp } from './burn-up.js';
import { outlooksOf, type TaskOutlook } from './outlooks.js';
import { OverviewService, type Overview } from './overview.service.js';

/** How far the phases have come, and who is likely to be late. */
export interface Course {
  readonly overview: Overview;
  readonly burnUps: readonly BurnUp[];
  readonly outlooks: readonly TaskOutlook[];
}

@Injectable()
export class BurnUpService {
  constructor(
    private readonly overviews: OverviewService,
    private readonly entries: ProgressEntries,
  ) {}

  /**
   * For coordinators, and for heads of units, who see nothing of assessors.
   * @throws UnknownCycle; Refusal not_found, not_allowed
   */
  async of(code: string, email: string): Promise<Course> {
    const overview = await this.overviews.of(code, email);
    const { actor, facts, dossier, instrument, now } = overview;
    authoriseLeader(actor);
    const desk = new Desk(dossier, new Draft(facts, now, ''), instrument, now);
    const outlooks = outlooksOf(desk, now);
    return {
      overview,
      burnUps: burnUpsOf(desk, await this.entries.of(code), now),
      outlooks: outlooks.filter(({ task }) => actor.coordinator || task.assessor === null),
    };
  }
}
