import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CycleService } from '../../cycle/cycle.service.js';
import { actorOf, authoriseCoordinator } from '../../domain/assessment/actor.js';
import { Refusal } from '../../domain/refusal.js';
import { ResultRow } from '../review.entity.js';
import { PublicResultRow } from './public-result.entity.js';

/** What a coordinator orders about the page for everybody, and why. */
export interface Showing {
  readonly shown: boolean;
  readonly reason: string;
}

/** Whether anybody may read a result: a coordinator's decision, which can be taken back. */
@Injectable()
export class PublicResults {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly cycles: CycleService,
  ) {}

  /** Null: nobody may without signing in. */
  async shown(cycle: string): Promise<PublicResultRow | null> {
    return this.db.manager.findOneBy(PublicResultRow, { cycle });
  }

  /**
   * What is so already changes nothing and is not recorded.
   * @throws Refusal not_found, not_allowed; not_open before there is a result; UnknownCycle
   */
  async order(code: string, email: string, { shown, reason }: Showing): Promise<void> {
    const basis = { reason, letter: null };
    await this.cycles.change(
      code,
      email.toLowerCase(),
      async ({ tx, draft }) => {
        authoriseCoordinator(actorOf(draft.facts.people, email));
        if (!(await tx.existsBy(ResultRow, { cycle: code }))) throw new Refusal('not_open');
        if ((await tx.existsBy(PublicResultRow, { cycle: code })) === shown) return;
        if (shown) await tx.insert(PublicResultRow, { cycle: code, shownAt: draft.now });
        else await tx.delete(PublicResultRow, { cycle: code });
        const [from, to] = shown ? ['off', 'on'] : ['on', 'off'];
        draft.record({ what: 'public-result', from, to });
      },
      basis,
    );
  }
}
