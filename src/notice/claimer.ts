import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Client } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/** The first half of our advisory locks' keys; the second is the claimer's number. */
export const claimers = 5_2025;

/** In milliseconds, between two attempts to reach a database that is gone. */
const pause = 300;

export interface Claiming {
  readonly session: QueryRunner;
  /** Under which this process claims, from its first claim to its end. */
  readonly number: number;
}

interface Backend {
  readonly pid: number;
  readonly since: string;
}

/**
 * The number under which this process claims mails. A database session holds an advisory lock under it, and so
 * shows that the process lives; a session that breaks is replaced by another with the same number, so that a
 * network that broke for a moment gives nobody's mails away.
 */
@Injectable()
export class Claimer implements OnApplicationShutdown {
  /** How often the lock was gone for a while: what was claimed before may belong to another by now. */
  losses = 0;
  /** Null as long as it has claimed nothing. */
  number: number | null = null;
  private readonly log = new Logger(Claimer.name);
  private current: Promise<Claiming> | null = null;
  private hasEnded = false;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Waits while the database is gone, if this process has claimed before. */
  async claiming(): Promise<Claiming> {
    this.current ??= this.begin().catch((error: unknown) => {
      this.current = null;
      throw error;
    });
    return this.current;
  }

  /** If it has claimed anything yet: its number stands there again. */
  async isBack(): Promise<void> {
    await this.current;
  }

  async onApplicationShutdown(): Promise<void> {
    this.hasEnded = true;
    const claiming = await this.current?.catch(() => null);
    if (!claiming) return;
    await claiming.session.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await claiming.session.release().catch(() => undefined);
  }

  private async begin(): Promise<Claiming> {
    const [row] = await this.db.query<{ number: number }[]>(
      `SELECT nextval('mail_claimer')::int AS number`,
    );
    this.number = row?.number ?? 0;
    return this.enter(this.number, null);
  }

  private async enter(number: number, broken: Backend | null): Promise<Claiming> {
    const session = this.db.createQueryRunner();
    try {
      const client = (await session.connect()) as Client;
      // The server may not know yet that the other end is gone: its lock would keep us waiting.
      if (broken) await session.query(endSession, [broken.pid, broken.since]);
      await session.query('SELECT pg_advisory_lock($1, $2)', [claimers, number]);
      const [own] = (await session.query(ownSession)) as Backend[];
      client.once('end', () => this.goOn(number, own ?? null));
      return { session, number };
    } catch (error) {
      await session.release().catch(() => undefined);
      throw error;
    }
  }

  private goOn(number: number, broken: Backend | null): void {
    this.losses += 1;
    if (!this.hasEnded) this.current = this.again(number, broken);
  }

  private async again(number: number, broken: Backend | null): Promise<Claiming> {
    this.log.warn('the session that claims mails broke; another takes its place');
    for (;;) {
      try {
        return await this.enter(number, broken);
      } catch (error) {
        if (this.hasEnded) throw error;
        await sleep(pause);
      }
    }
  }
}

const ownSession = `
  SELECT pid, backend_start::text AS since FROM pg_stat_activity WHERE pid = pg_backend_pid()`;

// A pid alone may be somebody else's by now.
const endSession = `
  SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
  WHERE pid = $1 AND backend_start::text = $2`;
