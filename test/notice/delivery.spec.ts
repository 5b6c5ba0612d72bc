import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { wib } from '../engine/city.js';
import { idsOf } from '../engine/received.js';
import { outbox, Stage } from '../engine/stage.js';
import { RudeServer, type Manners } from './rude-server.js';
import { engine, fates, next, opening, settle, troubles } from './sending.js';

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

describe('rule 20: a mail server that is down', () => {
  it('gets every mail once when it is back, as it would have got it before', async () => {
    const app = await engine(stage, 3);
    await stage.catcher.set('down');

    await settle(app);
    const waiting = await outbox(app);
    await stage.catcher.set('up');
    await next(app, stage);

    expect(waiting.map(({ state, attempts }) => [state, attempts])).toEqual(
      Array(3).fill(['waiting', 1]),
    );
    expect(stage.clock.now()).toEqual(opening.add({ minutes: 1 }));
    expect((await idsOf(stage.mails)).sort()).toEqual(waiting.map(({ id }) => id).sort());
    expect((await outbox(app)).map(({ state }) => state)).toEqual(Array(3).fill('sent'));
  });

  it('is tried for a day, then the coordinators are shown who has not got it', async () => {
    const app = await engine(stage, 1);
    await stage.catcher.set('down');

    await settle(app);
    while ((await outbox(app))[0]?.state === 'waiting') await next(app, stage);

    expect(stage.clock.now()).toEqual(opening.add({ minutes: 1383 }));
    expect(await fates(app)).toEqual(['admin@opd-1.test failed 29']);
    expect(await troubles(app)).toEqual([
      {
        what: 'failed',
        to: 'admin@opd-1.test',
        why: expect.stringContaining('ECONNREFUSED'),
      },
    ]);
  });
});

/** The time-outs of a live process are too long for a test: ten seconds, and a minute. */
const impatient = '?greetingTimeout=1000&socketTimeout=1000';

describe('rule 20: a mail server that cannot take a mail for now', () => {
  it.each<{ how: string; manners: Manners; waits?: string; already: number }>([
    { how: 'refuses connections', manners: { greeting: '421 too busy' }, already: 0 },
    { how: 'refuses us', manners: { greeting: '554 not you' }, already: 0 },
    { how: 'hangs up', manners: { greeting: 'hang up' }, already: 0 },
    { how: 'says nothing', manners: { greeting: 'silence' }, waits: impatient, already: 0 },
    { how: 'takes nothing from the sender', manners: { from: '451 later' }, already: 0 },
    { how: 'knows no such sender', manners: { from: '550 who are you' }, already: 0 },
    { how: 'hangs up on the sender', manners: { from: 'hang up' }, already: 0 },
    {
      how: 'greylists the recipient',
      manners: { to: { 'admin@opd-1.test': '450 come back' } },
      already: 0,
    },
    {
      how: 'hangs up on the recipient',
      manners: { to: { 'admin@opd-1.test': 'hang up' } },
      already: 0,
    },
    { how: 'wants no text', manners: { data: '452 disk full' }, already: 0 },
    { how: 'hangs up before the text', manners: { data: 'hang up' }, already: 0 },
    { how: 'takes the text and then refuses it', manners: { end: '452 disk full' }, already: 1 },
    { how: 'takes the text and hangs up', manners: { end: 'hang up' }, already: 1 },
    {
      how: 'takes the text and says nothing',
      manners: { end: 'silence' },
      waits: impatient,
      already: 1,
    },
  ])('gets it a minute later, as the same mail: $how', async ({ manners, waits, already }) => {
    const app = await engine(stage, 1, `${rude.url}${waits ?? ''}`);
    rude.manners = manners;

    await settle(app);
    const first = await fates(app);
    const before = rude.mails.length;
    rude.manners = {};
    await next(app, stage);

    expect([first, before]).toEqual([['admin@opd-1.test waiting 1'], already]);
    expect(stage.clock.now()).toEqual(opening.add({ minutes: 1 }));
    expect(await fates(app)).toEqual(['admin@opd-1.test sent 2']);
    const id = (await outbox(app))[0]?.id;
    expect(await idsOf(rude.mails)).toEqual(Array(already + 1).fill(id));
    expect(await troubles(app)).toEqual([]);
  });
});
