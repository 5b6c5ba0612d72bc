import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectedOf, logOf, scenarios, textOf, withoutTasks } from './run.js';

const namesIn = (folder: string): string[] =>
  readdirSync(join(scenarios, folder))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}/${file.slice(0, -'.yaml'.length)}`)
    .sort();

/** One of each sort: dates, a whole chain, a downtime, retries and refused recipients. */
const representative = [
  'contract/escalation',
  'contract/whole-chain',
  'contract/downtime-events',
  'contract/smtp-down-and-up',
  'contract/smtp-rejects',
];

describe("the contract's own examples", () => {
  it.each(namesIn('examples'))('%s prints the log of the contract', async (name) => {
    expect(textOf(withoutTasks(await logOf(name)))).toEqual(expectedOf(name));
  });
});

describe('a scenario', () => {
  it.each(namesIn('contract'))('%s prints the log that was worked out by hand', async (name) => {
    expect(textOf(withoutTasks(await logOf(name)))).toEqual(expectedOf(name));
  });

  it('prints the same bytes, task lines too, when it is run again', async () => {
    const [first, second] = [
      await logOf('contract/whole-chain'),
      await logOf('contract/whole-chain'),
    ];

    expect(textOf(second)).toEqual(textOf(first));
  });
});

describe('a scenario with queue bullmq', () => {
  it.each(representative)('%s prints the very same lines', async (name) => {
    expect(textOf(withoutTasks(await logOf(name, 'bullmq')))).toEqual(expectedOf(name));
  });
});
