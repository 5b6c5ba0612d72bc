import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionRow } from '../../../src/people/sign-in/sign-in.entity.js';
import { flawOf, hashOf, isPassword } from '../../../src/people/sign-in/password.js';
import { networkOf } from '../../../src/people/sign-in/network.js';
import { everybody } from '../../domain/people.js';
import { Doorway, knockFrom, refusalOf } from './doorway.js';

const right = 'kuda poni biru laut';
const wrong = 'kuda poni biru laut!';

let doorway: Doorway;

beforeAll(async () => {
  doorway = await Doorway.open();
  await doorway.know('2025', everybody());
});

afterAll(() => doorway.close());

async function withPassword(email: string): Promise<string> {
  await doorway.accounts.setPassword(email, await hashOf(right));
  return email;
}

/** The answers to passwords tried one after the other, from one place. */
async function answers(email: string, ip: string, passwords: readonly string[]): Promise<string[]> {
  const codes: string[] = [];
  for (const password of passwords) {
    const refused = await refusalOf(doorway.service.withPassword(email, password, knockFrom(ip)));
    codes.push(refused?.code ?? 'in');
  }
  return codes;
}

async function sessionOf(token: string): Promise<SessionRow> {
  const session = await doorway.sessions.find(token);
  if (!session) throw new Error('no such session');
  return session;
}

describe('a password', () => {
  it('is kept as argon2id with the strength that OWASP asks for', async () => {
    const [one, other] = [await hashOf(right), await hashOf(right)];

    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect([await isPassword(right, one), await isPassword(wrong, one)]).toEqual([true, false]);
  });

  it('is the same in whichever encoding a keyboard sends it', async () => {
    expect(
      await isPassword('cafe\u0301 di pekalongan', await hashOf('caf\u00e9 di pekalongan')),
    ).toBe(true);
  });

  it('fits nobody who has none', async () => {
    expect(await isPassword('nobody has this password', null)).toBe(false);
  });

  it.each([
    ['kuda poni bi', null],
    ['kuda poni b', 'too_short'],
    ['\u{1f40e}'.repeat(6), 'too_short'],
    ['x1y'.repeat(67), 'too_long'],
    ['aaaaaaaaaaaaaaaa', 'too_obvious'],
    ['121212121212', 'too_obvious'],
    ['aaaabbbbcccc', 'too_obvious'],
    ['ADMIN@dinkes.test', 'too_obvious'],
    ['Password1234', 'too_obvious'],
    ['1q2w3e4r5t6y', 'too_obvious'],
    ['indonesia123456', 'too_obvious'],
    ['SPBEPekalongan', 'too_obvious'],
    ['terima kasih banyak', null],
    ['p'.repeat(3) + ' kuda lumping biru '.repeat(10), null],
  ])('%s: %s', async (password, flaw) => {
    expect(await flawOf(password, 'admin@dinkes.test')).toBe(flaw);
  });
});

describe('signing in with a password', () => {
  it('makes a session of whoever knows it', async () => {
    const email = await withPassword('admin@dinkes.test');

    const token = await doorway.service.withPassword(email.toUpperCase(), right, knockFrom('::1'));

    expect(await sessionOf(token)).toMatchObject({ email, method: 'password' });
  });

  it.each(['stranger@jahat.test', 'admin@dlh.test'])(
    'says the same to %s, who has none',
    async (email) => {
      expect(await answers(email, '10.1.0.1', [right])).toEqual(['wrong_password']);
    },
  );

  it('is slowed after five wrong ones, also for the right one, wherever it comes from', async () => {
    const email = await withPassword('head@dinkes.test');

    expect(await answers(email, '10.2.0.1', Array(6).fill(wrong))).toEqual([
      ...Array<string>(5).fill('wrong_password'),
      'too_often',
    ]);
    expect(await answers(email, '10.2.0.2', [right])).toEqual(['too_often']);

    const refused = await refusalOf(doorway.service.withPassword(email, right, knockFrom('::1')));
    expect(refused?.until).toEqual(doorway.clock.now().add({ minutes: 3 }));
    doorway.later({ minutes: 3 });
    expect(await answers(email, '10.2.0.2', [right])).toEqual(['in']);
  });

  it('is slowed for who does not exist, too', async () => {
    expect(await answers('nobody@jahat.test', '10.3.0.1', Array(6).fill(wrong))).toEqual([
      ...Array<string>(5).fill('wrong_password'),
      'too_often',
    ]);
  });

  it('is slowed when all are tried at once', async () => {
    const email = await withPassword('head@dlh.test');
    const tries = Array.from({ length: 20 }, () => answers(email, '10.4.0.1', [wrong]));

    const codes = (await Promise.all(tries)).flat();

    expect(codes.filter((code) => code === 'wrong_password').length).toBe(5);
    expect(codes.filter((code) => code === 'too_often').length).toBe(15);
  });

  it('begins anew for whoever got it right', async () => {
    const email = await withPassword('a1@asesor.test');
    const almost = [...Array<string>(4).fill(wrong), right];

    expect(await answers(email, '10.5.0.1', [...almost, ...almost])).toEqual(
      almost.concat(almost).map((password) => (password === right ? 'in' : 'wrong_password')),
    );
  });

  it('is slowed for a network that tries one password on many addresses', async () => {
    const addresses = Array.from({ length: 51 }, (_, index) => `opd-${index}@kota.test`);

    const codes: string[] = [];
    for (const email of addresses) codes.push(...(await answers(email, '10.6.0.1', [wrong])));

    expect(codes).toEqual([...Array<string>(50).fill('wrong_password'), 'too_often']);
    expect(await answers('opd-0@kota.test', '10.6.0.2', [wrong])).toEqual(['wrong_password']);
  }, 30_000);

  it('does not hold the right ones of an office against it', async () => {
    const email = await withPassword('a2@asesor.test');

    expect(new Set(await answers(email, '10.7.0.1', Array(60).fill(right)))).toEqual(
      new Set(['in']),
    );
  }, 30_000);
});

describe('changing a password', () => {
  it('asks for no old one where there is none', async () => {
    const token = await doorway.service.as('koordinator@kota.test', 'link', knockFrom('::1'));

    await doorway.service.changePassword(await sessionOf(token), '', right);

    expect(await answers('koordinator@kota.test', '10.8.0.1', [right])).toEqual(['in']);
  });

  it('ends every session, and goes on in a new one', async () => {
    const email = await withPassword('a3@asesor.test');
    const other = await doorway.service.as(email, 'link', knockFrom('::1'));
    const own = await doorway.service.withPassword(email, right, knockFrom('::1'));

    const next = await doorway.service.changePassword(await sessionOf(own), right, wrong);

    expect([await doorway.sessions.find(other), await doorway.sessions.find(own)]).toEqual([
      null,
      null,
    ]);
    expect((await sessionOf(next)).email).toBe(email);
  });

  it.each(['password', 'demonstration'] as const)(
    'asks who came by %s for the old one, and counts wrong ones',
    async (method) => {
      const email = await withPassword('admin@dlh.test');
      const session = await sessionOf(await doorway.service.as(email, method, knockFrom('::1')));
      const change = async (old: string): Promise<string> =>
        (await refusalOf(doorway.service.changePassword(session, old, 'yang baru sekali')))?.code ??
        'changed';

      const codes: string[] = [];
      for (let left = 6; left > 0; left -= 1) codes.push(await change(wrong));
      doorway.later({ minutes: 16 });

      expect(codes).toEqual([...Array<string>(5).fill('wrong_password'), 'too_often']);
      expect(await change(right)).toBe('changed');
    },
  );

  it('trusts a link for a while: whoever forgot the old one has no other way', async () => {
    const email = await withPassword('admin@dinkes.test');
    const token = await doorway.service.as(email, 'link', knockFrom('::1'));
    const session = await sessionOf(token);

    const atOnce = await doorway.service.needsOldPassword(session);
    doorway.later({ minutes: 20 });

    expect([atOnce, await doorway.service.needsOldPassword(session)]).toEqual([false, true]);
  });
});

describe('the network of a caller', () => {
  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
