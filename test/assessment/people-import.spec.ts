import { describe, expect, it } from '@jest/globals';
import { exportPeople } from '../../src/assessment/participants/export-people.js';
import {
  peopleDifference,
  type PeopleDifference,
} from '../../src/assessment/participants/people-difference.js';
import { readPeople } from '../../src/assessment/participants/read-people.js';
import type { People } from '../../src/domain/people.js';
import { InputError } from '../../src/platform/input-error.js';
import { assessor, everybody, person, unit } from '../domain/people.js';

const two = [person('admin@dinkes.test'), person('wakil@dinkes.test')];
const people = everybody({
  units: [
    unit('DINKES', { name: 'Dinas Kesehatan', admins: two }),
    unit('DLH', { name: '=Dinas; DLH', head: null }),
    unit('ARSIP', { name: 'Kantor Arsip', retired: true }),
    unit('KOSONG', { admins: [] }),
  ],
  assessors: [
    assessor('A1', 'DLH'),
    assessor('A2', 'DINKES'),
    { ...assessor('A8', null), retired: true },
  ],
});
const units = 'Kode OPD,Nama OPD,Nama admin,Surel admin,Nama pimpinan,Surel pimpinan\n';
const persons = 'Kode asesor,Nama asesor,Surel asesor,OPD asal\n';

async function read(bytes: string | Buffer, against: People = people): Promise<PeopleDifference> {
  const file = { name: 'orang.csv', bytes: Buffer.from(bytes) };
  return peopleDifference(await readPeople(file, against), against);
}

/** `row column: problem` for all that is wrong with it. */
async function wrong(text: string): Promise<string[]> {
  try {
    await read(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [error, ...error.further].map(
      ({ place, problem }) => `${place.line ?? ''} ${place.field ?? ''}: ${problem}`,
    );
  }
  return [];
}

const unchanged: PeopleDifference = { units: [], assessors: [] };

describe('a spreadsheet of people', () => {
  it('that was exported changes nothing when it comes back', async () => {
    expect(await read(await exportPeople(people))).toEqual(unchanged);
  });

  it('keeps whatever its cells leave empty, and whoever it does not list', async () => {
    expect(await read(`${units}DINKES,,,,,\nKOSONG,,,,,\n`)).toEqual(unchanged);
    expect(await read(`${persons}A1,,,\n`)).toEqual(unchanged);
    expect(await read('Kode OPD,Nama OPD\nDLH,=Dinas; DLH\n')).toEqual(unchanged);
  });

  it('brings in new names, heads and admins of a unit', async () => {
    const file = `${units}DINKES,Dinas Baru,Bu Ani,ani@dinkes.test,Pak Budi,budi@dinkes.test\n`;

    const { units: changes } = await read(file);

    expect(changes.map(({ next }) => next)).toEqual([
      {
        code: 'DINKES',
        name: 'Dinas Baru',
        head: { name: 'Pak Budi', email: 'budi@dinkes.test' },
        secretary: null,
        admins: [{ name: 'Bu Ani', email: 'ani@dinkes.test' }],
      },
    ]);
  });

  it('brings in the secretary of a unit, and takes out what it brought in', async () => {
    const header = 'Kode OPD,Nama sekretaris,Surel sekretaris\n';
    const secretary = { name: 'Bu Sekre', email: 'sekre@dinkes.test' };

    const { units: changes } = await read(`${header}DINKES,Bu Sekre,sekre@dinkes.test\n`);
    const changed = people.units.map((each) =>
      each.code === 'DINKES' ? { ...each, secretary } : each,
    );
    const after = { ...people, units: changed };

    expect(changes.map(({ next }) => next.secretary)).toEqual([secretary]);
    expect(await read(await exportPeople(after), after)).toEqual(unchanged);
    expect(await read(`${header}DINKES,,\n`, after)).toEqual(unchanged);
  });

  it('has a row for each admin, of whom the order means nothing', async () => {
    const [first, second] = two.map(({ name, email }) => `${name},${email}`);

    expect(await read(`${units}DINKES,,${second},,\nDINKES,,${first},,\n`)).toEqual(unchanged);
    const { units: changes } = await read(`${units}DINKES,,${first},,\nDINKES,,C,c@d.test,,\n`);
    expect(changes[0]?.next.admins).toEqual([two[0], { name: 'C', email: 'c@d.test' }]);
  });

  it('brings in new units, and assessors whose home they are', async () => {
    const added = await read(`${units}DISHUB,Dinas Perhubungan,Bu Ani,ani@dishub.test,,\n`);
    const { assessors } = await read(`${persons}A9,Bu Sri,sri@asesor.test,Dinas Kesehatan\n`);

    const admins = [{ name: 'Bu Ani', email: 'ani@dishub.test' }];
    const next = { code: 'DISHUB', name: 'Dinas Perhubungan', head: null, secretary: null, admins };
    expect(added.units).toEqual([{ from: null, next }]);
    expect(assessors).toEqual([
      {
        from: null,
        next: { code: 'A9', name: 'Bu Sri', email: 'sri@asesor.test', unit: 'DINKES' },
      },
    ]);
  });

  it('changes an assessor', async () => {
    const { assessors } = await read(`${persons}A1,,baru@asesor.test,\n`);

    const { retired, ...from } = assessor('A1', 'DLH');
    expect(retired).toBe(false);
    expect(assessors).toEqual([{ from, next: { ...from, email: 'baru@asesor.test' } }]);
  });

  it.each([
    { row: 'DISHUB,,,,,', says: ['Nama OPD: is empty: whoever', 'Surel admin: is empty: whoever'] },
    { row: ',Dinas,,,,', says: ['Kode OPD: is empty: write the code of the unit'] },
    { row: 'D I,Dinas,A,a@b.test,,', says: ['Kode OPD: is no code'] },
    {
      row: 'dinkes,Dinas,A,a@b.test,,',
      says: ['Kode OPD: no unit "dinkes" in this cycle: did you'],
    },
    {
      row: 'ARSIP,,A,a@b.test,,',
      says: ['Kode OPD: Kantor Arsip takes part in this cycle no more'],
    },
    { row: 'DLH,,A,bukan surel,,', says: ['Surel admin: is no e-mail address'] },
    { row: 'DLH,,A,"a@b.test,c@d.test",,', says: ['Surel admin: is no e-mail address'] },
    { row: 'DLH,,A,,,', says: ['Surel admin: is empty: write both'] },
    { row: 'DLH,,,,,a@b.test', says: ['Nama pimpinan: is empty: write both'] },
    { row: `DLH,${'x'.repeat(201)},,,,`, says: ['Nama OPD: is no name'] },
    { row: 'DLH,a\u202eb,,,,', says: ['Nama OPD: is no name'] },
  ])('says what is wrong with the row $row', async ({ row, says }) => {
    const problems = await wrong(`${units}${row}\n`);

    expect(problems).toEqual(says.map((text) => expect.stringContaining(`2 ${text}`)));
  });

  it.each([
    {
      rows: 'DLH,,A,a@b.test,,\nDLH,,B,A@b.test,,',
      says: '3 Surel admin: stands in row 2 already',
    },
    { rows: 'DLH,Satu,,,,\nDLH,Dua,,,,', says: '3 Nama OPD: says something else than row 2' },
    {
      rows: 'DLH,,,,P,p@d.test\nDLH,,,,Q,q@d.test',
      says: '3 Surel pimpinan: says something else than row 2',
    },
  ])('says that rows contradict each other: $says', async ({ rows, says }) => {
    expect(await wrong(`${units}${rows}\n`)).toEqual([expect.stringContaining(says)]);
  });

  it.each([
    { row: 'A9,,,', says: ['Nama asesor: is empty: whoever', 'Surel asesor: is empty: whoever'] },
    {
      row: 'a1,X,x@y.test,',
      says: ['Kode asesor: no assessor "a1" in this cycle: did you mean A1'],
    },
    { row: 'A9,X,A1@asesor.test,', says: ['Surel asesor: is the address of the assessor A1'] },
    { row: 'A8,X,x@y.test,', says: ['Kode asesor: Bapak a8@asesor.test takes part in this cycle'] },
    { row: 'A1,,,DINKES', says: ['OPD asal: A1 assesses Dinas Kesehatan: hand'] },
    { row: 'A1,,,Entah', says: ['OPD asal: no unit "Entah" in this cycle'] },
  ])('says what is wrong with the assessor $row', async ({ row, says }) => {
    const problems = await wrong(`${persons}${row}\n`);

    expect(problems).toEqual(says.map((text) => expect.stringContaining(`2 ${text}`)));
  });

  it('gives an address on that somebody gives up', async () => {
    const file = `${persons}A1,,baru@asesor.test,\nA9,Bu Sri,a1@asesor.test,\n`;

    const { assessors } = await read(file);

    expect(assessors.map(({ next }) => [next.code, next.email])).toEqual([
      ['A1', 'baru@asesor.test'],
      ['A9', 'a1@asesor.test'],
    ]);
  });

  it('lists an assessor once', async () => {
    expect(await wrong(`${persons}A1,X,,\nA1,Y,,\n`)).toEqual([
      '3 Kode asesor: stands in row 2 already: keep one',
    ]);
  });
});
