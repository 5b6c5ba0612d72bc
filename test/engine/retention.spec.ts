import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { anonymiseIn } from '../../src/commands/anonymise/anonymise.js';
import { archiveIn } from '../../src/commands/archive/archive.js';
import { verifyJournals, type JournalReport } from '../../src/commands/verify-journal.js';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { MailLogStore } from '../../src/notice/mail-log.store.js';
import { OutboxStore } from '../../src/notice/outbox.store.js';
import { SentMailsStore } from '../../src/notice/sent-mails.store.js';
import { SETTINGS, type Settings } from '../../src/platform/settings.js';
import { selfAssessment, september, wib } from './city.js';
import { load, outbox, septemberIsOver, Stage } from './stage.js';

const before = '2025-10-15';
const any = { state: null, kind: null, recipient: '' } as const;

let stage: Stage;
let app: INestApplicationContext;

/** September is over since two months; a cycle of the same city has just begun its own. */
beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await septemberIsOver(stage);
  const { plan, people } = september(2);
  const phases = [{ ...selfAssessment, opens: '2025-12-01', closes: '2025-12-30' }];
  await load(app, { plan: { ...plan, code: 'desember' }, phases, people });
  await app.get(Stepper).settle();
});

afterEach(() => stage.close());

function query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  return app.get(DataSource).query<T[]>(sql, values);
}

async function counts(only: 'ONLY ' | ''): Promise<unknown> {
  const [row] = await query(
    `SELECT ${['mail', 'notice', 'journal']
      .map(
        (table) =>
          `(SELECT count(*)::int FROM ${only}${table} WHERE cycle = 'september') AS ${table}`,
      )
      .join(', ')}`,
  );
  return row;
}

const none = { mail: 0, notice: 0, journal: 0 };

function archive(more: { yes?: boolean; cycle?: string } = {}, atMost?: number): Promise<string[]> {
  return archiveIn(app, { before, ...more }, atMost);
}

function verified(): Promise<JournalReport> {
  return verifyJournals(app.get<Settings>(SETTINGS), 'september');
}

async function archived(): Promise<void> {
  await archive({ yes: true });
  expect(await counts('ONLY ')).toEqual(none);
}

/** As somebody who owns the database. */
async function tamper(sql: string): Promise<void> {
  await app.get(DataSource).transaction(async (tx) => {
    await tx.query('ALTER TABLE journal_archive DISABLE TRIGGER USER');
    await tx.query(sql);
    await tx.query('ALTER TABLE journal_archive ENABLE TRIGGER USER');
  });
}

describe('a cycle that is over', () => {
  it('is shown first, and nothing is moved by that', async () => {
    const hot = await counts('ONLY ');

    const lines = await archive();

    expect(lines).toEqual([
      'desember: stays, for it still runs: not every phase is closed',
      expect.stringMatching(/^september: [1-9]\d* mails, [1-9]\d* notices, [1-9]\d* entries/),
      'nothing was moved: --yes does it',
    ]);
    expect(await counts('ONLY ')).toEqual(hot);
  });

  it('goes to the archive, and reads as it did: journal, mail log, own mails', async () => {
    const [log, own] = [app.get(MailLogStore), app.get(SentMailsStore)];
    const [first] = await outbox(app);
    const email = first?.to.email ?? '';
    const read = async (): Promise<unknown[]> => [
      await counts(''),
      await verified(),
      await log.list('september', any),
      await own.latestOf(email, 50),
      await own.find(first?.id ?? ''),
      await app.get(OutboxStore).counts('september'),
    ];
    const as = await read();

    await archived();

    expect(await read()).toEqual(as);
    expect((await verified()).problems).toEqual([]);
  });

  it('is not planned again, and a second run finds nothing', async () => {
    await archived();
    const all = await counts('');

    await app.get(TickService).tick('september');

    expect(await counts('')).toEqual(all);
    expect(await archive({ yes: true, cycle: 'september' })).toEqual([
      'september: 0 mails, 0 notices, 0 entries of the journal',
    ]);
  });

  it('is gone on with when a run was killed, and two runs move each row once', async () => {
    const all = await counts('');
    await query(`
      CREATE FUNCTION killed() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'killed'; END $$;
      CREATE TRIGGER killed BEFORE INSERT ON journal_archive FOR EACH ROW WHEN (NEW.number = 6)
        EXECUTE FUNCTION killed()`);

    await expect(archive({ yes: true }, 2)).rejects.toThrow('killed');

    expect(await counts('ONLY ')).not.toEqual(none);
    expect(await counts('ONLY ')).not.toEqual(all);
    expect([await counts(''), (await verified()).problems]).toEqual([all, []]);
    await query('DROP TRIGGER killed ON journal_archive');
    await Promise.all([archive({ yes: true }, 2), archive({ yes: true }, 2)]);
    expect([await counts('ONLY '), await counts('')]).toEqual([none, all]);
    expect((await verified()).problems).toEqual([]);
  });

  it('keeps where they are the mails that can be sent again', async () => {
    const [first] = await outbox(app);
    await query(`UPDATE mail SET state = 'failed' WHERE id = $1`, [first?.id]);

    await archive({ yes: true });

    expect(await counts('ONLY ')).toMatchObject({ mail: 1, journal: 0 });
    expect(await app.get(OutboxStore).resend(first?.id ?? '', 'uji coba')).toBe(true);
    expect((await verified()).problems).toEqual([]);
  });
});

describe('what is not over', () => {
  it('is refused: a cycle that runs, a date that is too late, one that is none, an unknown cycle', async () => {
    await expect(archive({ yes: true, cycle: 'desember' })).rejects.toThrow(
      'desember: it still runs: not every phase is closed',
    );
    await expect(archiveIn(app, { before: '2025-11-20', yes: true })).rejects.toThrow('too late');
    await expect(archiveIn(app, { before: '2025-02-30' })).rejects.toThrow('is no date');
    await expect(archive({ cycle: 'entah' })).rejects.toThrow('entah');
  });

  it('is refused while mails of it wait', async () => {
    await query(`UPDATE mail SET state = 'waiting' WHERE cycle = 'september' AND seq = 1`);

    await expect(archive({ yes: true, cycle: 'september' })).rejects.toThrow('wait (1)');
  });
});

describe('rule 19, in the archive', () => {
  beforeEach(archived);

  it('nothing is changed or removed, nor out of the journal what is not archived', async () => {
    for (const sql of [
      `UPDATE journal_archive SET who = 'x'`,
      `UPDATE journal SET who = 'x'`,
      'DELETE FROM journal_archive',
      'TRUNCATE journal_archive',
      `SET siklus.archiving = 'yes'; DELETE FROM journal_archive; RESET siklus.archiving`,
      `SET siklus.archiving = 'yes'; DELETE FROM ONLY journal; RESET siklus.archiving`,
    ]) {
      await expect(query(sql)).rejects.toThrow('append-only');
    }
  });

  it.each([
    [`UPDATE journal_archive SET who = 'penyusup' WHERE number = 2`, /entry 2 .* was changed/],
    ['DELETE FROM journal_archive WHERE number = 3', /entry 3 was removed/],
  ])('whoever gets past that is found: %s', async (sql, flaw) => {
    await tamper(sql);

    const { problems } = await verified();

    expect(problems).toEqual([expect.stringMatching(flaw)]);
  });

  it('an entry that stands in both is found', async () => {
    await query(
      `INSERT INTO journal OVERRIDING SYSTEM VALUE SELECT * FROM journal_archive WHERE number = 4`,
    );

    expect((await verified()).problems).toEqual([expect.stringContaining('was inserted')]);
  });

  it('a person is taken out of what is archived too, and the chain holds', async () => {
    const { people } = september(3);
    // The third unit takes no part in December.
    const [gone] = people.units[2]?.admins ?? [];
    const says = async (): Promise<number> => {
      const rows = await query(
        `SELECT FROM mail WHERE to_jsonb(mail)::text LIKE $1
         UNION ALL SELECT FROM notice WHERE to_jsonb(notice)::text LIKE $1
         UNION ALL SELECT FROM journal WHERE to_jsonb(journal)::text LIKE $1`,
        [`%${gone?.email}%`],
      );
      return rows.length;
    };
    expect(await says()).toBeGreaterThan(0);

    await anonymiseIn(app, gone?.email ?? '', { why: 'uji coba', yes: true });

    expect(await says()).toBe(0);
    expect((await verified()).problems).toEqual([]);
  });
});
