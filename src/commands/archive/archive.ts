import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { dateProblem } from '../../cycle/date-problem.js';
import { UnknownCycle } from '../../cycle/unknown-cycle.js';
import type { Clock } from '../../domain/clock.js';
import { isUnsent } from '../../notice/unsent.js';
import { CLOCK } from '../../platform/clock.js';
import { InputError } from '../../platform/input-error.js';
import type { GivenSettings } from '../../platform/settings.js';
import { daysAfterTheEnd } from '../anonymise/somebody.js';
import { withLiveApp } from '../live-app.js';
import { added, movable, move, nothing, type Moved } from './move.js';

export interface ArchiveRequest {
  /** An ISO date. */
  readonly before: string;
  readonly cycle?: string;
  /** Else it is only shown. */
  readonly yes?: boolean;
}

/** Rows of a table in a transaction: what else wants the cycle waits for a moment only. */
const perBatch = 5000;

/**
 * Moves the mails that are settled and the journals of cycles that are over out of the tables of those that run.
 * @returns a line for each cycle
 * @throws InputError for a date that is not over, or one cycle that is not; UnknownCycle
 */
export async function archive(given: GivenSettings, request: ArchiveRequest): Promise<string[]> {
  return withLiveApp(given, (app) => archiveIn(app, request));
}

/** @throws InputError, UnknownCycle */
export async function archiveIn(
  app: INestApplicationContext,
  request: ArchiveRequest,
  atMost = perBatch,
): Promise<string[]> {
  const db = app.get(DataSource);
  refuseEarly(request.before, app.get<Clock>(CLOCK, { strict: false }).now());
  const lines: string[] = [];
  for (const code of await codesOf(db.manager, request.cycle)) {
    const hindrance = await hindranceTo(db.manager, code, request.before);
    if (hindrance !== null && request.cycle !== undefined) throw problemOf(code, hindrance);
    if (hindrance !== null) lines.push(`${code}: stays, for ${hindrance}`);
    else lines.push(`${code}: ${inWords(await done(db, code, request, atMost))}`);
  }
  return request.yes ? lines : [...lines, 'nothing was moved: --yes does it'];
}

/** In transactions of their own: a run that is killed is gone on with, and two share what there is. */
async function done(
  db: DataSource,
  code: string,
  { before, yes = false }: ArchiveRequest,
  atMost: number,
): Promise<Moved> {
  if (!yes) return movable(db.manager, code);
  for (let all = nothing; ;) {
    const moved = await db.transaction(async (tx) => {
      // Whoever would write to it, a tick or somebody who records, waits: nothing comes between look and move.
      await tx.query('SELECT FROM cycle WHERE code = $1 FOR UPDATE', [code]);
      const hindrance = await hindranceTo(tx, code, before);
      if (hindrance !== null) throw problemOf(code, hindrance);
      return move(tx, code, atMost);
    });
    if (moved.mails === 0 && moved.entries === 0) return all;
    all = added(all, moved);
  }
}

/** Warnings come for a while after the last phase. */
function refuseEarly(before: string, now: Temporal.Instant): void {
  const latest = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: daysAfterTheEnd });
  const place = { file: '--before', line: null, field: null };
  const isDate = /^\d{4}-\d\d-\d\d$/.test(before) && dateProblem(before) === null;
  if (!isDate) throw new InputError(place, `"${before}" is no date such as 2026-01-01`);
  if (Temporal.PlainDate.compare(before, latest) <= 0) return;
  const problem = `${before} is too late: mails may still come of what closed after ${latest.toString()}`;
  throw new InputError(place, problem);
}

async function codesOf(tx: EntityManager, only?: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }[]>(
    'SELECT code FROM cycle WHERE $1::text IS NULL OR code = $1 ORDER BY code',
    [only ?? null],
  );
  if (only !== undefined && rows.length === 0) throw new UnknownCycle(only);
  return rows.map(({ code }) => code);
}

/** Why a cycle is not over; null when it is. */
async function hindranceTo(
  tx: EntityManager,
  code: string,
  before: string,
): Promise<string | null> {
  const [row] = await tx.query<{ phases: number; going: number; late: number; unsent: number }[]>(
    `SELECT count(*)::int AS phases, count(*) FILTER (WHERE state <> 'closed')::int AS going,
       count(*) FILTER (WHERE closes::date >= $2::date)::int AS late,
       (SELECT count(*)::int FROM mail m WHERE m.cycle = $1 AND ${isUnsent}) AS unsent
     FROM phase WHERE cycle = $1`,
    [code, before],
  );
  if (!row || row.phases === 0 || row.going > 0) return 'it still runs: not every phase is closed';
  if (row.late > 0) return `its last phase closed no earlier than ${before}`;
  return row.unsent > 0 ? `mails of it wait (${row.unsent}): try again when they are sent` : null;
}

function problemOf(code: string, hindrance: string): InputError {
  return new InputError({ file: code, line: null, field: null }, hindrance);
}

function inWords({ mails, notices, entries }: Moved): string {
  return `${mails} mails, ${notices} notices, ${entries} entries of the journal`;
}
