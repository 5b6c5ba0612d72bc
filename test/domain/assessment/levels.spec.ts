import { describe, expect, it } from '@jest/globals';
import { supportedLevel, type Evidence } from '../../../src/domain/assessment/evidence.js';
import { neededLevels, reachedLevel } from '../../../src/domain/assessment/levels.js';
import { acceptedLevel } from '../../../src/domain/assessment/verdict.js';
import { localInstant } from '../world.js';
import { pdf } from './deeds.js';
import { covering, indicator } from './small-instrument.js';

const plain = indicator(1, 10_000, 'A1');
const coveringAt3 = indicator(1, 10_000, 'A1', { levels: [covering(3)] });
const coveringAt5 = indicator(1, 10_000, 'A1', { levels: [covering(3), covering(5)] });

describe('a claim', () => {
  it.each([
    { claim: '1', needed: [] },
    { claim: '2', needed: [2] },
    { claim: '4', needed: [2, 3, 4] },
    { claim: '5', needed: [2, 3, 4, 5] },
    { claim: '3.25', needed: [2, 3, 4] },
    { claim: '1.01', needed: [2] },
  ])('of $claim needs evidence for $needed: levels are cumulative', ({ claim, needed }) => {
    expect(neededLevels(plain, claim)).toEqual(needed);
  });

  it.each([
    { claim: '2', needed: [2] },
    { claim: '3', needed: [3] },
    { claim: '5', needed: [3, 4, 5] },
  ])('of $claim needs $needed where level 3 covers those below', ({ claim, needed }) => {
    expect(neededLevels(coveringAt3, claim)).toEqual(needed);
  });

  it('needs nothing below the highest level that covers the others', () => {
    expect(neededLevels(coveringAt5, '5')).toEqual([5]);
    expect(neededLevels(coveringAt5, '4')).toEqual([3, 4]);
  });
});

describe('the level reached', () => {
  it.each([
    { holding: [], level: 1 },
    { holding: [2, 3], level: 3 },
    { holding: [2, 4, 5], level: 2 },
    { holding: [3, 4, 5], level: 1 },
    { holding: [2, 3, 4, 5], level: 5 },
  ])('is $level when $holding hold', ({ holding, level }) => {
    expect(reachedLevel(plain, (each) => holding.includes(each))).toBe(level);
  });

  it.each([
    { holding: [3], level: 3 },
    { holding: [2, 4], level: 2 },
    { holding: [3, 4], level: 4 },
    { holding: [3, 5], level: 3 },
  ])('is $level when $holding hold and 3 covers those below', ({ holding, level }) => {
    expect(reachedLevel(coveringAt3, (each) => holding.includes(each))).toBe(level);
  });

  it('falls back to a lower one that covers when the highest that does is refused', () => {
    expect(reachedLevel(coveringAt5, (level) => level === 3 || level === 4)).toBe(4);
  });
});

describe('evidence', () => {
  it('supports a level without anybody having judged it, and reaches none', () => {
    const evidence = [at(2), at(3)];

    expect(supportedLevel(plain, evidence)).toBe(3);
    expect(acceptedLevel(plain, evidence, [])).toBe(1);
  });

  it('supports nothing once it is removed', () => {
    const removed = { ...at(2), removedAt: now };

    expect(supportedLevel(plain, [removed, at(3)])).toBe(1);
  });

  it('of another indicator supports nothing', () => {
    expect(supportedLevel(plain, [{ ...at(2), indicator: 9 }])).toBe(1);
  });

  it('carries its level only when all of it there is accepted', () => {
    const evidence = [at(2), at(3), { ...at(3), id: 'another' }];

    expect(acceptedLevel(plain, evidence, [verdict('e2'), verdict('e3')])).toBe(2);
    expect(acceptedLevel(plain, evidence, ['e2', 'e3', 'another'].map(verdict))).toBe(3);
  });
});

const now = localInstant('2025-09-10T09:00', 'Asia/Jakarta');

function at(level: number): Evidence {
  const id = `e${level}`;
  const put = { attachedAt: now, attachedBy: 'admin@dinkes.test', removedAt: null };
  const place = { indicator: 1, level, unit: 'DINKES', series: id, version: 1 };
  return { id, ...place, attachment: pdf(id), ...put };
}

function verdict(evidence: string) {
  const judged = { note: '', judgedAt: now, judgedBy: 'a1@asesor.test' };
  return { task: 't', evidence, judgement: { kind: 'diterima' }, ...judged } as const;
}
