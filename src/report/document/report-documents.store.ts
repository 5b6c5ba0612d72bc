import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { sha256 } from '../../platform/sha256.js';
import type { DocumentState, ReportFormat } from './report-format.js';
import type { Report, ReportKind } from './report.js';

/** A document without its file, and of which report it is. */
export interface ListedDocument {
  readonly id: string;
  readonly kind: ReportKind;
  readonly entries: number;
  readonly hash: string;
  readonly format: ReportFormat;
  readonly state: DocumentState;
  /** In percent. */
  readonly progress: number;
  readonly askedAt: Temporal.Instant;
  readonly askedBy: string;
  readonly error: string | null;
}

export interface Asked {
  readonly format: ReportFormat;
  readonly who: string;
  readonly now: Temporal.Instant;
}

/** Drafts of a cycle that stay; an older one can be made again as long as nothing has changed. */
const draftsKept = 10;

type Row = Omit<ListedDocument, 'askedAt'> & { readonly askedAt: Date };

const listed = `
  SELECT d.id, r.kind, r.entries, r.hash, d.format, d.state, d.progress,
    d.asked_at AS "askedAt", d.asked_by AS "askedBy", d.error
  FROM report_document d JOIN report r ON r.id = d.report WHERE r.cycle = $1`;

/** Whoever waits for a document still gets it. */
const removeOldDrafts = `
  WITH old AS (
    SELECT id FROM report WHERE cycle = $1 AND kind = 'draft'
    ORDER BY entries DESC, made_at DESC, id OFFSET $2
  ), settled AS (
    SELECT id FROM old WHERE NOT EXISTS (
      SELECT FROM report_document d WHERE d.report = old.id AND d.state IN ('queued', 'running'))
  ), documents AS (
    DELETE FROM report_document WHERE report IN (SELECT id FROM settled)
  )
  DELETE FROM report WHERE id IN (SELECT id FROM settled)`;

/** What was asked for, and what there is of it. */
@Injectable()
export class ReportDocuments {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * The document of that report in that format: the one there is, unless it failed, which is tried again.
   * @returns its id
   */
  async ask(report: Report, { format, who, now }: Asked): Promise<string> {
    const { cycle, kind, place, letterhead, from, site } = report;
    const frame = sha256(JSON.stringify({ letterhead, from, site }));
    const key = [cycle.code, kind, place.entries, frame];
    return this.db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO report (cycle, kind, entries, frame, id, hash, data, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
        [...key, randomUUID(), place.hash, JSON.stringify(report), now.toString()],
      );
      const [row] = await tx.query<{ id: string }[]>(
        'SELECT id FROM report WHERE cycle = $1 AND kind = $2 AND entries = $3 AND frame = $4',
        key,
      );
      await tx.query(
        `INSERT INTO report_document (id, report, format, asked_at, asked_by)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (report, format) DO UPDATE
           SET state = 'queued', progress = 0, attempts = 0, error = NULL, claimed_until = NULL
           WHERE report_document.state = 'failed'`,
        [randomUUID(), row?.id, format, now.toString(), who],
      );
      const [document] = await tx.query<{ id: string }[]>(
        'SELECT id FROM report_document WHERE report = $1 AND format = $2',
        [row?.id, format],
      );
      await tx.query(removeOldDrafts, [cycle.code, draftsKept]);
      return document?.id ?? '';
    });
  }

  /** The newest first. */
  async list(cycle: string, atMost: number): Promise<ListedDocument[]> {
    const rows = await this.db.query<Row[]>(
      `${listed} ORDER BY d.asked_at DESC, d.format, d.id LIMIT $2`,
      [cycle, atMost],
    );
    return rows.map(document);
  }

  /** Those of the result that are there; where the letterhead has changed since, the newest. */
  async published(cycle: string): Promise<ListedDocument[]> {
    const rows = await this.db.query<Row[]>(
      `SELECT DISTINCT ON (format) * FROM (${listed}) AS all_of_it
       WHERE kind = 'published' AND state = 'done' ORDER BY format, "askedAt" DESC, id`,
      [cycle],
    );
    return rows.map(document);
  }

  async find(cycle: string, id: string): Promise<ListedDocument | null> {
    const [row] = await this.db.query<Row[]>(`${listed} AND d.id = $2`, [cycle, id]);
    return row ? document(row) : null;
  }

  /** Null as long as it is not done. */
  async file(id: string): Promise<Buffer | null> {
    const [row] = await this.db.query<{ file: Buffer | null }[]>(
      'SELECT file FROM report_document WHERE id = $1',
      [id],
    );
    return row?.file ?? null;
  }
}

function document({ askedAt, ...row }: Row): ListedDocument {
  return { ...row, askedAt: Temporal.Instant.fromEpochMilliseconds(askedAt.getTime()) };
}
