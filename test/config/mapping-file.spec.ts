import { describe, expect, it } from '@jest/globals';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { loadMapping } from '../../src/assessment/mapping-file.js';
import { officeWith, problemsOf, shipped, slip } from './office.js';

const code = 'spbe-2020--pemdi-2026';
const right = `code: ${code}
from: spbe-2020
to: pemdi-2026
status: proposal
indicators:
  - { to: 1, from: [1, 11], carries: evidence, note: Arsitektur }
  - { to: 3, from: [25], carries: nothing, note: Kompetensi }
`;

function problemsIn(text: string): string[] {
  const folder = officeWith({ [`mappings/${code}.yaml`]: text });
  return problemsOf(folder, () => loadMapping(folder, code));
}

describe('the mapping between two instruments', () => {
  it('says which older indicators a newer one can begin with', () => {
    const mapping = loadMapping(officeWith({ [`mappings/${code}.yaml`]: right }), code);

    expect(mapping).toEqual({
      from: 'spbe-2020',
      to: 'pemdi-2026',
      status: 'proposal',
      rows: [
        { to: 1, from: [1, 11], carries: 'evidence', note: 'Arsitektur' },
        { to: 3, from: [25], carries: 'nothing', note: 'Kompetensi' },
      ],
    });
  });

  it.each([
    {
      slip: ['from: [1, 11]', 'from: [1, 48]'],
      problem:
        '6: indicators[0].from[1]: expected a number from 1 to 47, as spbe-2020 has; found 48',
    },
    {
      slip: ['to: 3,', 'to: 21,'],
      problem: '7: indicators[1].to: expected a number from 1 to 20, as pemdi-2026 has; found 21',
    },
    {
      slip: ['to: 3,', 'to: 7,'],
      problem:
        '7: indicators[1].to: the level of 7 comes from EPSS/BPS, without evidence: remove this row',
    },
    {
      slip: ['to: 3, from: [25]', 'to: 1, from: [11]'],
      problem: '7: indicators[1].from[0]: 11 is mapped to 1 already: remove one of the two',
    },
    {
      slip: ['[1, 11]', '[1, 1]'],
      problem: '6: indicators[0].from[1]: 1 is mapped to 1 already: remove one of the two',
    },
    {
      slip: ['carries: evidence', 'carries: levels'],
      problem: '6: indicators[0].carries: expected one of evidence, nothing; found "levels"',
    },
    {
      slip: ['from: spbe-2020', 'from: spbe-2019'],
      problem: '1: code: expected spbe-2019--pemdi-2026, as from and to say',
    },
    {
      slip: ['status: proposal', 'status: usulan'],
      problem: '4: status: expected one of proposal',
    },
  ])(
    'refuses $slip.1, with its place and the remedy',
    ({ slip: [from = '', to = ''], problem }) => {
      const problems = problemsIn(slip(right, from, to));

      expect(problems[0]).toContain(`mappings/${code}.yaml:${problem}`);
    },
  );

  it('names an instrument that nobody has', () => {
    const problems = problemsIn(slip(right, 'from: spbe-2020', 'from: spbe-2019'));

    expect(problems[1]).toContain('from: no "spbe-2019" in');
  });
});

describe('the mapping that ships', () => {
  const mapping = loadMapping(shipped, code);

  it('is a proposal for every indicator of 2026 that takes evidence, and for no other', () => {
    const { indicators } = loadInstrument(shipped, 'pemdi-2026');
    const own = indicators.filter(({ valueSource }) => valueSource === 'evidence');

    expect(mapping.status).toBe('proposal');
    expect(mapping.rows.map(({ to }) => to)).toEqual(own.map(({ no }) => no));
  });
});
