import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, LessThanOrEqual, MoreThan, type DataSource } from 'typeorm';
import type { Clock } from '../../domain/clock.js';
import { SERVER_CLOCK } from '../../platform/clock.js';
import { localPath } from '../../platform/local-path.js';
import { sha256 } from '../../platform/sha256.js';
import { newSecret } from './secret.js';
import { LinkRow } from './sign-in.entity.js';

/** By mail it is there at once; what is printed for somebody is passed on by hand. */
export const minutesOfLink = { mailed: 20, printed: 24 * 60 } as const;
export type LinkWay = keyof typeof minutesOfLink;

@Injectable()
export class LinkStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the token of the link, which is kept nowhere */
  async issue(email: string, path: string, way: LinkWay): Promise<string> {
    const token = newSecret();
    const now = this.clock.now();
    const row: LinkRow = {
      hash: sha256(token),
      email,
      path: localPath(path),
      createdAt: now,
      expiresAt: now.add({ minutes: minutesOfLink[way] }),
      usedAt: null,
    };
    await this.db.manager.insert(LinkRow, row);
    await this.db.manager.delete(LinkRow, { expiresAt: LessThanOrEqual(now) });
    return token;
  }

  /** Whether it would still open something: looking does not use it up. */
  isGood(token: string): Promise<boolean> {
    return this.db.manager.existsBy(LinkRow, this.good(token));
  }

  /** Works once, also for two who come at once. Null when it no longer does. */
  async use(token: string): Promise<Pick<LinkRow, 'email' | 'path'> | null> {
    const { affected } = await this.db.manager.update(LinkRow, this.good(token), {
      usedAt: this.clock.now(),
    });
    return affected === 1 ? this.db.manager.findOneBy(LinkRow, { hash: sha256(token) }) : null;
  }

  /** What has been sent but not used works no longer. */
  async withdraw(email: string): Promise<void> {
    await this.db.manager.delete(LinkRow, { email });
  }

  private good(token: string) {
    return { hash: sha256(token), usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
  }
}
