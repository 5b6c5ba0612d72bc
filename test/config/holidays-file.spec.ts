import { describe, expect, it } from '@jest/globals';
import { loadCycle } from '../../src/cycle/cycle-file.js';
import { cycleText } from '../../src/cycle/cycle-text.js';
import { holidaysOf, loadHolidays, withDaysOf } from '../../src/cycle/holidays-file.js';
import { YamlPart } from '../../src/platform/yaml-part.js';
import { officeWith, problemsOf, shipped, slip } from './office.js';

const right = `title: Hari libur 2026
decree: { number: "SKB 1/2025", title: Hari libur dan cuti bersama 2026, date: 2025-09-19 }
covers: [2026]
days:
  - { date: 2026-01-01, kind: libur, name: Tahun Baru }
  - { date: 2026-03-20, kind: cuti-bersama, name: Cuti bersama Idulfitri }
  - { date: 2026-03-21, kind: cuti-bersama, name: Cuti bersama Idulfitri }
  - { date: 2026-03-21, kind: libur, name: Idulfitri }
`;

const read = (text: string) => holidaysOf(YamlPart.parse('libur.yaml', text));

function problemsIn(text: string): string[] {
  const folder = officeWith({ 'holidays/id-2026.yaml': text });
  return problemsOf(folder, () => loadHolidays(folder, 'id-2026')).map((line) =>
    line.replace('holidays/id-2026.yaml:', ''),
  );
}

describe('the holidays file', () => {
  it('says by which decree which days are off', () => {
    const { decree, covers, days } = read(right);

    expect([decree, covers, days.length]).toEqual([
      { number: 'SKB 1/2025', title: 'Hari libur dan cuti bersama 2026', date: '2025-09-19' },
      [2026],
      4,
    ]);
  });

  it('can do without a decree and its years, as those of before', () => {
    expect(read(right.replace(/^(decree|covers).*\n/gm, '')).days).toHaveLength(4);
  });

  it('leaves days of joint leave out where people work on them; what is a holiday too stays', () => {
    const folder = officeWith({ 'holidays/id-2026.yaml': right });

    expect(loadHolidays(folder, 'id-2026')).toEqual(['2026-01-01', '2026-03-20', '2026-03-21']);
    expect(loadHolidays(folder, 'id-2026', false)).toEqual(['2026-01-01', '2026-03-21']);
  });

  it('speaks of its own years: what was known of others stays', () => {
    const known = ['2025-12-25', '2026-05-05', '2027-01-01'];

    expect(withDaysOf(known, read(right), false)).toEqual([
      '2025-12-25',
      '2026-01-01',
      '2026-03-21',
      '2027-01-01',
    ]);
    expect(withDaysOf(known, read(right.replace(/^covers.*\n/m, '')), false)).toHaveLength(4);
  });

  it.each([
    ['covers: [2026]', 'covers: [2026, 2027]', '3: covers[1]: there is no day of 2027 below'],
    ['covers: [2026]', 'covers: [26]', '3: covers[0]: expected a year such as 2025'],
    ['covers: [2026]', 'covers: []', '3: covers: expected the years that it names'],
    ['2026-01-01', '2027-01-01', '5: days[0].date: expected a day of 2026, as `covers` says'],
    ['2025-09-19', '2025-02-30', '2: decree.date: the calendar has no 2025-02-30'],
    ['"SKB 1/2025"', '""', '2: decree.number: expected text of 1 to 200'],
    ['number: "SKB 1/2025", ', '', '2: decree.number: missing'],
    ['kind: libur', 'kind: cuti', '5: days[0].kind: expected one of libur, cuti-bersama'],
  ])('%s is not %s', (good, bad, problem) => {
    expect(problemsIn(slip(right, good, bad))).toEqual([expect.stringContaining(problem)]);
  });
});

describe('a cycle whose people work on days of joint leave', () => {
  const text = `code: uji
title: Uji coba
timezone: Asia/Jakarta
sendAt: "08:00"
instrument: spbe-2020
holidays: id-2025
jointLeave: false
phases:
  - { code: mandiri, title: Mandiri, kind: self-assessment, opens: 2025-09-01, closes: 2025-09-30 }
`;

  it('has only the holidays as days off', () => {
    const { plan } = loadCycle(officeWith({ 'cycles/uji.yaml': text }), 'uji');

    expect(plan.jointLeave).toBe(false);
    expect([plan.holidays.length, plan.holidays.includes('2025-08-18')]).toEqual([17, false]);
  });

  it.each([text, slip(text, 'jointLeave: false\n', '')])(
    'is exported so that loading it again changes nothing',
    (given) => {
      const cycle = loadCycle(officeWith({ 'cycles/uji.yaml': given }), 'uji');

      const exported = cycleText(cycle.plan, cycle.phases);

      expect(loadCycle(officeWith({ 'cycles/uji.yaml': exported }), 'uji')).toEqual(cycle);
    },
  );

  it('says so with true or false', () => {
    const folder = officeWith({ 'cycles/uji.yaml': slip(text, 'false', 'tidak') });

    expect(problemsOf(folder, () => loadCycle(folder, 'uji'))).toEqual([
      expect.stringContaining('7: jointLeave: expected true or false'),
    ]);
  });
});

describe('the holidays of 2025 that ship with the project', () => {
  it('name the decree that the last change of them rests on, and their year', () => {
    const { decree, covers } = holidaysOf(shipped.read('holidays', 'id-2025'));

    expect([decree, covers]).toEqual([
      { number: 'SKB 933/2025, 1/2025, 3/2025', date: '2025-08-07' },
      [2025],
    ]);
  });
});
