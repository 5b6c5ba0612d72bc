import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { server, type Environment, type Program } from '../e2e/harness.js';
import { untilTrue } from '../engine/until.js';
import { cycle } from './month.js';
import type { Parts } from './parts.js';

/** A mail that the server said it takes. */
export interface Taken {
  readonly raw: Buffer;
  readonly recipients: readonly string[];
  /** In milliseconds of the machine. */
  readonly when: number;
}

/** One jump of the cycle's clock: whatever is due in it is due at once (rule 14). In milliseconds. */
export interface Jump {
  readonly from: number;
  readonly to: number;
}

export interface Death {
  readonly when: number;
  /** Mails that were claimed by anybody when it died. */
  readonly inFlight: number;
}

/** A process that a supervisor starts again whenever it is gone. */
export class Role {
  program: Program | null = null;

  constructor(
    readonly name: string,
    private readonly environment: () => Environment,
  ) {}

  async start(): Promise<void> {
    this.program ??= await server(this.environment());
  }

  get isUp(): boolean {
    return this.program?.isRunning ?? false;
  }
}

/** The real parts on which a month runs, and the ways to break them. */
export class World {
  readonly taken: Taken[] = [];
  readonly jumps: Jump[] = [];
  readonly deaths: Death[] = [];
  /** `address jump`: recipients that got a 5xx for what was due in that jump. */
  readonly refused = new Set<string>();
  readonly roles: readonly Role[];
  private pool: pg.Pool;
  /** Of the cycle, in milliseconds. */
  private now = Date.parse('2025-08-31T07:00:00+07:00');
  private due = this.now;

  private constructor(
    readonly parts: Parts,
    readonly database: string,
    workers: number,
  ) {
    this.pool = this.connect();
    const roles = ['web', ...Array.from({ length: workers }, (_, index) => `worker-${index + 1}`)];
    this.roles = roles.map((name) => new Role(name, () => this.environment(name)));
    parts.post.onTaken = (mail) => {
      this.taken.push({ ...mail, when: Date.now() });
    };
  }

  /** The beginning of the month, in a database of its own. */
  static async open(parts: Parts, workers: number): Promise<World> {
    const world = new World(parts, await parts.postgres.another(), workers);
    await Promise.all(world.roles.map((role) => role.start()));
    return world;
  }

  environment(name: string): Environment {
    return {
      ...this.parts.environment,
      DATABASE_URL: `${this.parts.postgres.urlOf(this.database)}?application_name=${name}`,
      QUEUE_PREFIX: this.database,
      ROLE: name === 'web' ? 'web' : 'worker',
    };
  }

  get up(): Role[] {
    return this.roles.filter((role) => role.isUp);
  }

  get senders(): Role[] {
    return this.up.filter(({ name }) => name !== 'web');
  }

  async ask<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return (await this.pool.query<T>(sql, values)).rows;
      } catch (error) {
        // Our own sessions are cut like everybody's.
        if (attempts === 5 || !isCut(error as pg.DatabaseError)) throw error;
      }
    }
  }

  /** A session of its own, to hold locks in. */
  async session(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.parts.postgres.urlOf(this.database) });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async kill(role: Role): Promise<void> {
    const { program } = role;
    if (!program) return;
    await program.stop('SIGKILL');
    const when = Date.now();
    role.program = null;
    const [row] = await this.ask<{ count: string }>(
      `SELECT count(*) FROM mail WHERE state = 'claimed'`,
    );
    this.deaths.push({ when, inFlight: Number(row?.count ?? 0) });
  }

  async terminate(role: Role): Promise<void> {
    await role.program?.stop('SIGTERM');
    role.program = null;
  }

  async restartAll(): Promise<void> {
    await Promise.all(this.roles.map((role) => role.start()));
  }

  /** The cycle's clock, in milliseconds; it only moves on by itself. */
  async jumpTo(to: number): Promise<void> {
    this.jumps.push({ from: this.due, to });
    this.due = to;
    await this.passUntil(to);
  }

  /** As a clock that was wrong: nothing falls due by it, and it is set right at the next jump. */
  async setBack(milliseconds: number): Promise<void> {
    await this.ask('UPDATE demonstration_clock SET shift_milliseconds = shift_milliseconds - $1', [
      milliseconds,
    ]);
  }

  async setRight(): Promise<void> {
    await this.shift(this.now);
  }

  /** Time goes by in which nothing is due. */
  async pass(milliseconds: number): Promise<void> {
    await this.passUntil(this.now + milliseconds);
  }

  /** What is due at the next jump is not taken for that recipient. */
  refuseFrom(address: string): void {
    this.refused.add(`${address} ${this.jumps.length}`);
  }

  private async passUntil(to: number): Promise<void> {
    this.now = to;
    await this.shift(to);
  }

  private async shift(to: number): Promise<void> {
    const wanted = to - Date.now();
    // The processes never go back, and neither does what they are told.
    await this.ask('UPDATE demonstration_clock SET shift_milliseconds = $1', [wanted]);
  }

  /** Resolves when that many mails of this round were taken, or after so many milliseconds. */
  async untilTaken(count: number, since: number, patience = 5000): Promise<void> {
    const end = Date.now() + patience;
    while (this.taken.length - since < count && Date.now() < end) await sleep(2);
  }

  /** Everything that is due was done, and every mail of it has its end. Moves on to what is tried again. */
  async untilSettled(): Promise<void> {
    await untilTrue('everything to be settled', async () => {
      const [row] = await this.ask<{ behind: boolean; waiting: string; next: Date | null }>(
        `SELECT c.ticked_until < $2 AS behind,
                (SELECT count(*) FROM mail WHERE state IN ('waiting', 'claimed')) AS waiting,
                (SELECT min(next_attempt_at) FROM mail WHERE state = 'waiting') AS next
         FROM cycle c WHERE c.code = $1`,
        [cycle, new Date(this.due)],
      );
      if (!row || row.behind) return false;
      if (row.waiting === '0') return true;
      const next = row.next?.getTime() ?? 0;
      if (next > this.now + 30_000) await this.passUntil(next);
      return false;
    });
  }

  /** A server that went away took the sessions of ours with it. */
  async reconnect(): Promise<void> {
    await this.pool.end().catch(() => undefined);
    this.pool = this.connect();
  }

  async close(): Promise<void> {
    for (const { program } of this.roles) await program?.stop('SIGKILL');
    await this.pool.end();
  }

  private connect(): pg.Pool {
    const connectionString = this.parts.postgres.urlOf(this.database);
    const pool = new pg.Pool({ connectionString, max: 3 });
    pool.on('error', () => undefined);
    return pool;
  }
}

function isCut({ code, message }: pg.DatabaseError): boolean {
  return code === '57P01' || /terminated/.test(message);
}
