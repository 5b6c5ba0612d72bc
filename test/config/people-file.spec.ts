import { describe, expect, it } from '@jest/globals';
import { loadPeople } from '../../src/people/people-file.js';
import { peopleText } from '../../src/people/people-text.js';
import { officeWith, problemsOf, slip } from './office.js';

const right = `coordinators: [{ name: Koordinator, email: koordinator@example.test }]
units:
  - code: DINKES
    name: Dinas Kesehatan
    head: { name: Kepala Dinas, email: kepala@dinkes.example.test }
    admins:
      - { name: Admin, email: admin@dinkes.example.test }
      - { name: Wakil, email: wakil@dinkes.example.test }
  - { code: DLH, name: Dinas Lingkungan Hidup, admins: [{ name: Admin, email: admin@dlh.example.test }] }
assessors:
  - { code: A1, name: Asesor Satu, email: a1@example.test, unit: DINKES }
  - { code: A2, name: Asesor Dua, email: a2@example.test }
assignments:
  - { assessor: A1, unit: DLH }
  - { assessor: A2, unit: DINKES }
`;

function problemsIn(text: string): string[] {
  const folder = officeWith({ 'people/uji.yaml': text });
  return problemsOf(folder, () => loadPeople(folder, 'uji'));
}

describe('the people file', () => {
  it('gives units, assessors and assignments', () => {
    const people = loadPeople(officeWith({ 'people/uji.yaml': right }), 'uji');

    expect(people).toEqual({
      coordinators: [{ name: 'Koordinator', email: 'koordinator@example.test' }],
      units: [
        {
          code: 'DINKES',
          name: 'Dinas Kesehatan',
          head: { name: 'Kepala Dinas', email: 'kepala@dinkes.example.test' },
          secretary: null,
          admins: [
            { name: 'Admin', email: 'admin@dinkes.example.test' },
            { name: 'Wakil', email: 'wakil@dinkes.example.test' },
          ],
          retired: false,
        },
        {
          code: 'DLH',
          name: 'Dinas Lingkungan Hidup',
          head: null,
          secretary: null,
          admins: [{ name: 'Admin', email: 'admin@dlh.example.test' }],
          retired: false,
        },
      ],
      assessors: [
        {
          code: 'A1',
          name: 'Asesor Satu',
          email: 'a1@example.test',
          unit: 'DINKES',
          retired: false,
        },
        { code: 'A2', name: 'Asesor Dua', email: 'a2@example.test', unit: null, retired: false },
      ],
      assignments: [
        { assessor: 'A1', unit: 'DLH' },
        { assessor: 'A2', unit: 'DINKES' },
      ],
      sekda: null,
    });
  });

  it('can name who stands on the rungs of an escalation ladder', () => {
    const sekda = 'sekda: { name: Sekda, email: sekda@example.test }';
    const secretary = 'secretary: { name: Sekretaris, email: sekretaris@dinkes.example.test }';
    const text = slip(`${sekda}\n${right}`, '    admins:', `    ${secretary}\n    admins:`);
    const folder = officeWith({ 'people/uji.yaml': text });

    const people = loadPeople(folder, 'uji');

    expect(people.sekda).toEqual({ name: 'Sekda', email: 'sekda@example.test' });
    expect(people.units.map((unit) => unit.secretary?.email)).toEqual([
      'sekretaris@dinkes.example.test',
      undefined,
    ]);
    const again = officeWith({ 'people/uji.yaml': peopleText(people) });
    expect(loadPeople(again, 'uji')).toEqual(people);
  });

  it('can do without assessors', () => {
    const text = right.replace(/assessors:[^]*/, '');

    const people = loadPeople(officeWith({ 'people/uji.yaml': text }), 'uji');

    expect(people).toMatchObject({ assessors: [], assignments: [] });
  });
});

describe('a mistake in the people file is reported with line, field and remedy', () => {
  it.each([
    [
      '[{ name: Koordinator, email: koordinator@example.test }]',
      '[]',
      '1: coordinators: expected at least one coordinator',
    ],
    ['code: DLH', 'code: DINKES', '9: units[1].code: another unit has this code already'],
    ['wakil@', 'ADMIN@', '8: units[0].admins[1].email: this address stands in the list already'],
    [
      '[{ name: Admin, email: admin@dlh.example.test }]',
      '[]',
      '9: units[1].admins: expected at least one admin',
    ],
    [
      'wakil@dinkes',
      'wakil dinkes@dinkes',
      '8: units[0].admins[1].email: expected one e-mail address',
    ],
    [
      'name: Wakil',
      'name: "Wakil\\nBcc: x"',
      '8: units[0].admins[1].name: expected text of 1 to 200',
    ],
    [
      'name: Wakil',
      `name: ${'W'.repeat(201)}`,
      '8: units[0].admins[1].name: expected text of 1 to 200',
    ],
    ['code: A2', 'code: A1', '12: assessors[1].code: another assessor has this code already'],
    ['assessor: A1', 'assessor: A9', '14: assignments[0].assessor: no assessor A9 under assessors'],
    ['unit: DLH', 'unit: DHL', '14: assignments[0].unit: no unit DHL under units'],
    ['unit: DLH', 'unit: DINKES', '14: assignments[0].unit: DINKES is the home unit of A1'],
    [
      'assessor: A2, unit: DINKES',
      'assessor: A1, unit: DLH',
      '15: assignments[1]: this assignment stands in the list already',
    ],
    ['    head:', '    haed:', '5: units[0].haed: unknown key "haed"; did you mean "head"?'],
  ])('%s → %s', (good, bad, problem) => {
    const [first] = problemsIn(slip(right, good, bad));

    expect(first).toContain(`people/uji.yaml:${problem}`);
  });
});
