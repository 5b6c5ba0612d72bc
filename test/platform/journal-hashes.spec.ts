import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { CycleRow } from '../../src/cycle/cycle.entity.js';
import { JournalCheckService } from '../../src/cycle/journal-check.service.js';
import { JournalHeadRow, JournalRow } from '../../src/cycle/journal.entity.js';
import { JournalStore } from '../../src/cycle/journal.store.js';
import { entry, type Entry } from '../../src/domain/journal.js';
import { databaseOptions, migrate } from '../../src/platform/database.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { freshDatabase } from '../engine/servers.js';

let database: RunningDatabase;
let db: DataSource;
let journal: JournalStore;
let cycles = 0;

beforeAll(async () => {
  database = await freshDatabase();
  const entities = [CycleRow, JournalRow, JournalHeadRow];
  // The console logger would print what the database is meant to refuse.
  const options = { ...databaseOptions(database.url), entities, logger: 'debug' } as const;
  db = await new DataSource(options).initialize();
  await migrate(db);
  journal = new JournalStore(db);
});

afterAll(async () => {
  await db.destroy();
  await database.stop();
});

async function newCycle(): Promise<string> {
  cycles += 1;
  const code = `cycle-${cycles}`;
  await db.query(
    `INSERT INTO cycle (code, title, zone, send_at, instrument, holidays, state, blueprint)
     VALUES ($1, 'Siklus', 'Asia/Jakarta', '08:00', 'spbe-2020', '[]', 'active', '{}')`,
    [code],
  );
  await journal.begin(db.manager, code);
  return code;
}

/** Null when the database took them. */
async function refusal(cycle: string, entries: readonly Entry[]): Promise<string | null> {
  try {
    await db.transaction((tx) => journal.record(tx, cycle, entries));
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

async function found(cycle: string) {
  const { entries, flaws } = await new JournalCheckService(db).verify(cycle);
  return { entries, flaws };
}

/** Any text but a NUL and half a character, which PostgreSQL does not take. */
const text = fc
  .string({ unit: 'binary' })
  .map((each) => each.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, ''));
const textOrNone = fc.option(text);

/** Finer than the table keeps them, and on both sides of 1970. */
const instant = fc
  .bigInt({ min: -(10n ** 18n), max: 4n * 10n ** 18n })
  .map((nanoseconds) => Temporal.Instant.fromEpochNanoseconds(nanoseconds));

const key = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'toString', '', '1', '10'));

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(
      ...[fc.constant(undefined), fc.constant(null), fc.boolean(), text, instant],
      ...[
        fc.double(),
        fc.integer(),
        fc.constantFrom(-0, 1e21, 5e-324, Number.MAX_VALUE, 0.1 + 0.2),
      ],
      fc.constantFrom(Number.MAX_SAFE_INTEGER + 2, 1.0, 100, 1e2, 1e-7, 123456789012345680000),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));

const entries = fc
  .record({
    due: instant,
    recorded: instant,
    who: text,
    what: fc.constantFrom('task', 'phase', 'bounced'),
    phase: textOrNone,
    unit: textOrNone,
    assessor: textOrNone,
    task: textOrNone,
    from: textOrNone,
    to: textOrNone,
    why: textOrNone,
    facts: fc.dictionary(key, value, { maxKeys: 5 }),
  })
  .map((given) => entry(given as Entry));

describe('rule 19: whatever an entry says', () => {
  it('has the same hash when it is read back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entries, { minLength: 1, maxLength: 8 }), async (recorded) => {
        const cycle = await newCycle();

        const refused = await refusal(cycle, recorded);

        expect(refused).toBeNull();
        expect(await found(cycle)).toEqual({ entries: recorded.length, flaws: [] });
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    { what: 'a NUL', said: 'a\0b' },
    { what: 'the first half of a character', said: 'a\ud83d' },
    { what: 'the second half of a character', said: '\ude00b' },
  ])('is refused as a whole if it has $what in it', async ({ said }) => {
    const cycle = await newCycle();
    const plain = entry({ ...anything, why: 'stays' });
    await refusal(cycle, [plain]);

    const refused = [
      await refusal(cycle, [plain, entry({ ...anything, why: said })]),
      await refusal(cycle, [plain, entry({ ...anything, facts: { deep: [{ [said]: 1 }] } })]),
      await refusal(cycle, [plain, entry({ ...anything, facts: { deep: [{ in: said }] } })]),
    ];

    expect(refused).toEqual(Array(3).fill(expect.stringMatching(/unicode|json/i)));
    expect(await found(cycle)).toEqual({ entries: 1, flaws: [] });
  });
});

const at = Temporal.Instant.from('2025-09-01T00:00:00Z');
const anything = { what: 'settings', who: 'Bu Ketua', due: at, recorded: at } as const;
