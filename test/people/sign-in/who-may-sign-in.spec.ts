import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assessor, everybody, person, unit } from '../../domain/people.js';
import { Doorway, knockFrom, refusalOf } from './doorway.js';

let doorway: Doorway;

beforeAll(async () => {
  doorway = await Doorway.open();
  const retired = unit('LAMA', { retired: true });
  const without = unit('TANPA', { head: null, admins: [] });
  await doorway.know('2024', everybody({ assessors: [assessor('TAMU', null)], assignments: [] }));
  await doorway.know(
    '2025',
    everybody({ units: [unit('DINKES'), unit('DLH'), retired, without], assignments: [] }),
  );
  await doorway.accounts.open('operator@kota.test');
});

afterAll(() => doorway.close());

describe('who may sign in', () => {
  it.each([
    ['a coordinator', 'koordinator@kota.test', person('koordinator@kota.test')],
    ['an admin', 'admin@dinkes.test', person('admin@dinkes.test')],
    ['a head', 'head@dlh.test', person('head@dlh.test')],
    ['an assessor', 'a3@asesor.test', person('a3@asesor.test')],
    ["an assessor of last year's", 'tamu@asesor.test', person('tamu@asesor.test')],
    ['whoever has an account', 'operator@kota.test', { name: '', email: 'operator@kota.test' }],
  ])('is %s', async (_, email, known) => {
    expect(await doorway.service.known(email)).toEqual(known);
    expect(await doorway.service.known(email.toUpperCase())).toEqual(known);
  });

  it.each([
    ['a stranger', 'jahat@jahat.test'],
    ['the admin of a unit that has retired', 'admin@lama.test'],
    ['nobody', ''],
    ['a pattern', '%'],
  ])('is not %s', async (_, email) => {
    expect(await doorway.service.known(email)).toBeNull();
    expect((await refusalOf(doorway.service.as(email, 'oidc', knockFrom('::1'))))?.code).toBe(
      'not_known',
    );
  });
});

describe('the first account', () => {
  it('is opened once, by one of two processes that start at once', async () => {
    const fresh = await Doorway.open();

    const opened = await Promise.all(
      Array.from({ length: 4 }, () => fresh.accounts.openFirst('koordinator@kota.test')),
    );
    const again = await fresh.accounts.openFirst('lain@kota.test');
    await fresh.close();

    expect(opened.filter(Boolean)).toEqual([true]);
    expect(again).toBe(false);
  });
});
