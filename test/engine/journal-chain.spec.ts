import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CycleStore } from '../../src/cycle/cycle.store.js';
import { JournalCheckService, type Verdict } from '../../src/cycle/journal-check.service.js';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { JournalStore } from '../../src/cycle/journal.store.js';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import { entry, type Entry } from '../../src/domain/journal.js';
import { CommandService } from '../../src/engine/command.service.js';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { ClaimsStore } from '../../src/notice/claims.store.js';
import type { Settled } from '../../src/notice/settled.js';
import type { MailRow } from '../../src/notice/outbox.entity.js';
import { OutboxStore } from '../../src/notice/outbox.store.js';
import { september, wib } from './city.js';
import { load, outbox, Stage, step } from './stage.js';

const opening = wib('2025-09-01T08:00');

let stage: Stage;
let one: INestApplicationContext;
let other: INestApplicationContext;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  one = await stage.process();
  other = await stage.process();
});

afterEach(() => stage.close());

function inTown(code: string, units: number): Blueprint {
  const blueprint = september(units);
  return { ...blueprint, plan: { ...blueprint.plan, code } };
}

async function journal(cycle: string): Promise<JournalRow[]> {
  const order = { id: 'ASC' } as const;
  return one.get(DataSource).manager.find(JournalRow, { where: { cycle }, order });
}

function verdict(cycle: string): Promise<Verdict> {
  return one.get(JournalCheckService).verify(cycle);
}

/** What an untouched journal of that cycle is found to be. */
async function intact(cycle: string): Promise<Verdict> {
  const rows = await journal(cycle);
  const head = rows.at(-1)?.hash ?? null;
  return { entries: rows.length, head, flaws: [], furtherFlaws: 0 };
}

function remark(why: string): Entry {
  return entry({ what: 'settings', who: 'Bu Ketua', why, due: opening, recorded: opening });
}

function remarks(app: INestApplicationContext, cycle: string, why: string): Promise<void> {
  return app
    .get(DataSource)
    .transaction((tx) => app.get(JournalStore).record(tx, cycle, [remark(why), remark(why)]));
}

function bounced(mail: MailRow): Settled {
  return {
    mail,
    state: 'bounced',
    attempts: 1,
    firstAttemptAt: opening,
    nextAttemptAt: null,
    outstanding: [],
    bounced: mail.outstanding,
    version: null,
    error: '550 no such mailbox',
    superseded: [],
    silenced: [],
  };
}

describe('rule 19: the journal is intact', () => {
  it('after a month with bounces, a mail that was sent again, and a change by hand', async () => {
    await load(one, september(4));
    await stage.catcher.set({ reject: ['admin@opd-1.test'] });
    stage.clock.moveTo(opening);
    await one.get(Stepper).settle();
    const [mail] = (await outbox(one)).filter(({ state }) => state === 'bounced');
    await one.get(OutboxStore).resend(mail?.id ?? '', 'Bu Ketua');
    const until = { closes: '2025-09-16', reason: 'sakit "flu" ☕\nsejak Senin' };
    const extension = { do: 'extend', phase: 'mandiri', unit: 'OPD-1', ...until } as const;
    await one.get(CommandService).perform('september', 'Bu Ketua', extension);

    while (await step(one, stage.clock, () => one.get(Stepper).settle()));

    const kinds = new Set((await journal('september')).map(({ what }) => what));
    expect([...kinds].sort()).toEqual(
      ['cycle', 'phase', 'task', 'bounced', 'resent', 'extended', 'version', 'outage'].sort(),
    );
    expect(await verdict('september')).toEqual(await intact('september'));
  });

  it('when it has more entries than are read at once', async () => {
    await load(one, september(3));
    const many = Array.from({ length: 2500 }, (_, index) => remark(`ke-${index}`));
    await one
      .get(DataSource)
      .transaction((tx) => one.get(JournalStore).record(tx, 'september', many));

    expect(await verdict('september')).toEqual(await intact('september'));
  });

  it('when nothing was recorded yet', async () => {
    await one.get(DataSource).transaction((tx) => one.get(CycleStore).created(tx, september(1)));

    expect(await verdict('september')).toEqual({
      entries: 0,
      head: '0'.repeat(64),
      flaws: [],
      furtherFlaws: 0,
    });
  });

  it('when an entry was rolled back', async () => {
    await load(one, september(3));
    const broken = one.get(DataSource).transaction(async (tx) => {
      await one.get(JournalStore).record(tx, 'september', [remark('is taken back')]);
      throw new RangeError('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');

    await remarks(other, 'september', 'stays');

    expect(await verdict('september')).toEqual(await intact('september'));
  });
});

describe('rule 19: two processes that record at once', () => {
  it('chain their entries one after the other, in each of two cycles', async () => {
    await load(one, inTown('kota', 20));
    await load(one, inTown('kabupaten', 20));
    const turns = Array.from({ length: 20 }, (_, turn) => turn);
    stage.clock.moveTo(opening);

    await Promise.all([
      one.get(TickService).tickAll(),
      other.get(TickService).tickAll(),
      ...turns.map((turn) => remarks(one, turn % 2 ? 'kota' : 'kabupaten', `one ${turn}`)),
      ...turns.map((turn) => remarks(other, turn % 2 ? 'kabupaten' : 'kota', `other ${turn}`)),
    ]);

    for (const cycle of ['kota', 'kabupaten']) {
      const rows = await journal(cycle);
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
      expect(rows.filter(({ what }) => what === 'settings').length).toBe(40);
      expect(await verdict(cycle)).toEqual(await intact(cycle));
    }
  });

  it('do not wait for each other when their mails are of the same cycles in another order', async () => {
    const rounds = 10;
    await load(one, inTown('kota', 2 * rounds));
    await load(one, inTown('kabupaten', 2 * rounds));
    stage.clock.moveTo(opening);
    await one.get(TickService).tickAll();
    const mails = await outbox(one);
    const of = (cycle: string) => mails.filter((mail) => mail.cycle === cycle).map(({ id }) => id);
    const [kota, kabupaten] = [of('kota'), of('kabupaten')];
    const claim = async (app: INestApplicationContext, index: number) => {
      const pair = [kota[index] ?? '', kabupaten[index] ?? ''];
      const claimed = await app.get(ClaimsStore).claim({ mails: pair }, opening);
      return claimed.sort((a, b) => a.cycle.localeCompare(b.cycle)).map(bounced);
    };

    for (let round = 0; round < rounds; round += 1) {
      const [mine, theirs] = [await claim(one, 2 * round), await claim(other, 2 * round + 1)];
      await Promise.all([
        one.get(ClaimsStore).settle(mine, opening),
        other.get(ClaimsStore).settle(theirs.reverse(), opening),
      ]);
    }

    for (const cycle of ['kota', 'kabupaten']) {
      const bounces = (await journal(cycle)).filter(({ what }) => what === 'bounced');
      expect(bounces.length).toBe(2 * rounds);
      expect(await verdict(cycle)).toEqual(await intact(cycle));
    }
  });

  it('do not wait for each other when one of them has locked the cycle', async () => {
    await load(one, september(3));
    let meanwhile: Promise<void> = Promise.resolve();

    await one.get(CycleStore).locked('september', async ({ tx }) => {
      meanwhile = remarks(other, 'september', 'from a delivery');
      await sleep(200);
      await one.get(JournalStore).record(tx, 'september', [remark('from a tick')]);
    });
    await meanwhile;

    const said = (await journal('september')).slice(-3).map(({ why }) => why);
    expect(said).toEqual(['from a tick', 'from a delivery', 'from a delivery']);
    expect(await verdict('september')).toEqual(await intact('september'));
  });
});

describe('rule 19: a cycle whose journal has lost its head', () => {
  it('records nothing any more, lest a new chain hides the old one', async () => {
    await load(one, september(3));
    await one.get(DataSource).query('DELETE FROM journal_head');

    await expect(remarks(one, 'september', 'never')).rejects.toThrow('has lost its head');
  });
});
