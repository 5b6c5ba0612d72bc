import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Cable } from '../engine/cable.js';
import { idsOf } from '../engine/received.js';
import { serverAt } from '../engine/servers.js';
import { untilTrue } from '../engine/until.js';
import { cleanUp, type End, type Program } from './harness.js';
import { Installation } from './installation.js';

const units = 40;
const connections = 5;
const aDay = 25.5 * 3600;
/** Milliseconds after which an operator's machine kills what was asked to stop. */
const grace = 10_000;

let office: Installation;

beforeEach(async () => {
  office = await Installation.open();
});

afterEach(async () => {
  await cleanUp();
  await office.close();
});

/** How it ended, or that it had to be killed. */
function stopped(program: Program): Promise<End | 'killed'> {
  return Promise.race([program.stop('SIGTERM'), sleep(grace, 'killed' as const)]);
}

describe('a process that is asked to stop', () => {
  it.each(['web', 'worker', 'all'] as const)('ends as %s while Redis is gone', async (role) => {
    const redis = await Cable.to(new URL(serverAt('TEST_REDIS_URL')));
    const program = await office.start(role, { REDIS_URL: redis.url });
    redis.cut();

    expect(await stopped(program)).toBe(0);

    await redis.close();
  });

  it('ends while the mail server keeps it waiting, and the next one sends what that had not taken', async () => {
    office.mail.hold(0);
    const program = await office.start('all', { REDIS_URL: '' });
    await office.moveClockOn(aDay);
    await untilTrue('mails under way', () => office.mail.mails.length === connections);
    const underWay = await idsOf(office.mail.mails);

    const end = await stopped(program);
    office.mail.goOn();
    await office.start('all', { REDIS_URL: '' });
    await untilTrue('every mail', async () => (await office.mailsThatAre('sent')).length > units);

    const ids = await idsOf(office.mail.mails);
    const again = ids.filter((id, index) => ids.indexOf(id) !== index);
    expect(end).toBe(0);
    // The server had them, and nobody knew: only these come twice, under the same Message-ID.
    expect(again.sort()).toEqual(underWay.sort());
    expect([...new Set(ids)].sort()).toEqual(await office.mailsThatAre('sent'));
  });
});
