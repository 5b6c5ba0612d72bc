import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { verifyJournals, type JournalReport } from '../../src/commands/verify-journal.js';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { canonicalText } from '../../src/domain/journal-chain.js';
import { TickService } from '../../src/engine/tick.service.js';
import { SETTINGS, type Settings } from '../../src/platform/settings.js';
import { sha256 } from '../../src/platform/sha256.js';
import { september, wib } from './city.js';
import { load, Stage } from './stage.js';

/** When the first phase opened, as a report says it. */
export const opened = 'recorded 2025-08-31T17:00:00Z';

const told =
  'cycle, due, recorded, who, what, phase, unit, assessor, task, "from", "to", why, facts';

/** A journal of seven entries (the cycle starts, its first phase opens for five units), and who may do anything to it. */
export class Archive {
  private constructor(
    private readonly stage: Stage,
    private readonly app: INestApplicationContext,
  ) {}

  static async open(): Promise<Archive> {
    const stage = await Stage.open(wib('2025-08-31T07:00'));
    const archive = new Archive(stage, await stage.process());
    await archive.add('september', 5);
    stage.clock.moveTo(wib('2025-09-01T00:00'));
    await archive.tick();
    return archive;
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  /** One more cycle, or one more city. */
  async add(code: string, units: number): Promise<void> {
    const blueprint = september(units);
    await load(this.app, { ...blueprint, plan: { ...blueprint.plan, code } });
  }

  tick(): Promise<void> {
    return this.app.get(TickService).tickAll();
  }

  async tamper(...statements: readonly string[]): Promise<void> {
    await this.app.get(DataSource).transaction(async (tx) => {
      await tx.query('ALTER TABLE journal DISABLE TRIGGER USER');
      for (const statement of statements) await tx.query(statement);
      await tx.query('ALTER TABLE journal ENABLE TRIGGER USER');
    });
  }

  entryAt(number: number): Promise<JournalRow> {
    const where = { cycle: 'september', number };
    return this.app.get(DataSource).manager.findOneByOrFail(JournalRow, where);
  }

  /** What the entry's hash would be if somebody else had done it. */
  async forgedHash(number: number): Promise<string> {
    const model = await this.entryAt(number);
    const { hash: previous } = await this.entryAt(number - 1);
    const place = { cycle: 'september', number, previous };
    return sha256(canonicalText({ ...model, who: 'penyusup' }, place));
  }

  /** A statement that inserts one more entry like the fourth, with the hash that it would have had there. */
  async forgery({ number, id }: { number: number; id: number }): Promise<string> {
    return `INSERT INTO journal (id, ${told}, number, hash) OVERRIDING SYSTEM VALUE
      SELECT ${id}, ${told.replace('who', "'penyusup'")}, ${number}, '${await this.forgedHash(4)}'
      FROM journal WHERE number = 4`;
  }

  report(cycle: string | null = null): Promise<JournalReport> {
    return verifyJournals(this.app.get<Settings>(SETTINGS), cycle);
  }

  /** When nothing is praised. */
  async problems(): Promise<readonly string[]> {
    const { intact, problems } = await this.report();
    return [...intact, ...problems];
  }
}

/** A statement that gives an entry another id. */
export function renamed(from: number, to: number): string {
  return `INSERT INTO journal (id, ${told}, number, hash) OVERRIDING SYSTEM VALUE
    SELECT ${to}, ${told}, number, hash FROM journal WHERE id = ${from}`;
}
