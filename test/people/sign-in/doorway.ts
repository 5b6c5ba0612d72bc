import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { SimulatedClock } from '../../../src/domain/clock.js';
import type { People } from '../../../src/domain/people.js';
import { PeopleStore } from '../../../src/people/people.store.js';
import { AccountStore } from '../../../src/people/sign-in/account.store.js';
import { LimitStore } from '../../../src/people/sign-in/limit.store.js';
import { LinkStore } from '../../../src/people/sign-in/link.store.js';
import { SessionStore } from '../../../src/people/sign-in/session.store.js';
import { SignInRefused } from '../../../src/people/sign-in/sign-in-refused.js';
import { SignInService, type Knock } from '../../../src/people/sign-in/sign-in.service.js';
import { databaseOptions, migrate } from '../../../src/platform/database.js';
import type { RunningDatabase } from '../../../src/platform/embedded/postgres.js';
import { freshDatabase } from '../../engine/servers.js';
import { entities } from '../../platform/entities.js';

/** The sign-in on a database of the spec's own, with a clock that the spec moves. */
export class Doorway {
  readonly clock = new SimulatedClock(Temporal.Instant.from('2025-09-01T00:00:00Z'));
  readonly people: PeopleStore;
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly links: LinkStore;
  readonly limits: LimitStore;
  readonly service: SignInService;

  private constructor(
    readonly db: DataSource,
    private readonly database: RunningDatabase,
  ) {
    const { clock } = this;
    this.people = new PeopleStore(db);
    this.accounts = new AccountStore(db, clock);
    this.sessions = new SessionStore(db, clock);
    this.links = new LinkStore(db, clock);
    this.limits = new LimitStore(db, clock);
    const stores = [this.people, this.accounts, this.sessions, this.links, this.limits] as const;
    this.service = new SignInService(...stores, clock);
  }

  static async open(): Promise<Doorway> {
    const database = await freshDatabase();
    const db = await new DataSource({ ...databaseOptions(database.url), entities }).initialize();
    await migrate(db);
    return new Doorway(db, database);
  }

  async know(cycle: string, people: People): Promise<void> {
    await this.db.query(
      `INSERT INTO cycle (code, title, zone, send_at, instrument, holidays, state, blueprint)
       VALUES ($1, 'Siklus', 'Asia/Jakarta', '08:00', 'spbe-2020', '[]', 'active', '{}')`,
      [cycle],
    );
    const change = { ...people, assigned: people.assignments, unassigned: [] };
    await this.people.save(this.db.manager, cycle, change, people);
  }

  later(duration: Temporal.DurationLike): void {
    this.clock.moveTo(this.clock.now().add(duration));
  }

  async close(): Promise<void> {
    await this.db.destroy();
    await this.database.stop();
  }
}

/** From a browser without a session. */
export function knockFrom(ip: string): Knock {
  return { ip, token: null };
}

/** With what somebody was refused; null when they were not. */
export async function refusalOf(work: Promise<unknown>): Promise<SignInRefused | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof SignInRefused) return error;
    throw error;
  }
}
