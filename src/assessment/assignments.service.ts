import { Injectable } from '@nestjs/common';
import { assignIndicator } from '../domain/assessment/commands/assign-indicator.js';
import { reassignReview } from '../domain/assessment/commands/hand-over.js';
import type { Desk } from '../domain/assessment/desk.js';
import { proposeAssignments, type Proposal } from '../domain/assessment/propose-assignments.js';
import { assignAssessor, unassignAssessor } from '../domain/commands/assign-assessor.js';
import type { Assignment } from '../domain/people.js';
import { DeskService } from './desk.service.js';
import { differenceOf, movesOf, type Difference, type UnitChange } from './import/difference.js';
import { exportAssignments } from './import/export-assignments.js';
import type { Present } from './import/present.js';
import { readAssignments } from './import/read-assignments.js';
import type { SpreadsheetFile } from './import/spreadsheet.js';
import type { Order } from './plans.service.js';
import { ReadingService, type Reader } from './reading.service.js';

/** Who assesses whom: by hand, by a proposal, or from a spreadsheet. All but showing is a coordinator's. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly reading: ReadingService,
    private readonly desks: DeskService,
  ) {}

  /** Only shown; `assign` takes it. @throws Refusal not_allowed */
  async propose(code: string, email: string, perUnit: 1 | 2): Promise<Proposal> {
    const { facts, dossier } = await this.reading.coordinator(code, email);
    const { responsibilities } = dossier;
    return proposeAssignments({ people: facts.people, responsibilities, perUnit });
  }

  /** All of them or none: a proposal that was shown is taken as it was shown. */
  async assign(code: string, email: string, assignments: readonly Assignment[]): Promise<void> {
    await this.desks.coordinate(code, email, ({ draft }) => {
      for (const each of assignments) assignAssessor(draft, each);
    });
  }

  /** Whoever supports it, and its title, stay. */
  async lead(code: string, email: string, indicator: number, lead: string | null): Promise<void> {
    await this.desks.coordinate(code, email, (desk) => {
      const { supports, title } = desk.responsibility(indicator);
      assignIndicator(desk, { do: 'assignIndicator', indicator, lead, supports, title });
    });
  }

  async unassign(code: string, email: string, assignment: Assignment): Promise<void> {
    await this.desks.coordinate(code, email, ({ draft }) => unassignAssessor(draft, assignment));
  }

  /** Another assessor goes on with what the first one has done. */
  async handOver(
    code: string,
    email: string,
    { unit, from, to }: { unit: string; from: string; to: string },
  ): Promise<void> {
    await this.desks.coordinate(code, email, (desk) => reassignReview(desk, unit, from, to));
  }

  /** What taking a spreadsheet would change. @throws InputError for all that is wrong in it */
  async preview(code: string, email: string, file: SpreadsheetFile): Promise<Difference> {
    const present = presentOf(await this.reading.coordinator(code, email));
    return differenceOf(await readAssignments(file, present), present);
  }

  /** @returns what it has changed. @throws InputError, Refusal: then nothing has */
  async takeImport(code: string, email: string, file: SpreadsheetFile): Promise<Difference> {
    const order = await importOrder(await this.reading.coordinator(code, email), file);
    return this.desks.coordinate(code, email, order);
  }

  /** A workbook that, taken back, changes nothing. */
  async export(code: string, email: string): Promise<Buffer> {
    return exportAssignments(presentOf(await this.reading.coordinator(code, email)));
  }
}

/**
 * The file is read before the lock: a large one takes a while, and the calendar goes on.
 * @throws InputError for all that is wrong in it
 */
export async function importOrder(
  reader: Reader,
  file: SpreadsheetFile,
): Promise<Order<Difference>> {
  const imported = await readAssignments(file, presentOf(reader));
  return (desk) => {
    const { people } = desk.draft.facts;
    const { responsibilities } = desk.dossier;
    const difference = differenceOf(imported, { people, responsibilities });
    const { indicators, units } = difference;
    for (const { next } of indicators) assignIndicator(desk, { do: 'assignIndicator', ...next });
    for (const change of units) changeAssessors(desk, change);
    return difference;
  };
}

function changeAssessors(desk: Desk, change: UnitChange): void {
  const { unit } = change;
  const { handed, added, removed } = movesOf(change);
  for (const { from, to } of handed) reassignReview(desk, unit, from, to);
  for (const assessor of removed) unassignAssessor(desk.draft, { assessor, unit });
  for (const assessor of added) assignAssessor(desk.draft, { assessor, unit });
}

function presentOf({ facts, dossier, instrument }: Reader): Present {
  return { people: facts.people, responsibilities: dossier.responsibilities, instrument };
}
