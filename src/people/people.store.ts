import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Decision } from '../domain/draft.js';
import type { Assignment, People, Person } from '../domain/people.js';
import { inCycle, readAll } from '../platform/bulk-read.js';
import { upsertAll } from '../platform/bulk-write.js';
import { AssessorRow, AssignmentRow, CoordinatorRow, SekdaRow, UnitRow } from './people.entity.js';

type Change = Pick<
  Decision,
  'units' | 'assessors' | 'coordinators' | 'sekda' | 'assigned' | 'unassigned'
>;

@Injectable()
export class PeopleStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Somebody whom any cycle knows by that address, in lower case; who has retired, or whose unit has, is not. */
  async find(email: string): Promise<Person | null> {
    const [person] = await this.db.query<Person[]>(
      `SELECT name, email FROM (
         SELECT name, email, 1 AS rank FROM coordinator
         UNION ALL SELECT name, email, 2 FROM assessor WHERE NOT retired
         UNION ALL SELECT admin ->> 'name', admin ->> 'email', 3
           FROM unit, jsonb_array_elements(admins) AS admin WHERE NOT retired
         UNION ALL SELECT head ->> 'name', head ->> 'email', 4
           FROM unit WHERE NOT retired AND jsonb_typeof(head) = 'object'
       ) AS everybody WHERE lower(email) = $1 ORDER BY rank, name LIMIT 1`,
      [email],
    );
    return person ?? null;
  }

  /** The cycles that know an address, in lower case; for whatever, and were it an admin of a unit that has retired. */
  async cyclesOf(email: string): Promise<string[]> {
    const rows = await this.db.query<{ cycle: string }[]>(
      `SELECT DISTINCT cycle FROM (
         SELECT cycle, email FROM coordinator
         UNION ALL SELECT cycle, email FROM assessor
         UNION ALL SELECT cycle, admin ->> 'email' FROM unit, jsonb_array_elements(admins) AS admin
         UNION ALL SELECT cycle, head ->> 'email' FROM unit WHERE jsonb_typeof(head) = 'object'
       ) AS everybody WHERE lower(email) = $1 ORDER BY cycle`,
      [email],
    );
    return rows.map(({ cycle }) => cycle);
  }

  async load(tx: EntityManager, cycle: string): Promise<People> {
    const units = await readAll(tx, UnitRow, inCycle(cycle), ['position']);
    const assessors = await readAll(tx, AssessorRow, inCycle(cycle), ['position']);
    const coordinators = await readAll(tx, CoordinatorRow, inCycle(cycle), ['position']);
    const assignments = await readAll(tx, AssignmentRow, inCycle(cycle), ['unit', 'assessor']);
    const sekda = await tx.findOneBy(SekdaRow, { cycle });
    return { coordinators, units, assessors, assignments, sekda };
  }

  /** Only some units, with who assesses them. */
  async some(tx: EntityManager, cycle: string, codes: readonly string[]): Promise<People> {
    const some = { sql: 't.cycle = $1 AND t.code = ANY ($2)', given: [cycle, codes] };
    const units = await readAll(tx, UnitRow, some, ['position']);
    const theirs = { sql: 't.cycle = $1 AND t.unit = ANY ($2)', given: [cycle, codes] };
    const assignments = await readAll(tx, AssignmentRow, theirs, ['unit', 'assessor']);
    return { coordinators: [], units, assessors: [], assignments, sekda: null };
  }

  /** Writes what changed; `all` is everybody afterwards, which gives the order. */
  async save(tx: EntityManager, cycle: string, change: Change, all: People): Promise<void> {
    await upsertAll(tx, UnitRow, placed(cycle, change.units, all.units));
    await upsertAll(tx, AssessorRow, placed(cycle, change.assessors, all.assessors));
    if (change.coordinators) await this.replaceCoordinators(tx, cycle, change.coordinators);
    if (change.sekda !== undefined) await this.replaceSekda(tx, cycle, change.sekda);
    await this.removeAssignments(tx, cycle, change.unassigned);
    await upsertAll(
      tx,
      AssignmentRow,
      change.assigned.map(({ assessor, unit }) => ({ cycle, assessor, unit })),
    );
  }

  private async replaceCoordinators(
    tx: EntityManager,
    cycle: string,
    coordinators: readonly Person[],
  ): Promise<void> {
    await tx.delete(CoordinatorRow, { cycle });
    const rows = coordinators.map(({ name, email }, position) => ({
      cycle,
      name,
      email,
      position,
    }));
    await upsertAll(tx, CoordinatorRow, rows);
  }

  private async replaceSekda(tx: EntityManager, cycle: string, sekda: Person | null) {
    await tx.delete(SekdaRow, { cycle });
    if (sekda) await tx.insert(SekdaRow, { cycle, name: sekda.name, email: sekda.email });
  }

  private async removeAssignments(
    tx: EntityManager,
    cycle: string,
    assignments: readonly Assignment[],
  ): Promise<void> {
    if (assignments.length === 0) return;
    await tx.query(
      `DELETE FROM assignment a USING unnest($2::text[], $3::text[]) AS gone (assessor, unit)
       WHERE a.cycle = $1 AND a.assessor = gone.assessor AND a.unit = gone.unit`,
      [cycle, assignments.map(({ assessor }) => assessor), assignments.map(({ unit }) => unit)],
    );
  }
}

function placed<T extends { readonly code: string }>(
  cycle: string,
  changed: readonly T[],
  all: readonly T[],
): (T & { cycle: string; position: number })[] {
  const position = new Map(all.map(({ code }, index) => [code, index]));
  return changed.map((each) => ({ ...each, cycle, position: position.get(each.code) ?? 0 }));
}
