import { describe, expect, it } from '@jest/globals';
import { whatIf } from '../../../src/domain/target/what-if.js';
import { pemdi, spbe } from './city.js';

const threes = Object.fromEntries(spbe.indicators.map(({ no }) => [String(no), '3']));

describe('what if', () => {
  it('moves the index, its domains and aspects, and what is missing', () => {
    const { before, after, differences } = whatIf(spbe, '4.00', {
      base: threes,
      changes: { 1: '2', 2: '3', 42: '5' },
    });

    expect([before.index, after.index, after.exact]).toEqual(['3.00', '3.05', '3.0470']);
    expect(after.domains).toEqual({ D1: '2.90', D2: '3.00', D3: '3.00', D4: '3.13' });
    expect([after.aspects['A1'], after.aspects['A8']]).toEqual(['2.90', '3.33']);
    expect([before.toTarget, after.toTarget]).toEqual(['1.00', '0.95']);
    expect(after.nextPredikat).toEqual({ name: 'Sangat Baik', from: '3.50', missing: '0.45' });
    // Indicator 2 is named, but not changed.
    expect(differences).toEqual([
      { indicator: 1, from: '3', to: '2', contribution: '-0.0130' },
      { indicator: 42, from: '3', to: '5', contribution: '+0.0600' },
    ]);
  });

  it('begins at level 1 where there is none, as the published result does', () => {
    const { differences } = whatIf(pemdi, null, { base: {}, changes: { 1: '1.17' } });

    expect(differences).toEqual([{ indicator: 1, from: '1', to: '1.17', contribution: '+0.0085' }]);
  });

  it('changes nothing where the level is the same in other words', () => {
    const { before, after, differences } = whatIf(pemdi, '4.00', {
      base: { 1: '3.5' },
      changes: { 1: '3.50' },
    });

    expect(differences).toEqual([]);
    expect(after).toEqual(before);
  });
});
