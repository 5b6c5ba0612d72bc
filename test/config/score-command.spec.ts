import { describe, expect, it } from '@jest/globals';
import { scoreCommand } from '../../src/assessment/score-command.js';
import { problemsOf, shipped, shippedRoot } from './office.js';

const levels = (first: string, count = 47) =>
  [first, ...Array<string>(count - 1).fill('4')].join(',');

function problemsIn(instrument: string, text: string): string[] {
  return problemsOf(shipped, () => scoreCommand(shippedRoot, instrument, text));
}

describe('rule 21: scoring from the command line', () => {
  it('prints one JSON object, its keys in the order of the contract', () => {
    expect(scoreCommand(shippedRoot, 'spbe-2020', levels('2'))).toBe(
      '{"index":"3.97","exact":"3.9740","predikat":"Sangat Baik",' +
        '"domains":{"D1":"3.80","D2":"4.00","D3":"4.00","D4":"4.00"},' +
        '"aspects":{"A1":"3.80","A2":"4.00","A3":"4.00","A4":"4.00","A5":"4.00","A6":"4.00","A7":"4.00","A8":"4.00"}}',
    );
  });

  it('takes decimals under pemdi-2026, and spaces after commas', () => {
    const text = levels('2.5', 20).replaceAll(',', ', ');

    expect(scoreCommand(shippedRoot, 'pemdi-2026', text)).toContain('"exact":"3.9250"');
  });

  it.each([
    ['spbe-2020', levels('4', 46), 'expected 47 levels, one for each indicator of spbe-2020'],
    ['spbe-2020', levels('4', 48), 'separated by commas; found 48'],
    ['spbe-2020', '', 'found 1'],
    ['spbe-2020', levels('6'), 'position 1: expected a whole number from 1 to 5; found "6"'],
    ['spbe-2020', levels('2.5'), 'position 1: expected a whole number from 1 to 5; found "2.5"'],
    ['spbe-2020', levels(''), 'position 1: expected a whole number from 1 to 5; found ""'],
    ['pemdi-2026', levels('0.5', 20), 'position 1: expected a number from 1 to 5 with at most 2'],
  ])('of %s with %s is refused', (instrument, text, problem) => {
    expect(problemsIn(instrument, text)).toEqual([expect.stringContaining(problem)]);
    expect(problemsIn(instrument, text)).toEqual([expect.stringMatching(/^--levels: /)]);
  });

  it('names every level that is wrong', () => {
    const text = `6,${levels('4', 45)},0`;

    expect(problemsIn('spbe-2020', text)).toEqual([
      expect.stringContaining('--levels: position 1: '),
      expect.stringContaining('--levels: position 47: '),
    ]);
  });

  it('lists the instruments when it does not know the one it was given', () => {
    expect(problemsIn('spbe', '4')).toEqual([
      '--instrument: no "spbe" in instruments: known are pemdi-2026, spbe-2020',
    ]);
  });
});
