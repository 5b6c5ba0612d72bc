import { describe, expect, it } from '@jest/globals';
import { slip } from './office.js';
import { at, firstEvent, inline, instant, load, person, problemsIn } from './scenarios.js';

describe('an event of a scenario', () => {
  it.each([
    [
      'do: finish, phase: mandiri, unit: DINKES, levels: { "32": 4, 5: 2 }',
      finish({ unit: 'DINKES', levels: { '5': '2', '32': '4' } }),
    ],
    [
      'do: finish, phase: mandiri, unit: DINKES, assessor: A1, findings: [1, 47]',
      finish({ unit: 'DINKES', assessor: 'A1', findings: [1, 47] }),
    ],
    ['do: finish, phase: mandiri', finish({})],
    [
      'do: reschedule, phase: mandiri, closes: 2025-10-03',
      { do: 'reschedule', phase: 'mandiri', opens: null, closes: '2025-10-03' },
    ],
    [
      'do: extend, phase: x, unit: Y, closes: 2025-10-03T16:00, reason: banjir',
      { do: 'extend', phase: 'x', unit: 'Y', closes: '2025-10-03T16:00', reason: 'banjir' },
    ],
    ['do: override, phase: x, reason: sudah', { do: 'override', phase: 'x', reason: 'sudah' }],
    ['do: pause', { do: 'pause' }],
    ['do: resume', { do: 'resume' }],
    ['do: stop', { do: 'stop' }],
    ['do: start', { do: 'start' }],
    [
      `do: addUnit, unit: { code: DLH, name: Lingkungan, admins: [${person('dlh')}] }`,
      {
        do: 'addUnit',
        unit: {
          code: 'DLH',
          name: 'Lingkungan',
          head: null,
          secretary: null,
          admins: [{ name: 'dlh', email: 'dlh@example.test' }],
        },
      },
    ],
    ['do: retireUnit, unit: DLH', { do: 'retireUnit', unit: 'DLH' }],
    [
      `do: replaceAdmins, unit: DLH, admins: [${person('baru')}]`,
      {
        do: 'replaceAdmins',
        unit: 'DLH',
        admins: [{ name: 'baru', email: 'baru@example.test' }],
      },
    ],
    ['do: assign, assessor: A1, unit: DLH', { do: 'assign', assessor: 'A1', unit: 'DLH' }],
    ['do: unassign, assessor: A1, unit: DLH', { do: 'unassign', assessor: 'A1', unit: 'DLH' }],
    [
      'do: reassign, unit: DLH, from: A1, to: A2',
      { do: 'reassign', unit: 'DLH', from: 'A1', to: 'A2' },
    ],
    ['do: smtp, state: down', { do: 'smtp', state: 'down' }],
    [
      'do: smtp, state: { reject: [a@example.test] }',
      { do: 'smtp', state: { reject: ['a@example.test'] } },
    ],
  ])('has the event %s', (fields, act) => {
    const { events } = load(`${inline}  - { ${at}, ${fields} }\n`);

    expect(events).toEqual([{ ...act, at: instant('2025-09-20T03:00:00Z'), line: firstEvent }]);
  });

  it('sorts events by time, and leaves those of one instant in its own order', () => {
    const { events } = load(`${inline}  - { at: 2025-09-03T00:00:00Z, do: resume }
  - { at: 2025-09-02T00:00:00Z, do: pause }
  - { at: 2025-09-03T07:00:00+07:00, do: stop }
`);

    expect(events.map(({ do: what, line }) => [what, line - firstEvent])).toEqual([
      ['pause', 1],
      ['resume', 0],
      ['stop', 2],
    ]);
  });

  it('may have an event at its very start', () => {
    const { events } = load(`${inline}  - { at: 2025-08-31T07:00:00+07:00, do: pause }\n`);

    expect(events).toHaveLength(1);
  });

  it('leaves it to the cycle to refuse an unknown phase or unit, and dates gone by', () => {
    const event = `${at}, do: extend, phase: entah, unit: ENTAH, closes: 1999-01-01, reason: coba`;

    expect(problemsIn(`${inline}  - { ${event} }\n`)).toEqual([]);
  });
});

describe('a mistake in an event is reported with line, field and remedy', () => {
  it.each([
    ['at: 2025-09-20T10:00:00, do: pause', 'at: expected an instant with its offset'],
    ['at: 2025-02-30T10:00:00Z, do: pause', 'at: there is no such instant'],
    [
      'at: 2025-08-31T06:59:59+07:00, do: pause',
      'at: 2025-08-31T06:59:59+07:00 is before the start',
    ],
    [
      'at: 2025-10-05T00:00:00+07:00, do: pause',
      'at: 2025-10-05T00:00:00+07:00 is not before the end',
    ],
    ['do: pause', 'at: missing; expected the instant of the event'],
    [at, 'do: missing; expected what happens'],
    [`${at}, do: finnish`, 'do: expected one of finish, reschedule'],
    [`${at}, do: pause, phase: x`, 'phase: unknown key "phase"; remove it (known here: at, do)'],
    [`${at}, do: extend, phase: x, unit: Y, closes: 2025-10-03`, 'reason: missing; expected why'],
    [
      `${at}, do: extend, phase: x, unit: Y, closes: 2025-02-30, reason: z`,
      'closes: the calendar has no 2025-02-30',
    ],
    [`${at}, do: reschedule, phase: x, opens: 2025-02-30`, 'opens: the calendar has no 2025-02-30'],
    [
      `${at}, do: finish, phase: x, levels: { 48: 3 }`,
      'levels["48"]: no indicator 48 in spbe-2020: its indicators are 1 to 47',
    ],
    [
      `${at}, do: finish, phase: x, levels: { 32: 4.5 }`,
      'levels["32"]: expected a whole number from 1 to 5 under spbe-2020; found 4.5',
    ],
    [
      `${at}, do: finish, phase: x, levels: { 32: 6 }`,
      'levels["32"]: expected a whole number from 1 to 5',
    ],
    [`${at}, do: finish, phase: x, findings: [1, 0]`, 'findings[1]: no indicator 0 in spbe-2020'],
    [`${at}, do: finish, phase: x, findings: [1, 1]`, 'findings[1]: stands twice in this list'],
    [
      `${at}, do: smtp, state: dwn`,
      'state: expected one of up, down; found "dwn"; did you mean "down"?',
    ],
    [`${at}, do: smtp, state: { reject: [a b] }`, 'state.reject[0]: expected one e-mail address'],
    [
      `${at}, do: addUnit, unit: { code: DLH, name: L, admins: [] }`,
      'unit.admins: expected at least one admin',
    ],
    [
      `${at}, do: replaceAdmins, unit: DLH, admins: [${person('baru')}, ${person('baru')}]`,
      'admins[1].email: this address stands in the list already',
    ],
  ])('%s', (fields, problem) => {
    const problems = problemsIn(`${inline}  - { ${fields} }\n`);

    expect(problems).toEqual([
      expect.stringContaining(`scenarios/uji.yaml:${firstEvent}: events[0].${problem}`),
    ]);
  });

  it('when a reschedule moves nothing', () => {
    expect(problemsIn(`${inline}  - { ${at}, do: reschedule, phase: x }\n`)).toEqual([
      `scenarios/uji.yaml:${firstEvent}: events[0]: a reschedule moves something: expected opens, closes or both`,
    ]);
  });
});

describe('rule 21: levels of a scenario under pemdi-2026', () => {
  it('may have two decimals', () => {
    const text = slip(inline, 'spbe-2020', 'pemdi-2026');

    const { events } = load(
      `${text}  - { ${at}, do: finish, phase: mandiri, levels: { 5: 3.50 } }\n`,
    );

    expect(events).toMatchObject([{ levels: { '5': '3.5' } }]);
  });
});

function finish(given: object) {
  const nothing = { unit: null, assessor: null, levels: {}, findings: [] };
  return { do: 'finish', phase: 'mandiri', ...nothing, ...given };
}
