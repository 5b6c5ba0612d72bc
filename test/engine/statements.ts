import type { INestApplicationContext } from '@nestjs/common';
import { AbstractLogger, DataSource } from 'typeorm';

class Statements extends AbstractLogger {
  readonly seen: string[] = [];

  protected override writeLog(): void {}

  override logQuery(statement: string): void {
    this.seen.push(statement);
  }
}

/** What a process says to the database while it does something, statement by statement. */
export async function statementsOf(
  app: INestApplicationContext,
  work: () => Promise<unknown>,
): Promise<string[]> {
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
