import type { INestApplicationContext } from '@nestjs/common';
import { AbstractLogger, DataSource } from 'typeorm';

export interface Said {
  readonly statement: string;
  readonly parameters: unknown[];
}

class Statements extends AbstractLogger {
  readonly seen: Said[] = [];

  protected override writeLog(): void {}

  override logQuery(statement: string, parameters: unknown[] = []): void {
    this.seen.push({ statement, parameters });
  }
}

/** What a process says to the database while it does something, statement by statement. */
export async function statementsOf(
  app: INestApplicationContext,
  work: () => Promise<unknown>,
): Promise<string[]> {
  return (await saidBy(app, work)).map(({ statement }) => statement);
}

/** The same, with what stands for their parameters. */
export async function saidBy(
  app: INestApplicationContext,
  work: () => Promise<unknown>,
): Promise<Said[]> {
  const statements = new Statements();
  const db = app.get(DataSource);
  const before = db.logger;
  db.setOptions({ logger: statements });
  try {
    await work();
  } finally {
    db.setOptions({ logger: before });
  }
  return statements.seen;
}
