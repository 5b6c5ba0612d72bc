import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../domain/assessment/desk.js';
import { proposeAssignments, type Proposal } from '../domain/assessment/propose-assignments.js';
import type { Clock } from '../domain/clock.js';
import { assignAssessor } from '../domain/commands/assign-assessor.js';
import { Draft } from '../domain/draft.js';
import { CLOCK } from '../platform/clock.js';
import { applyDifference, differenceIn } from './assignments.service.js';
import { fingerprint } from './fingerprint.js';
import type { Difference } from './import/difference.js';
import type { SpreadsheetFile } from './import/spreadsheet.js';
import { ReadingService, type Reader } from './reading.service.js';

/** What would be done, and what comes of it. Nothing has changed yet. */
export interface Plan<What> {
  readonly what: What;
  /** How many assessors get a mail at once, because a review of theirs begins or ends. */
  readonly told: number;
  /** Given back with the order to do it: refused when something else would be done by then. */
  readonly shown: string;
  /** The cycle as it is. */
  readonly reader: Reader;
}

/** Shows what a change of assignments would do, before it is done. */
@Injectable()
export class AssignmentPlans {
  constructor(
    private readonly reading: ReadingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws InputError for all that is wrong in it; Refusal not_allowed, already_finished */
  async ofImport(code: string, email: string, file: SpreadsheetFile): Promise<Plan<Difference>> {
    const reader = await this.reading.coordinator(code, email);
    const what = await differenceIn(reader, file);
    return this.plan(reader, what, (desk) => applyDifference(desk, what));
  }

  /** @throws Refusal not_allowed */
  async ofProposal(code: string, email: string, perUnit: 1 | 2): Promise<Plan<Proposal>> {
    const reader = await this.reading.coordinator(code, email);
    const { people } = reader.facts;
    const { responsibilities } = reader.dossier;
    const what = proposeAssignments({ people, responsibilities, perUnit });
    return this.plan(reader, what, ({ draft }) => {
      for (const each of what.assignments) assignAssessor(draft, each);
    });
  }

  /** Tries it on a desk of its own that nobody saves: so the rules themselves say what comes of it. */
  private plan<What>(reader: Reader, what: What, work: (desk: Desk) => void): Plan<What> {
    const { facts, dossier, instrument, actor } = reader;
    const now = this.clock.now();
    const draft = new Draft(facts, now, actor.name);
    work(new Desk(dossier, draft, instrument, now));
    return { what, told: toldBy(draft), shown: fingerprint(what), reader };
  }
}

function toldBy(draft: Draft): number {
  const told = draft
    .decision()
    .journal.filter(({ what }) => what === 'assigned' || what === 'unassigned')
    .filter(({ facts: { tasks } }) => Array.isArray(tasks) && tasks.length > 0)
    .map(({ assessor }) => assessor);
  return new Set(told).size;
}
