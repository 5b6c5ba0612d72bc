import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { BatchFacts } from '../../src/notice/batch-facts.store.js';

type Known = Awaited<ReturnType<BatchFacts['recent']>>;

const known = (journals: string) => ({ journals }) as Known;
const longerThanAMoment = 30;

function batch() {
  let looks = 0;
  const facts = new BatchFacts(known('0'), async () => {
    looks += 1;
    return Promise.resolve(known(String(looks)));
  });
  return { facts, looks: () => looks };
}

describe('rule 12: what a batch of mails speaks of', () => {
  it('is what was looked up when it was claimed, for a moment', async () => {
    const { facts, looks } = batch();

    expect((await facts.recent()).journals).toBe('0');
    expect(looks()).toBe(0);
  });

  it('is looked at again after that, once for all whose turn comes then', async () => {
    const { facts, looks } = batch();
    await sleep(longerThanAMoment);

    const all = await Promise.all([facts.recent(), facts.recent(), facts.recent()]);

    expect(all.map(({ journals }) => journals)).toEqual(['1', '1', '1']);
    expect(looks()).toBe(1);
  });

  it('is never kept: who comes later looks again', async () => {
    const { facts } = batch();
    await sleep(longerThanAMoment);
    await facts.recent();
    await sleep(longerThanAMoment);

    expect((await facts.recent()).journals).toBe('2');
  });
});
