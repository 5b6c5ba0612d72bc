import type { Assessor, People, Person, Unit } from '../../src/domain/people.js';

const person = (email: string): Person => ({ name: `Bapak ${email}`, email });

export function unit(code: string, more: Partial<Unit> = {}): Unit {
  const domain = `${code.toLowerCase()}.test`;
  return {
    code,
    name: `Dinas ${code}`,
    head: person(`head@${domain}`),
    secretary: null,
    admins: [person(`admin@${domain}`)],
    retired: false,
    ...more,
  };
}

export function assessor(code: string, home: string | null): Assessor {
  return { ...person(`${code.toLowerCase()}@asesor.test`), code, unit: home, retired: false };
}

/** Two units that review each other, and an assessor without a home unit. */
export function everybody(more: Partial<People> = {}): People {
  return {
    coordinators: [person('koordinator@kota.test')],
    units: [unit('DINKES'), unit('DLH')],
    assessors: [assessor('A1', 'DLH'), assessor('A2', 'DINKES'), assessor('A3', null)],
    assignments: [
      { assessor: 'A1', unit: 'DINKES' },
      { assessor: 'A2', unit: 'DLH' },
    ],
    sekda: null,
    ...more,
  };
}

/** Only DINKES, for what happens to one task. */
export function onlyDinkes(more: Partial<People> = {}): People {
  return everybody({
    units: [unit('DINKES')],
    assignments: [{ assessor: 'A1', unit: 'DINKES' }],
    ...more,
  });
}

export { person };
