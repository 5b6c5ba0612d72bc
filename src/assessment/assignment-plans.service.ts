import { Injectable } from '@nestjs/common';
import { proposeAssignments, type Proposal } from '../domain/assessment/propose-assignments.js';
import { assignAssessor } from '../domain/commands/assign-assessor.js';
import { importOrder } from './assignments.service.js';
import type { Difference } from './import/difference.js';
import type { SpreadsheetFile } from './import/spreadsheet.js';
import { Plans, type Order, type Plan } from './plans.service.js';
import { ReadingService } from './reading.service.js';

/** Who assesses whom, by a proposal or from a spreadsheet, shown first and taken as it was shown. */
@Injectable()
export class AssignmentPlans {
  constructor(
    private readonly reading: ReadingService,
    private readonly plans: Plans,
  ) {}

  /** @throws InputError for all that is wrong in it; Refusal not_allowed, already_finished */
  async ofImport(code: string, email: string, file: SpreadsheetFile): Promise<Plan<Difference>> {
    const order = await importOrder(await this.reading.coordinator(code, email), file);
    return this.plans.plan(code, email, order);
  }

  /** @throws InputError, Refusal: then nothing has changed */
  async takeImport(
    code: string,
    email: string,
    file: SpreadsheetFile,
    shown: string,
  ): Promise<Difference> {
    const order = await importOrder(await this.reading.coordinator(code, email), file);
    return this.plans.take(code, email, order, shown);
  }

  /** @throws Refusal not_allowed */
  async ofProposal(code: string, email: string, perUnit: 1 | 2): Promise<Plan<Proposal>> {
    return this.plans.plan(code, email, proposalOrder(perUnit));
  }

  /** @throws Refusal changed_meanwhile, not_allowed */
  async takeProposal(
    code: string,
    email: string,
    { perUnit, shown }: { readonly perUnit: 1 | 2; readonly shown: string },
  ): Promise<Proposal> {
    return this.plans.take(code, email, proposalOrder(perUnit), shown);
  }
}

function proposalOrder(perUnit: 1 | 2): Order<Proposal> {
  return ({ draft, dossier }) => {
    const { people } = draft.facts;
    const { responsibilities } = dossier;
    const proposal = proposeAssignments({ people, responsibilities, perUnit });
    for (const each of proposal.assignments) assignAssessor(draft, each);
    return proposal;
  };
}
