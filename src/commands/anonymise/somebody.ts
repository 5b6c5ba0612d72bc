import type { EntityManager } from 'typeorm';
import { isUnsent } from '../../notice/unsent.js';

/** Somebody as the database knows them by their address. */
export interface Somebody {
  readonly email: string;
  readonly names: readonly string[];
  /** Those of the names that somebody else bears too. */
  readonly shared: readonly string[];
  /** Of cycles that are going on: `spbe-2025: unit DINKES`. */
  readonly roles: readonly string[];
  /** Mails to them that are not sent yet. */
  readonly waiting: number;
}

/** Everybody who takes part in a cycle, or once did. */
const people = `
  SELECT cycle, 'coordinator' AS role, name, email FROM coordinator
  UNION ALL SELECT cycle, 'assessor ' || code, name, email FROM assessor
  UNION ALL SELECT cycle, 'sekda', name, email FROM sekda
  UNION ALL SELECT unit.cycle, 'unit ' || code, person ->> 'name', person ->> 'email'
    FROM unit, jsonb_array_elements(admins || jsonb_build_array(head, secretary)) AS person`;

const active = `
  SELECT * FROM (${people}) AS everybody
  WHERE NOT EXISTS (SELECT FROM assessor a WHERE a.cycle = everybody.cycle AND a.retired AND role = 'assessor ' || a.code)
    AND NOT EXISTS (SELECT FROM unit u WHERE u.cycle = everybody.cycle AND u.retired AND role = 'unit ' || u.code)`;

/** Warnings still come for a while after the last phase: only then is a cycle over. */
export const daysAfterTheEnd = 31;

/** @param today an ISO date */
export async function somebody(tx: EntityManager, email: string, today: string): Promise<Somebody> {
  const named = await tx.query<{ name: string; shared: boolean }[]>(
    `WITH known AS (
       SELECT name, lower(email) AS email FROM (${people}) AS everybody
       UNION SELECT recipient ->> 'name', lower(address) FROM notice
     )
     SELECT DISTINCT name, EXISTS (SELECT FROM known other WHERE other.name = known.name AND other.email <> $1) AS shared
     FROM known WHERE email = $1 AND name <> '' ORDER BY name`,
    [email],
  );
  const roles = await tx.query<{ cycle: string; role: string }[]>(
    `SELECT cycle, role FROM (${active}) AS taking
     WHERE lower(email) = $1 AND EXISTS (
       SELECT FROM phase WHERE phase.cycle = taking.cycle
         AND (phase.state <> 'closed' OR phase.closes::date > $2::date - $3::int))
     ORDER BY cycle, role`,
    [email, today, daysAfterTheEnd],
  );
  const [mails] = await tx.query<{ waiting: number }[]>(
    `SELECT count(*)::int AS waiting FROM mail m
     WHERE ${isUnsent}
       AND (lower("to" ->> 'email') = $1 OR EXISTS (
         SELECT FROM jsonb_array_elements(cc) AS copy WHERE lower(copy ->> 'email') = $1))`,
    [email],
  );
  return {
    email,
    names: named.map(({ name }) => name),
    shared: named.filter(({ shared }) => shared).map(({ name }) => name),
    roles: roles.map(({ cycle, role }) => `${cycle}: ${role}`),
    waiting: mails?.waiting ?? 0,
  };
}
