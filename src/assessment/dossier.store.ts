import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Desk } from '../domain/assessment/desk.js';
import type { Comment, Dossier } from '../domain/assessment/dossier.js';
import { insertAll, upsertAll } from '../platform/bulk-write.js';
import {
  AnswerRow,
  CommentRow,
  EvidenceRow,
  ExternalValueRow,
  NihilRow,
  ResponsibilityRow,
} from './assessment.entity.js';
import { ReviewRow, SettlementRow, VerdictRow } from './review.entity.js';

/** A city has some fifty indicators and a few hundred pieces of evidence: its dossier is read as a whole. */
@Injectable()
export class DossierStore {
  async load(tx: EntityManager, cycle: string): Promise<Dossier> {
    const all = <T extends ObjectLiteral & { readonly cycle: string }>(
      target: EntityTarget<T>,
      order: object,
    ): Promise<T[]> => tx.find(target, { where: { cycle } as never, order: order });
    const byIndicator = { indicator: 'ASC' };
    // One after the other: a transaction has one connection.
    return {
      responsibilities: await all(ResponsibilityRow, byIndicator),
      answers: await all(AnswerRow, byIndicator),
      evidence: await all(EvidenceRow, {
        indicator: 'ASC',
        level: 'ASC',
        attachedAt: 'ASC',
        // A clock that stands still must not shuffle the versions of one piece.
        version: 'ASC',
        id: 'ASC',
      }),
      nihil: await all(NihilRow, byIndicator),
      reviews: await all(ReviewRow, { indicator: 'ASC', task: 'ASC' }),
      verdicts: await all(VerdictRow, { task: 'ASC', evidence: 'ASC' }),
      settlements: await all(SettlementRow, byIndicator),
      externals: await all(ExternalValueRow, byIndicator),
    };
  }

  /** Writes what the desk changed; its journal is the draft's. */
  async save(tx: EntityManager, cycle: string, { changes }: Desk): Promise<void> {
    const ofCycle = <T extends object>(rows: readonly T[]): (T & { cycle: string })[] =>
      rows.map((row) => ({ ...row, cycle }));
    await upsertAll(tx, ResponsibilityRow, ofCycle(changes.responsibilities));
    await upsertAll(tx, AnswerRow, ofCycle(changes.answers));
    await upsertAll(tx, EvidenceRow, ofCycle(changes.evidence));
    await upsertAll(tx, NihilRow, ofCycle(changes.nihil));
    await upsertAll(tx, ReviewRow, ofCycle(changes.reviews));
    await upsertAll(tx, VerdictRow, ofCycle(changes.verdicts));
    await upsertAll(tx, SettlementRow, ofCycle(changes.settlements));
    await upsertAll(tx, ExternalValueRow, ofCycle(changes.externals));
    await insertAll(tx, CommentRow, ofCycle(changes.comments));
  }

  /** The thread on an answer, oldest first. */
  async comments(tx: EntityManager, cycle: string, indicator: number): Promise<Comment[]> {
    const order = { at: 'ASC', id: 'ASC' } as const;
    return tx.find(CommentRow, { where: { cycle, indicator }, order });
  }
}
