import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Archive, opened, renamed } from './archive.js';

let archive: Archive;

beforeEach(async () => {
  archive = await Archive.open();
});

afterEach(() => archive.close());

describe('rule 19: entries that were removed', () => {
  it.each([
    { which: 'number = 4', named: ['entry 4 was removed'] },
    { which: 'number = 1', named: ['entry 1 was removed'] },
    { which: 'number IN (3, 4, 6)', named: ['entries 3 to 4 were removed', 'entry 6 was removed'] },
    { which: 'number = 7', named: ['entry 7 was cut off from the end'] },
    { which: 'number > 3', named: ['entries 4 to 7 were cut off from the end'] },
    { which: 'true', named: ['entries 1 to 7 were cut off from the end'] },
  ])('are named: $which', async ({ which, named }) => {
    await archive.tamper(`DELETE FROM journal WHERE ${which}`);

    expect(await archive.problems()).toEqual(named.map((line) => `september: ${line}`));
  });

  it('are found when those behind them moved up', async () => {
    await archive.tamper(
      'DELETE FROM journal WHERE number = 4',
      'UPDATE journal SET number = number - 100 WHERE number > 4',
      'UPDATE journal SET number = number + 99 WHERE number < 0',
    );

    expect(await archive.problems()).toEqual([
      `september: entry 4 (id 5, task, ${opened}) was changed, or entry 3 together with its hash`,
      `september: entry 5 (id 6, task, ${opened}) was changed, or entry 4 together with its hash`,
      `september: entry 6 (id 7, task, ${opened}) was changed, or entry 5 together with its hash`,
      'september: entry 7 was cut off from the end',
    ]);
  });
});

describe('rule 19: entries that changed places', () => {
  it('are found by their ids', async () => {
    await archive.tamper(
      'ALTER TABLE journal DROP CONSTRAINT journal_number',
      ...[renamed(4, 104), renamed(5, 105), 'DELETE FROM journal WHERE id IN (4, 5)'],
      ...[renamed(104, 5), renamed(105, 4), 'DELETE FROM journal WHERE id > 100'],
    );

    expect(await archive.problems()).toEqual([
      `september: entry 5 (id 4, task, ${opened}) was moved: by its id it stands before entry 4 (id 5, task, ${opened})`,
    ]);
  });

  it('are found by their hashes', async () => {
    await archive.tamper(
      'UPDATE journal SET number = -number WHERE number IN (4, 5)',
      'UPDATE journal SET number = 9 + number WHERE number < 0',
    );

    expect(await archive.problems()).toEqual([
      `september: entry 4 (id 5, task, ${opened}) was changed, or entry 3 together with its hash`,
      `september: entry 5 (id 4, task, ${opened}) was changed, or entry 4 together with its hash`,
      `september: entry 5 (id 4, task, ${opened}) was moved: by its id it stands before entry 4 (id 5, task, ${opened})`,
      `september: entry 6 (id 6, task, ${opened}) was changed, or entry 5 together with its hash`,
    ]);
  });
});

describe('rule 19: an entry that was inserted', () => {
  it.each([
    { where: 'before the first', number: 0, id: 0 },
    { where: 'at the end', number: 8, id: 108 },
    { where: 'far behind the end', number: 100, id: 108 },
  ])('$where is named', async ({ number, id }) => {
    await archive.tamper(await archive.forgery({ number, id }));

    expect(await archive.problems()).toEqual([
      `september: entry ${number} (id ${id}, task, ${opened}) was inserted: its place is taken, or the head knows nothing of it`,
    ]);
  });

  it('in a place that is taken is refused by the table', async () => {
    await expect(archive.tamper(await archive.forgery({ number: 4, id: 108 }))).rejects.toThrow(
      'journal_number',
    );
  });

  it('in a place that is taken is named', async () => {
    await archive.tamper(
      'ALTER TABLE journal DROP CONSTRAINT journal_number',
      await archive.forgery({ number: 4, id: 108 }),
    );

    expect(await archive.problems()).toEqual([
      `september: entry 4 (id 108, task, ${opened}) was inserted: its place is taken, or the head knows nothing of it`,
    ]);
  });

  it('between others that moved on is found from its place on', async () => {
    await archive.tamper(
      await archive.forgery({ number: 100, id: 108 }),
      'UPDATE journal SET number = -number WHERE number BETWEEN 4 AND 7',
      'UPDATE journal SET number = 1 - number WHERE number < 0',
      'UPDATE journal SET number = 4 WHERE number = 100',
    );

    const found = await archive.problems();

    expect(found[0]).toMatch(/^september: entry 5 .* was changed, or entry 4 together/);
    expect(found.at(-2)).toMatch(/^september: entry 8 .* was inserted/);
    expect(found.at(-1)).toMatch(/^september: the head does not match entry 7/);
  });
});
