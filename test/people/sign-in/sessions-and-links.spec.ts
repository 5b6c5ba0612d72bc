import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everybody } from '../../domain/people.js';
import { Doorway, knockFrom, refusalOf } from './doorway.js';

const admin = 'admin@dinkes.test';
const knock = knockFrom('10.0.0.1');

let doorway: Doorway;

beforeAll(async () => {
  doorway = await Doorway.open();
  await doorway.know('2025', everybody());
});

afterAll(() => doorway.close());

/** Every text of every row of the sign-in's tables. */
async function written(): Promise<string> {
  const rows = await doorway.db.query<{ row: string }[]>(
    `SELECT to_jsonb(s)::text AS row FROM session s UNION ALL SELECT to_jsonb(l)::text FROM one_time_link l
     UNION ALL SELECT to_jsonb(a)::text FROM account a`,
  );
  return rows.map(({ row }) => row).join('\n');
}

describe('a session', () => {
  it('is found by its token, which is written nowhere', async () => {
    const token = await doorway.service.as('Admin@Dinkes.test', 'oidc', knock);

    expect((await doorway.sessions.find(token))?.email).toBe(admin);
    expect(Buffer.from(token, 'base64url').length).toBe(32);
    expect(await written()).not.toContain(token);
  });

  it('takes the place of the one that the browser had', async () => {
    const before = await doorway.service.as(admin, 'oidc', knock);

    const after = await doorway.service.as(admin, 'oidc', { ...knock, token: before });

    expect(await doorway.sessions.find(before)).toBeNull();
    expect((await doorway.sessions.find(after))?.email).toBe(admin);
  });

  it('ends after twelve hours without use, and goes on as long as it is used', async () => {
    const idle = await doorway.service.as(admin, 'oidc', knock);
    const used = await doorway.service.as(admin, 'oidc', knock);

    doorway.later({ hours: 11 });
    await doorway.sessions.find(used);
    doorway.later({ hours: 2 });

    expect(await doorway.sessions.find(idle)).toBeNull();
    expect(await doorway.sessions.find(used)).not.toBeNull();
  });

  it('ends after a week, however much it is used, and leaves no row', async () => {
    const token = await doorway.service.as(admin, 'oidc', knock);

    for (let hours = 0; hours < 168; hours += 8) {
      expect(await doorway.sessions.find(token)).not.toBeNull();
      doorway.later({ hours: 8 });
    }

    expect(await doorway.sessions.find(token)).toBeNull();
    await doorway.service.as('admin@dlh.test', 'oidc', knock);
    expect(await doorway.db.query('SELECT email FROM session')).toEqual([
      { email: 'admin@dlh.test' },
    ]);
  });

  it('ends on all devices at once, with the links that were under way, and nobody else\u2019s', async () => {
    const own = [await doorway.service.as(admin, 'oidc', knock)];
    own.push(await doorway.service.as(admin, 'link', knock));
    const others = await doorway.service.as('admin@dlh.test', 'oidc', knock);
    const link = await doorway.service.issueLink(admin, '/', 'mailed');

    await doorway.service.signOutEverywhere(admin);

    expect(await Promise.all(own.map((token) => doorway.sessions.find(token)))).toEqual([
      null,
      null,
    ]);
    expect(await doorway.sessions.find(others)).not.toBeNull();
    expect(await doorway.links.isGood(link)).toBe(false);
  });
});

describe('a one-time link', () => {
  it('signs in who it was for, and says what to open', async () => {
    const link = await doorway.service.issueLink(admin, '/kerja/2025/mandiri/DINKES', 'mailed');

    const { token, path } = await doorway.service.withLink(link, knock);

    expect(path).toBe('/kerja/2025/mandiri/DINKES');
    expect((await doorway.sessions.find(token))?.email).toBe(admin);
    expect(await written()).not.toContain(link);
  });

  it('is not used up by looking at it', async () => {
    const link = await doorway.service.issueLink(admin, '/', 'mailed');

    const looked = [await doorway.links.isGood(link), await doorway.links.isGood(link)];

    expect(looked).toEqual([true, true]);
    expect(await refusalOf(doorway.service.withLink(link, knock))).toBeNull();
  });

  it('works once, also when many come at once', async () => {
    const link = await doorway.service.issueLink(admin, '/', 'mailed');

    const codes = await Promise.all(
      Array.from({ length: 8 }, async () => {
        return (await refusalOf(doorway.service.withLink(link, knock)))?.code ?? 'in';
      }),
    );

    expect(codes.sort()).toEqual(['in', ...Array<string>(7).fill('link_spent')]);
    expect(await doorway.links.isGood(link)).toBe(false);
  });

  it.each([
    { way: 'mailed', lasts: { minutes: 20 } },
    { way: 'printed', lasts: { hours: 24 } },
  ] as const)('that is $way works until $lasts have passed', async ({ way, lasts }) => {
    const inTime = await doorway.service.issueLink(admin, '/', way);
    const late = await doorway.service.issueLink(admin, '/', way);

    doorway.later({ ...lasts });
    doorway.later({ seconds: -1 });
    const first = await refusalOf(doorway.service.withLink(inTime, knock));
    doorway.later({ seconds: 1 });
    const second = await refusalOf(doorway.service.withLink(late, knock));

    expect([first, second?.code]).toEqual([null, 'link_spent']);
  });

  it('does not work for who has left since it was sent', async () => {
    await doorway.know('2026', everybody({ coordinators: [{ name: 'X', email: 'x@kota.test' }] }));
    const link = await doorway.service.issueLink('x@kota.test', '/', 'mailed');
    await doorway.db.query("DELETE FROM coordinator WHERE email = 'x@kota.test'");

    const refused = await refusalOf(doorway.service.withLink(link, knock));

    expect(refused?.code).toBe('link_spent');
  });
});
