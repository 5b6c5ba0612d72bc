import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everybody, unit } from '../domain/people.js';
import { selfAssessment, september, wib } from '../engine/city.js';
import { idsOf } from '../engine/received.js';
import { load, Stage } from '../engine/stage.js';
import { RudeServer, type Manners, type Reply } from './rude-server.js';
import {
  engine,
  engineAtEscalation,
  escalation,
  fates,
  next,
  opening,
  settle,
  troubles,
} from './sending.js';

let stage: Stage;
let rude: RudeServer;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  rude = await RudeServer.start();
});

afterEach(async () => {
  await stage.close();
  await rude.stop();
});

const admin = 'admin@opd-1.test';
const head = 'head@opd-1.test';

describe('rule 20: a recipient whom the server does not know', () => {
  it('holds up nobody else, and is shown to the coordinators', async () => {
    const app = await engine(stage, 4);
    await stage.catcher.set({ reject: ['Admin@OPD-2.test'] });

    await settle(app);

    expect(await fates(app)).toEqual([
      'admin@opd-1.test sent 1',
      'admin@opd-2.test bounced 1',
      'admin@opd-3.test sent 1',
      'admin@opd-4.test sent 1',
    ]);
    expect(stage.mails.flatMap(({ recipients }) => recipients).sort()).toEqual([
      'admin@opd-1.test',
      'admin@opd-3.test',
      'admin@opd-4.test',
    ]);
    expect(await troubles(app)).toEqual([
      {
        what: 'bounced',
        to: 'admin@opd-2.test',
        why: expect.stringContaining('no mailbox admin@opd-2.test'),
      },
    ]);
  });

  it('is not tried again', async () => {
    const app = await engine(stage, 1);
    await stage.catcher.set({ reject: [admin] });

    await settle(app);
    await stage.catcher.set('up');
    stage.clock.moveTo(opening.add({ hours: 12 }));
    await settle(app);

    expect(await fates(app)).toEqual([`${admin} bounced 1`]);
    expect(stage.mails).toEqual([]);
  });

  it.each([
    { unknown: head, gets: admin },
    { unknown: admin, gets: head },
  ])('leaves the same mail to the other: $unknown', async ({ unknown, gets }) => {
    const app = await engineAtEscalation(stage, 1);
    await stage.catcher.set({ reject: [unknown] });

    await settle(app);

    expect(stage.mails.map(({ recipients }) => recipients)).toEqual([[gets]]);
    expect(await fates(app)).toEqual([`${admin} sent 1`]);
    expect(await troubles(app)).toEqual([
      { what: 'bounced', to: unknown, why: expect.stringContaining('550') },
    ]);
  });

  it('is named as the office writes the address', async () => {
    const app = await stage.process({ smtpUrl: rude.url });
    const people = everybody({
      units: [unit('OPD-1', { admins: [{ name: 'Ibu Ayu', email: 'Ayu@Dinäs.test' }] })],
      assignments: [],
    });
    await load(app, { ...september(1, [selfAssessment]), people });
    rude.manners = { to: { 'Ayu@xn--dins-noa.test': '550 unknown' } };
    stage.clock.moveTo(opening);

    await settle(app);

    expect(await fates(app)).toEqual(['Ayu@Dinäs.test bounced 1']);
    expect((await troubles(app)).map(({ to }) => to)).toEqual(['Ayu@Dinäs.test']);
  });
});

describe('rule 20: a recipient whom the server puts off', () => {
  it('gets the mail later, and the other not a second time', async () => {
    const app = await engineAtEscalation(stage, 1, rude.url);
    rude.manners = { to: { [head]: '450 greylisted' } };

    await settle(app);
    const first = await fates(app);
    rude.manners = {};
    await next(app, stage);

    expect(first).toEqual([`${admin} waiting 1`]);
    expect(stage.clock.now()).toEqual(escalation.add({ minutes: 1 }));
    expect(rude.mails.map(({ recipients }) => recipients)).toEqual([[admin], [head]]);
    expect(new Set(await idsOf(rude.mails)).size).toBe(1);
    expect(await fates(app)).toEqual([`${admin} sent 2`]);
  });

  it('gets it although the other is refused for good', async () => {
    const app = await engineAtEscalation(stage, 1, rude.url);
    rude.manners = { to: { [admin]: '550 unknown', [head]: '450 greylisted' } };

    await settle(app);
    rude.manners = {};
    await next(app, stage);

    expect(rude.mails.map(({ recipients }) => recipients)).toEqual([[head]]);
    expect(await fates(app)).toEqual([`${admin} sent 2`]);
    expect((await troubles(app)).map(({ what, to }) => [what, to])).toEqual([['bounced', admin]]);
  });

  it('does not hold up the other mails, even if the server says nothing at all', async () => {
    const app = await engine(stage, 8, `${rude.url}?socketTimeout=1000`);
    rude.manners = { to: { [admin]: 'silence' } };

    await settle(app);

    expect(await fates(app)).toEqual([
      `${admin} waiting 1`,
      ...[2, 3, 4, 5, 6, 7, 8].map((number) => `admin@opd-${number}.test sent 1`),
    ]);
  });
});

describe('rule 20: a text that the server refuses for good', () => {
  it.each<Manners>([{ data: '554 no' }, { end: '554 spam' }])(
    'bounces for all of its recipients: %o',
    async (manners) => {
      const app = await engineAtEscalation(stage, 1, rude.url);
      rude.manners = manners;

      await settle(app);
      const waiting = await next(app, stage);

      expect(await fates(app)).toEqual([`${admin} bounced 1`]);
      expect((await troubles(app)).map(({ what, to }) => [what, to])).toEqual([
        ['bounced', admin],
        ['bounced', head],
      ]);
      expect(waiting).toBe(false);
    },
  );
});

describe('rule 20: an answer that cannot be read', () => {
  it.each<{ what: string; reply: Reply }>([
    { what: 'control characters', reply: '550 \u0000\u0007\u001b[31m no' },
    { what: 'no text', reply: '550 ' },
    { what: 'no UTF-8', reply: '550 \u00ff\u00fe\u00c3' },
    { what: 'pages of text', reply: `550 ${'no '.repeat(50_000)}` },
  ])('is an answer all the same: $what', async ({ reply }) => {
    const app = await engine(stage, 3, rude.url);
    rude.manners = { to: { [admin]: reply } };

    await settle(app);

    expect(await fates(app)).toEqual([
      `${admin} bounced 1`,
      'admin@opd-2.test sent 1',
      'admin@opd-3.test sent 1',
    ]);
    expect((await troubles(app)).map(({ to }) => to)).toEqual([admin]);
  });
});
