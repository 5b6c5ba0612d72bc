import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, Not, type DataSource } from 'typeorm';
import type { Clock } from '../domain/clock.js';
import type { NoticeKind } from '../domain/notice-kind.js';
import { SERVER_CLOCK } from '../platform/clock.js';
import { SilencedRow } from './silenced.entity.js';

type Silence = Pick<SilencedRow, 'email' | 'kind'>;

/** Which notices people do without. Addresses in lower case, throughout. */
@Injectable()
export class SilencedStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  /** In one statement, for however many people. */
  async of(emails: readonly string[]): Promise<Silence[]> {
    return this.db.query<Silence[]>(
      'SELECT email, kind FROM silenced_notice WHERE email = ANY ($1)',
      [[...new Set(emails)]],
    );
  }

  /** Exactly these from now on; what was silenced already keeps since when. */
  async choose(email: string, kinds: readonly NoticeKind[]): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.delete(SilencedRow, { email, kind: Not(In([...kinds])) });
      await tx.query(
        `INSERT INTO silenced_notice (email, kind, since)
         SELECT $1, kind, $3 FROM unnest($2::text[]) AS kind ON CONFLICT (email, kind) DO NOTHING`,
        [email, kinds, this.clock.now().toString()],
      );
    });
  }
}
