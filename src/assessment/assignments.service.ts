import { Injectable } from '@nestjs/common';
import { assignIndicator } from '../domain/assessment/commands/assign-indicator.js';
import { reassignReview } from '../domain/assessment/commands/hand-over.js';
import type { Desk } from '../domain/assessment/desk.js';
import { proposeAssignments, type Proposal } from '../domain/assessment/propose-assignments.js';
import { assignAssessor, unassignAssessor } from '../domain/commands/assign-assessor.js';
import type { Assignment } from '../domain/people.js';
import { DeskService } from './desk.service.js';
import { differenceOf, type Difference, type UnitChange } from './import/difference.js';
import { exportAssignments } from './import/export-assignments.js';
import type { Present } from './import/present.js';
import { readAssignments } from './import/read-assignments.js';
import type { SpreadsheetFile } from './import/spreadsheet.js';
import { ReadingService } from './reading.service.js';

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
    const present = presentOf(await this.reading.coordinator(code, email));
    // Read before the lock: a large file takes a while, and the calendar goes on.
    const imported = await readAssignments(file, present);
    return this.desks.coordinate(code, email, (desk) => {
      const { people } = desk.draft.facts;
      const { responsibilities } = desk.dossier;
      const difference = differenceOf(imported, { people, responsibilities });
      for (const { next } of difference.indicators) {
        assignIndicator(desk, { do: 'assignIndicator', ...next });
      }
      for (const change of difference.units) changeAssessors(desk, change);
      return difference;
    });
  }

  /** A workbook that, taken back, changes nothing. */
  async export(code: string, email: string): Promise<Buffer> {
    return exportAssignments(presentOf(await this.reading.coordinator(code, email)));
  }
}

/** One for one is a hand-over: what was done stays. */
function changeAssessors(desk: Desk, { unit, added, removed }: UnitChange): void {
  const pairs = Math.min(added.length, removed.length);
  for (let each = 0; each < pairs; each += 1) {
    reassignReview(desk, unit, removed[each] ?? '', added[each] ?? '');
  }
  for (const assessor of removed.slice(pairs)) unassignAssessor(desk.draft, { assessor, unit });
  for (const assessor of added.slice(pairs)) assignAssessor(desk.draft, { assessor, unit });
}

function presentOf({
  facts,
  dossier,
  instrument,
}: Awaited<ReturnType<ReadingService['coordinator']>>): Present {
  return { people: facts.people, responsibilities: dossier.responsibilities, instrument };
}
