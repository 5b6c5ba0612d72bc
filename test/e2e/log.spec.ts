import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { untilTrue } from '../engine/until.js';
import { RudeServer } from '../notice/rude-server.js';
import { withoutAddresses } from '../../src/platform/private-logger.js';
import { cleanUp } from './harness.js';
import { Installation } from './installation.js';
import { ask } from './stored.js';

let office: Installation;
let rude: RudeServer;

beforeEach(async () => {
  office = await Installation.open();
  rude = await RudeServer.start();
});

afterEach(async () => {
  await cleanUp();
  await rude.stop();
  await office.close();
});

describe('the log of a whole run', () => {
  it('tells of trouble with mails and rows, and names nobody', async () => {
    rude.manners = { end: '451 4.7.1 <admin@setda.example.test>: try later, Admin SPBE' };
    const program = await office.start('all', { REDIS_URL: '', SMTP_URL: rude.url });
    // A row that the database refuses with its values, and mails that a server refuses with their addresses.
    await ask(
      office.databaseUrl,
      `ALTER TABLE mail ADD CHECK (NOT (state = 'waiting' AND attempts > 0
         AND "to"->>'email' = 'admin@dindik.example.test'))`,
    );
    await office.moveClockOn(25.5 * 3600);
    await untilTrue(
      'both to be told',
      () => /4\.7\.1/.test(program.stdout) && /could not be marked yet/.test(program.stderr),
    );
    await program.stop('SIGTERM');
    const [, ...log] = `${program.stdout}${program.stderr}`.split('\n');

    expect(log.join('\n')).toContain('…@setda.example.test');
    expect(log.join('\n').match(/[\w.+-]+@[\w-]+\.[\w.-]+/g)).toBeNull();
  });
});

describe('what a log leaves out', () => {
  it.each([
    ['550 <a.b+c@dinas.test>: unknown', '550 <…@dinas.test>: unknown'],
    ['to=budi@dinas.test, relay=x', 'to=…@dinas.test, relay=x'],
    ['Key (address)=(budi@dinas.test) exists', 'Key (address)=(…@dinas.test) exists'],
    ['nothing of the kind @ all', 'nothing of the kind @ all'],
  ])('%s', (text, shown) => {
    expect(withoutAddresses(text)).toBe(shown);
  });
});
