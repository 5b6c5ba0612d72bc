import { ask } from '../e2e/stored.js';
import { untilTrue } from '../engine/until.js';
import { startPostgres, type StartedPostgres } from '../servers/postgres.js';

/** A PostgreSQL of the suite's own, which can be stopped and started again without losing anything. */
export class Postgres {
  readonly template = 'awal';
  private count = 0;

  private constructor(private readonly started: StartedPostgres) {}

  static async start(): Promise<Postgres> {
    const postgres = new Postgres(await startPostgres({ persistent: true }));
    await postgres.administer(`CREATE DATABASE ${postgres.template}`);
    return postgres;
  }

  urlOf(database: string): string {
    return this.started.urlOf(database);
  }

  /** Like the template, which nobody is connected to. @returns its name */
  async another(template = this.template): Promise<string> {
    this.count += 1;
    const name = `bulan_${this.count}`;
    await this.administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    return name;
  }

  async drop(database: string): Promise<void> {
    await this.administer(`DROP DATABASE ${database} WITH (FORCE)`);
  }

  async restart(whileDown: () => Promise<unknown>): Promise<void> {
    await this.started.server.stop();
    await whileDown();
    await this.started.server.start();
    await untilTrue('PostgreSQL to answer', () => this.answers());
  }

  async cutConnections(database: string): Promise<void> {
    await this.administer(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
    );
  }

  async stop(): Promise<void> {
    await this.started.server.stop();
  }

  private answers(): Promise<boolean> {
    return this.administer('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  private async administer(statement: string): Promise<void> {
    await ask(this.urlOf('postgres'), statement);
  }
}
