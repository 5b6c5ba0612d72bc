import { describe, expect, it } from '@jest/globals';
import { loadCycle } from '../../src/cycle/cycle-file.js';
import { officeWith, problemsOf, slip } from './office.js';

const right = `code: uji
title: Uji coba
timezone: Asia/Jakarta
sendAt: "08:00"
instrument: spbe-2020
target: 4.00
holidays: id-2025
escalateFrom: H+3
phases:
  - code: mandiri
    title: Penilaian mandiri
    kind: self-assessment
    opens: 2025-09-01
    closes: 2025-09-30
    reminders: [H-7, HK-3, H, H+1]
  - { code: dokumen, title: Dokumen, kind: review, opens: 2025-10-01T09:00, closes: 2025-10-01T16:00, requires: [every-unit-has-an-assessor] }
`;

function problemsIn(text: string): string[] {
  const folder = officeWith({ 'cycles/uji.yaml': text });
  return problemsOf(folder, () => loadCycle(folder, 'uji'));
}

describe('the cycle file', () => {
  it('gives the plan and its phases', () => {
    const holidays = ['2025-09-05', '2025-08-18', '2025-09-05'];
    const text = slip(right, 'id-2025', `[${holidays.join(', ')}]`);

    const cycle = loadCycle(officeWith({ 'cycles/uji.yaml': text }), 'uji');

    expect(cycle).toEqual({
      plan: {
        code: 'uji',
        title: 'Uji coba',
        zone: 'Asia/Jakarta',
        sendAt: '08:00',
        instrument: 'spbe-2020',
        target: '4.00',
        holidays: ['2025-08-18', '2025-09-05'],
        jointLeave: true,
        escalateFrom: 'H+3',
        escalation: [],
        history: [],
      },
      phases: [
        {
          code: 'mandiri',
          title: 'Penilaian mandiri',
          kind: 'self-assessment',
          opens: '2025-09-01',
          closes: '2025-09-30',
          reminders: ['H-7', 'HK-3', 'H', 'H+1'],
          requires: [],
          units: null,
        },
        {
          code: 'dokumen',
          title: 'Dokumen',
          kind: 'review',
          opens: '2025-10-01T09:00',
          closes: '2025-10-01T16:00',
          reminders: [],
          requires: ['every-unit-has-an-assessor'],
          units: null,
        },
      ],
    });
  });

  it('can do without target, holidays and escalation', () => {
    const short = right.replace(/^(target|holidays|escalateFrom).*\n/gm, '');

    const { plan } = loadCycle(officeWith({ 'cycles/uji.yaml': short }), 'uji');

    expect(plan).toMatchObject({ target: null, holidays: [], escalateFrom: null });
  });

  it('names earlier results, which come in the order of their years', () => {
    const history =
      '[{ year: 2024, cycle: spbe-2024 }, { year: 2023, instrument: spbe-2020, index: 3.5 }]';
    const text = slip(right, 'escalateFrom: H+3', `history: ${history}`);

    const { plan } = loadCycle(officeWith({ 'cycles/uji.yaml': text }), 'uji');

    expect(plan.history).toEqual([
      { year: 2023, instrument: 'spbe-2020', index: '3.50' },
      { year: 2024, cycle: 'spbe-2024' },
    ]);
  });

  it('is found by a path too', () => {
    const folder = officeWith({ 'elsewhere/mine.yaml': right });

    expect(loadCycle(folder, `${folder.root}/elsewhere/mine.yaml`).plan.code).toBe('uji');
  });

  it('that is not there is an error that lists those that are', () => {
    const folder = officeWith({ 'cycles/uji.yaml': right });

    expect(problemsOf(folder, () => loadCycle(folder, 'oji'))).toEqual([
      'cycles/oji.yaml: no "oji" in cycles: known are uji',
    ]);
  });
});

const either =
  'expected either cycle, the code of a cycle with a published result, or index and instrument';

/** Each is written over the eighth line. */
const historyMistakes = (
  [
    ['2024', 'history: expected a list of results of earlier years'],
    ['[{ index: 3.76 }]', 'history[0].year: missing; expected the year that was evaluated'],
    ['[{ year: 2024 }]', `history[0]: ${either}`],
    ['[{ year: 2024, cycle: a, index: 3.76, instrument: spbe-2020 }]', `history[0]: ${either}`],
    [
      '[{ year: 2024, index: 3.76 }]',
      'history[0]: expected the instrument that the index was measured by',
    ],
    [
      '[{ year: 2024, index: 3.76, instrument: spbe }]',
      'history[0].instrument: no "spbe" in instruments',
    ],
    [
      '[{ year: 2024, index: 3.765, instrument: spbe-2020 }]',
      'history[0].index: expected at most two decimals, such as 3.76; found 3.765',
    ],
    [
      '[{ year: 2024, index: 0, instrument: spbe-2020 }]',
      'history[0].index: expected the published index, from 1 to 5',
    ],
    [
      '[{ year: 2024, cycle: a }, { year: 2024, cycle: b }]',
      'history[1].year: another entry has this year already',
    ],
  ] as const
).map(
  ([history, problem]) => ['escalateFrom: H+3', `history: ${history}`, `8: ${problem}`] as const,
);

describe('a mistake in the cycle file is reported with line, field and remedy', () => {
  it.each([
    ['code: uji', 'code: u j', '1: code: expected letters, digits'],
    ['code: uji', 'code: lain', '1: code: expected uji, as the file in cycles is named'],
    ['title: Uji coba\n', '', '1: title: missing; expected the title of the cycle'],
    ['title: Uji coba', 'title: 2025', '2: title: expected text of 1 to 200 characters'],
    ['Asia/Jakarta', 'Asia/Jakrata', '3: timezone: expected an IANA time zone such as'],
    ['Asia/Jakarta', '"+07:00"', '3: timezone: expected an IANA time zone such as'],
    ['"08:00"', '"8:00"', '4: sendAt: expected the local time of scheduled notices as "hh:mm"'],
    ['"08:00"', '"24:00"', '4: sendAt: expected the local time of scheduled notices as "hh:mm"'],
    [
      'spbe-2020',
      'spbe-2021',
      '5: instrument: no "spbe-2021" in instruments: known are pemdi-2026',
    ],
    ['4.00', '5.01', '6: target: expected the index to reach, from 1 to 5'],
    ['4.00', '4.005', '6: target: expected at most two decimals, such as 4.00; found 4.005'],
    ['4.00', '"4,00"', '6: target: expected the index to reach, from 1 to 5'],
    ['id-2025', 'id-2024', '7: holidays: no "id-2024" in holidays: known are id-2025'],
    ['id-2025', '[2025-01-01, 2025-02-30]', '7: holidays[1]: the calendar has no 2025-02-30'],
    ['id-2025', '[1 Januari]', '7: holidays[0]: expected a date as year-month-day'],
    ['H+3', 'H-3', '8: escalateFrom: expected H+n with n from 1 to 999'],
    [
      'escalateFrom',
      'escalatefrom',
      '8: escalatefrom: unknown key "escalatefrom"; did you mean "escalateFrom"?',
    ],
    ...historyMistakes,
    ['code: mandiri', 'code: dokumen', '16: phases[1].code: another phase has this code already'],
    [
      'self-assessment',
      'selfassessment',
      '12: phases[0].kind: expected one of assignment, briefing',
    ],
    ['2025-09-01', '2025-02-30', '13: phases[0].opens: the calendar has no 2025-02-30'],
    ['2025-09-01', '1 September 2025', '13: phases[0].opens: expected a date such as 2025-09-30'],
    [
      '2025-09-30',
      '2025-08-31',
      '14: phases[0].closes: the phase closes before it has opened (2025-09-01)',
    ],
    [
      'T16:00',
      'T09:00',
      '16: phases[1].closes: the phase closes before it has opened (2025-10-01T09:00)',
    ],
    [
      'closes: 2025-09-30',
      'close: 2025-09-30',
      '10: phases[0].closes: missing; expected when the phase closes',
    ],
    ['HK-3', 'HK+3', '15: phases[0].reminders[1]: expected H-n, H, H+n or HK-n'],
    ['H+1]', 'H-7]', '15: phases[0].reminders[3]: stands twice in this list'],
    [
      'every-unit-has-an-assessor',
      'everybody',
      '16: phases[1].requires[0]: expected one of every-unit-has-an-assessor',
    ],
  ])('%s → %s', (good, bad, problem) => {
    const [first] = problemsIn(slip(right, good, bad));

    expect(first).toContain(`cycles/uji.yaml:${problem}`);
  });

  it('when it has no phase', () => {
    const text = right.replace(/phases:[^]*/, 'phases: []\n');

    expect(problemsIn(text)).toEqual([
      'cycles/uji.yaml:9: phases: expected a list with at least one phase; found an empty list',
    ]);
  });

  it('all of them at once, in the order of the file', () => {
    const text = slip(slip(slip(right, '4.00', '9'), '2025-09-30', 'soon'), 'HK-3', 'K-3');

    expect(problemsIn(text).map((line) => line.split(':')[1])).toEqual(['6', '14', '15']);
  });

  it('in the holidays file that it names, too', () => {
    const days = 'days:\n  - { date: 2025-02-29, kind: libur, name: Kabisat }\n';
    const folder = officeWith({
      'cycles/uji.yaml': slip(right, 'id-2025', 'lain'),
      'holidays/lain.yaml': `title: Lain\n${days}`,
    });

    expect(problemsOf(folder, () => loadCycle(folder, 'uji'))).toEqual([
      'holidays/lain.yaml:3: days[0].date: the calendar has no 2025-02-29: correct the month or the day',
    ]);
  });
});
