import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { loadCycle } from '../../src/cycle/cycle-file.js';
import { loadHolidays } from '../../src/cycle/holidays-file.js';
import { loadPeople } from '../../src/people/people-file.js';
import { nextPredikat } from '../../src/domain/scoring.js';
import { shipped } from './office.js';

describe('the cycle spbe-2025', () => {
  it('is the one of the contract', () => {
    const { plan, phases } = loadCycle(shipped, 'spbe-2025');

    expect({ ...plan, holidays: plan.holidays.length }).toEqual({
      code: 'spbe-2025',
      title: 'Pemantauan dan Evaluasi SPBE Kota Pekalongan 2025',
      zone: 'Asia/Jakarta',
      sendAt: '08:00',
      instrument: 'spbe-2020',
      target: '4.00',
      holidays: 28,
      jointLeave: true,
      escalateFrom: 'H+3',
      escalation: [],
      history: [{ year: 2024, instrument: 'spbe-2020', index: '3.76' }],
    });
    expect(phases.map(({ code, kind, opens, closes }) => [code, kind, opens, closes])).toEqual([
      ['penetapan', 'assignment', '2025-06-02', '2025-07-31'],
      ['sosialisasi', 'briefing', '2025-08-01', '2025-08-29'],
      ['penilaian-mandiri', 'self-assessment', '2025-09-01', '2025-09-30'],
      ['penilaian-dokumen', 'review', '2025-10-01', '2025-10-31'],
      ['revisi-dokumen', 'revision', '2025-11-03', '2025-11-28'],
      ['pelaporan', 'report', '2025-12-01', '2025-12-19'],
    ]);
    expect(phases[3]?.requires).toEqual(['every-unit-has-an-assessor']);
  });
});

describe('the template evaluasi-2025', () => {
  it('adds interviews, and visits for units that are chosen later, to the six phases', () => {
    const { phases } = loadCycle(shipped, 'evaluasi-2025');

    expect(phases.map(({ code, kind, units }) => [code, kind, units])).toEqual([
      ['penetapan', 'assignment', null],
      ['sosialisasi', 'briefing', null],
      ['penilaian-mandiri', 'self-assessment', null],
      ['penilaian-dokumen', 'review', null],
      ['revisi-dokumen', 'revision', null],
      ['interviu', 'review', null],
      ['visitasi', 'review', []],
      ['pelaporan', 'report', null],
    ]);
  });
});

describe('the holidays of 2025', () => {
  it('are 17 holidays and 11 days of joint leave, the one of 18 August among them', () => {
    const text = readFileSync(shipped.fileOf('holidays', 'id-2025'), 'utf8');

    expect(text.match(/kind: libur/g)).toHaveLength(17);
    expect(text.match(/kind: cuti-bersama/g)).toHaveLength(11);
    expect(loadHolidays(shipped, 'id-2025')).toContain('2025-08-18');
  });
});

describe('the people of Kota Pekalongan', () => {
  const people = loadPeople(shipped, 'pekalongan');

  it('are 40 units, each with a head, an admin and one assessor from elsewhere', () => {
    expect(people.units).toHaveLength(40);
    expect(people.units.every(({ head, admins }) => head && admins.length === 1)).toBe(true);
    expect(people.assignments.map(({ unit }) => unit).sort()).toEqual(
      people.units.map(({ code }) => code).sort(),
    );
  });

  it('have invented addresses, which no mail server will ever deliver to', () => {
    const { coordinators, units, assessors } = people;
    const heads = units.flatMap(({ head }) => head ?? []);
    const admins = units.flatMap((unit) => unit.admins);
    const addresses = [...coordinators, ...heads, ...admins, ...assessors].map(
      ({ email }) => email,
    );

    expect(addresses.filter((email) => !email.endsWith('example.test'))).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('rule 21: the instruments', () => {
  it.each([
    { code: 'spbe-2020', domains: 4, aspects: 8, indicators: 47, decimals: 0, external: [] },
    {
      code: 'pemdi-2026',
      domains: 0,
      aspects: 7,
      indicators: 20,
      decimals: 2,
      external: ['SDI/Bappenas', 'SJIG/BIG', 'EPSS/BPS', 'Bappenas'],
    },
  ])('$code has $indicators indicators, whose weights add up to 10,000', (expected) => {
    const instrument = loadInstrument(shipped, expected.code);
    const { domains, aspects, indicators } = instrument;

    expect({
      code: instrument.code,
      domains: domains.length,
      aspects: aspects.length,
      indicators: indicators.length,
      decimals: instrument.decimals,
      external: indicators.flatMap(({ source }) => source ?? []),
    }).toEqual(expected);
    expect(indicators.reduce((sum, { weight }) => sum + weight, 0)).toBe(10_000);
  });

  it('name "Memuaskan" from 4.20 in 2020 and from 4.00 in 2026', () => {
    const memuaskan = ['spbe-2020', 'pemdi-2026'].map((code) =>
      nextPredikat(loadInstrument(shipped, code), '3.99'),
    );

    expect(memuaskan).toEqual([
      { name: 'Memuaskan', from: '4.20' },
      { name: 'Memuaskan', from: '4.00' },
    ]);
  });
});
