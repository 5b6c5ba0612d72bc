import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UnknownCycle } from '../../src/cycle/unknown-cycle.js';
import { Archive, opened } from './archive.js';

let archive: Archive;

beforeEach(async () => {
  archive = await Archive.open();
});

afterEach(() => archive.close());

describe('rule 19: a journal that nobody touched', () => {
  it('is praised in one line, with the head that is to be kept', async () => {
    const { hash } = await archive.entryAt(7);

    expect(await archive.report()).toEqual({
      intact: [`september: 7 entries, intact, head ${hash}`],
      problems: [],
    });
  });

  it('is told from one that does not exist', async () => {
    await expect(archive.report('oktober')).rejects.toThrow(UnknownCycle);
  });
});

describe('rule 19: an entry that was changed', () => {
  it.each([
    `due = due + interval '1 second'`,
    `recorded = recorded - interval '1 millisecond'`,
    `who = 'somebody else'`,
    `phase = NULL`,
    `unit = 'OPD-5'`,
    `assessor = 'A1'`,
    `task = task || ' '`,
    `"from" = ''`,
    `"to" = 'finished'`,
    `why = 'because'`,
    `facts = facts || '{"more": null}'`,
    `hash = repeat('0', 64)`,
  ])('is found: %s', async (change) => {
    await archive.tamper(`UPDATE journal SET ${change} WHERE number = 4`);

    expect((await archive.problems())[0]).toMatch(
      /^september: entry 4 \(id 4, task, .*\) was changed/,
    );
  });

  it('is the only one that is blamed', async () => {
    await archive.tamper(`UPDATE journal SET what = 'settings' WHERE number = 4`);

    expect(await archive.problems()).toEqual([
      `september: entry 4 (id 4, settings, ${opened}) was changed, or entry 3 together with its hash`,
    ]);
  });

  it('is found when it got a hash that fits', async () => {
    const hash = await archive.forgedHash(4);

    await archive.tamper(`UPDATE journal SET who = 'penyusup', hash = '${hash}' WHERE number = 4`);

    expect(await archive.problems()).toEqual([
      `september: entry 5 (id 5, task, ${opened}) was changed, or entry 4 together with its hash`,
    ]);
  });

  it('is found when it is the first', async () => {
    await archive.tamper(`UPDATE journal SET who = 'penyusup' WHERE number = 1`);

    expect(await archive.problems()).toEqual([
      'september: entry 1 (id 1, cycle, recorded 2025-08-31T00:00:00Z) was changed',
    ]);
  });

  it('and all others with it are counted when there are too many to name', async () => {
    await archive.add('raya', 30);
    await archive.tick();
    await archive.tamper(`UPDATE journal SET who = 'penyusup' WHERE cycle = 'raya'`);

    const { problems: found } = await archive.report('raya');

    expect(found.length).toBe(21);
    expect(found.at(-1)).toMatch(/^raya: and \d+ more problems$/);
  });
});

describe('rule 19: a head that is not that of the journal', () => {
  it.each([
    {
      change: "UPDATE journal_head SET hash = repeat('a', 64)",
      named: [/^september: the head does not match entry 7: it says a{64}$/],
    },
    {
      change: 'UPDATE journal_head SET entries = 9',
      named: [/^september: entries 8 to 9 were cut off from the end$/],
    },
    {
      change: 'UPDATE journal_head SET entries = 6',
      named: [/^september: entry 7 .* was inserted/, /^september: the head does not match entry 6/],
    },
    { change: 'DELETE FROM journal_head', named: [/^september: the head is gone$/] },
  ])('is found: $change', async ({ change, named }) => {
    await archive.tamper(change);

    expect(await archive.problems()).toEqual(named.map((line) => expect.stringMatching(line)));
  });

  it('is found behind a last entry that was changed with its hash', async () => {
    const hash = await archive.forgedHash(7);

    await archive.tamper(`UPDATE journal SET who = 'penyusup', hash = '${hash}' WHERE number = 7`);

    expect(await archive.problems()).toEqual([
      expect.stringMatching(/^september: the head does not match entry 7: it says [0-9a-f]{64}$/),
    ]);
  });
});

describe('rule 19: of two cycles', () => {
  it('the one that was touched is named, the other praised', async () => {
    await archive.add('agustus', 1);
    await archive.tamper(
      `UPDATE journal SET who = 'penyusup' WHERE cycle = 'september' AND number = 1`,
    );

    const { intact, problems: found } = await archive.report();

    expect(intact).toEqual([expect.stringMatching(/^agustus: 1 entries, intact, head/)]);
    expect(found).toEqual([expect.stringMatching(/^september: entry 1 /)]);
  });
});
