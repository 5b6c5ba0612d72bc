import { describe, expect, it } from '@jest/globals';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { officeWith, problemsOf, slip } from './office.js';

const right = `code: uji
title: Uji
decimals: 2
predikat:
  - { from: 3.5, name: Baik }
  - { from: 1.00, name: Kurang }
domains:
  - code: D1
    name: Satu
    weight: 62.50
    aspects:
      - code: A1
        name: Satu
        weight: 60.25
        indicators:
          - { no: 1, weight: 60.25, capability: process, name: Satu }
      - code: A2
        name: Dua
        weight: 2.25
        indicators:
          - { no: 2, weight: 2.25, valueSource: external, source: BPS, name: Dua }
  - code: D2
    name: Dua
    weight: 37.5
    aspects:
      - { code: A3, name: Tiga, weight: 37.5, indicators: [{ no: 3, weight: 37.5, name: Tiga }] }
`;

function problemsIn(text: string): string[] {
  const folder = officeWith({ 'instruments/uji.yaml': text });
  return problemsOf(folder, () => loadInstrument(folder, 'uji'));
}

describe('rule 21: the instrument file', () => {
  it('gives weights in basis points and thresholds with two decimals', () => {
    const instrument = loadInstrument(officeWith({ 'instruments/uji.yaml': right }), 'uji');

    expect(instrument).toEqual({
      code: 'uji',
      title: 'Uji',
      decimals: 2,
      predikat: [
        { name: 'Baik', from: '3.50' },
        { name: 'Kurang', from: '1.00' },
      ],
      domains: [
        { code: 'D1', name: 'Satu', weight: 6250 },
        { code: 'D2', name: 'Dua', weight: 3750 },
      ],
      aspects: [
        { code: 'A1', name: 'Satu', weight: 6025, domain: 'D1' },
        { code: 'A2', name: 'Dua', weight: 225, domain: 'D1' },
        { code: 'A3', name: 'Tiga', weight: 3750, domain: 'D2' },
      ],
      indicators: [
        indicator(1, 'Satu', 6025, 'A1', { capability: 'process' }),
        indicator(2, 'Dua', 225, 'A2', { valueSource: 'external', source: 'BPS' }),
        indicator(3, 'Tiga', 3750, 'A3', {}),
      ],
    });
  });

  it('carries what the levels ask for, as far as the office has written it down', () => {
    const text = right.replace(
      'capability: process, name: Satu',
      'ownTitle: true, name: Satu, levels: [{ level: 2, criterion: Terkelola }, ' +
        '{ level: 3, criterion: Terdefinisi, fulfilment: Lengkap, evidence: SK, coversLower: true }]',
    );

    const [first] = loadInstrument(officeWith({ 'instruments/uji.yaml': text }), 'uji').indicators;

    expect(first).toEqual(
      indicator(1, 'Satu', 6025, 'A1', {
        ownTitle: true,
        levels: [
          { level: 2, criterion: 'Terkelola', fulfilment: '', evidence: '', coversLower: false },
          {
            level: 3,
            criterion: 'Terdefinisi',
            fulfilment: 'Lengkap',
            evidence: 'SK',
            coversLower: true,
          },
        ],
      }),
    );
  });

  it.each([
    [
      'capability: process, ',
      'levels: [{ level: 2, criterion: A }, { level: 2, criterion: B }], ',
      '16: domains[0].aspects[0].indicators[0].levels[1].level: this level stands here already',
    ],
    ['code: uji', 'code: lain', '1: code: expected uji, as the file in instruments is named'],
    ['decimals: 2', 'decimals: 1', '3: decimals: expected one of 0, 2; found 1'],
    ['from: 3.5,', 'from: 3.505,', '5: predikat[0].from: expected at most two decimals'],
    ['from: 3.5,', 'from: 1,', '6: predikat[1].from: 1.00 is not below 1.00, the one before'],
    [
      'from: 1.00,',
      'from: 1.50,',
      '6: predikat[1].from: the lowest predikat begins at 1.00, not at 1.50',
    ],
    ['name: Kurang', 'name: Baik', '6: predikat[1].name: another predikat has this name already'],
    [
      'weight: 62.50',
      'weight: 62.40',
      '10: domains[0].weight: is 62.40, but its aspects add up to 62.50',
    ],
    [
      'weight: 60.25\n',
      'weight: 60.20\n',
      '14: domains[0].aspects[0].weight: is 60.20, but its indicators add up to 60.25',
    ],
    [
      'no: 1, weight: 60.25',
      'no: 1, weight: 60',
      '7: domains: the weights of all indicators add up to 99.75, not to 100.00',
    ],
    [
      'no: 1, weight: 60.25',
      'no: 1, weight: 60.255',
      '16: domains[0].aspects[0].indicators[0].weight: expected at most two',
    ],
    [
      'no: 1, weight: 60.25',
      'no: 1, weight: 0',
      '16: domains[0].aspects[0].indicators[0].weight: expected a weight in percent',
    ],
    [
      'no: 2',
      'no: 3',
      '21: domains[0].aspects[1].indicators[0].no: expected 2: indicators are counted',
    ],
    [
      'code: A2',
      'code: A1',
      '17: domains[0].aspects[1].code: another aspect has this code already',
    ],
    ['code: D2', 'code: D1', '22: domains[1].code: another domain has this code already'],
    [', source: BPS', '', '21: domains[0].aspects[1].indicators[0].source: missing'],
    [
      'valueSource: external, ',
      '',
      '21: domains[0].aspects[1].indicators[0].source: only an external value',
    ],
    ['domains:', 'domain:', '7: domain: unknown key "domain"; did you mean "domains"?'],
  ])('with %s → %s is refused', (good, bad, problem) => {
    const problems = problemsIn(slip(right, good, bad));

    expect(problems).toContainEqual(expect.stringContaining(`instruments/uji.yaml:${problem}`));
  });

  it('with neither domains nor aspects is refused', () => {
    expect(problemsIn(right.replace(/domains:[^]*/, ''))).toContainEqual(
      expect.stringContaining('uji.yaml:1: expected either domains or aspects at the top'),
    );
  });
});

function indicator(no: number, name: string, weight: number, aspect: string, more: object) {
  const none = {
    capability: null,
    valueSource: 'evidence',
    source: null,
    ownTitle: false,
    levels: [],
  };
  return { no, name, weight, aspect, ...none, ...more };
}
