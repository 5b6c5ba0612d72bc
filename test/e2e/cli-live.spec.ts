import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idsOf } from '../engine/received.js';
import { untilTrue } from '../engine/until.js';
import { Exercise } from './exercise.js';
import { cleanUp, emptyFolder, siklus, type Run } from './harness.js';
import { Installation } from './installation.js';
import { ask, stored } from './stored.js';

let office: Installation;
let exercise: Exercise;

beforeAll(async () => {
  office = await Installation.open();
  exercise = new Exercise(await emptyFolder());
});

afterAll(async () => {
  await cleanUp();
  await office.close();
});

const done = (line: string): Run => ({ status: 0, stdout: `${line}\n`, stderr: '' });
const not = (status: 1 | 2, line: string): Run => ({ status, stdout: '', stderr: `${line}\n` });

function run(...given: string[]): Promise<Run> {
  return siklus(given, office.environment);
}

function perform(act: string, ...more: string[]): Promise<Run> {
  return run('do', act, '--cycle', 'latihan', ...more);
}

async function closing(): Promise<string[]> {
  const rows = await ask<{ closes: string }>(office.databaseUrl, 'SELECT closes FROM phase');
  return rows.map(({ closes }) => closes);
}

/** Everything that is kept, before and after. */
async function around(command: () => Promise<Run>) {
  const before = await stored(office.databaseUrl);
  const answer = await command();
  return { answer, before, after: await stored(office.databaseUrl) };
}

describe('siklus load', () => {
  it('loads a new cycle and activates it', async () => {
    await exercise.write();

    const answer = await run('load', ...exercise.files);

    expect(answer).toEqual(done('latihan: loaded and activated'));
    expect(await ask(office.databaseUrl, 'SELECT code, state FROM cycle')).toEqual([
      { code: 'latihan', state: 'active' },
    ]);
  });

  it('changes nothing when the same files are loaded again', async () => {
    const { answer, before, after } = await around(() => run('load', ...exercise.files));

    expect(answer).toEqual(done('latihan: updated'));
    expect(after).toEqual(before);
  });

  it('takes over what its files changed', async () => {
    await exercise.write({ closes: '2025-09-19' });

    const answer = await run('load', ...exercise.files);

    expect(answer).toEqual(done('latihan: updated'));
    expect(await closing()).toEqual(['2025-09-19']);
  });

  it('warns of years of which no holidays are known, and takes over the file all the same', async () => {
    await exercise.write({ closes: '2026-01-16' });

    const answer = await run('load', ...exercise.files);
    const dates = await closing();
    await exercise.write({ closes: '2025-09-19' });
    await run('load', ...exercise.files);

    const warning =
      'latihan: no holidays of 2026 are known: every Monday to Friday counts as a working day\n';
    expect(answer).toEqual({ ...done('latihan: updated'), stderr: warning });
    expect(dates).toEqual(['2026-01-16']);
  });

  it('changes nothing when a rule refuses it, and says which', async () => {
    await exercise.write({ opens: '2025-08-20' });

    const { answer, before, after } = await around(() => run('load', ...exercise.files));

    const dates = 'phase mandiri, opens 2025-08-20, closes 2025-09-12';
    expect(answer).toEqual(not(2, `${exercise.cycle}: refused: opens_in_past, ${dates}`));
    expect(after).toEqual(before);
  });

  it('changes nothing when a file is wrong, and says where', async () => {
    await exercise.write({ closes: '2025-13-19' });

    const { answer, before, after } = await around(() => run('load', ...exercise.files));

    const problem = 'the calendar has no 2025-13-19: correct the month or the day';
    expect(answer).toEqual(not(2, `${exercise.cycle}:12: phases[0].closes: ${problem}`));
    expect(after).toEqual(before);
  });
});

describe('siklus do', () => {
  it('does what is asked, in the name of who asks', async () => {
    const answer = await perform(
      '{ do: reschedule, phase: mandiri, closes: 2025-09-26 }',
      '--by',
      'Bu Sari',
    );

    expect(answer).toEqual(done('reschedule: done'));
    expect(await closing()).toEqual(['2025-09-26']);
    expect(
      await ask(office.databaseUrl, "SELECT what, phase FROM journal WHERE who = 'Bu Sari'"),
    ).toEqual([
      { what: 'rescheduled', phase: 'mandiri' },
      { what: 'version', phase: null },
    ]);
  });

  it('ends with status 1 when the cycle refuses, and nothing has changed', async () => {
    const early = '{ do: extend, phase: mandiri, unit: DLH, closes: 2025-09-28, reason: banjir }';

    const { answer, before, after } = await around(() => perform(early));

    expect(answer).toEqual(not(1, 'refused: not_open, phase mandiri, unit DLH'));
    expect(after).toEqual(before);
  });

  it.each([
    {
      act: '{ do: extend, phase: mandiri, closes: 2025-09-28 }',
      problem: 'act:1: reason: missing',
    },
    { act: '{ do: stop }', problem: 'act:1: do: stop belongs to scenarios' },
  ])('ends with status 2 when it does not understand $act', async ({ act, problem }) => {
    const answer = await perform(act);

    expect(answer).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(problem) as unknown,
    });
  });

  it('names a cycle that is not there', async () => {
    expect(await run('do', '{ do: pause }', '--cycle', 'lain')).toEqual(
      not(2, 'there is no cycle "lain"; load its file first'),
    );
  });
});

describe('beside a running demonstration', () => {
  const refused = 'admin@dlh.example.test';

  beforeAll(async () => {
    await office.start('all', { REDIS_URL: '' });
    await office.mail.refuse([refused]);
  });

  it('siklus clock moves its clock, and prints the new time', async () => {
    const [midnight, morning] = [await run('clock', 'next'), await run('clock', 'next')];

    expect(midnight).toEqual(done('2025-08-31T17:00:00Z'));
    expect(morning).toEqual(done('2025-09-01T01:00:00Z'));
    expect(office.mail.mails.length).toBe(1);
  });

  it('siklus mails lists what did not arrive', async () => {
    const { status, stdout } = await run('mails');

    const [mail] = await office.mailsThatAre('bounced');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      id: mail,
      cycle: 'latihan',
      at: expect.stringMatching(/^2025-09-01T01:00:00/) as unknown,
      state: 'bounced',
      to: { name: 'Admin DLH', role: 'admin', unit: 'DLH', email: refused },
      cc: [],
      missed: [refused],
      error: `Recipient command failed: 550 no mailbox ${refused}`,
    });
  });

  it('siklus resend has it sent again by the program that runs', async () => {
    const [mail = ''] = await office.mailsThatAre('bounced');
    await office.mail.refuse([]);

    const answer = await run('resend', mail);
    await untilTrue('the mail', () => office.mail.mails.length === 2);
    await untilTrue('it to be noted', async () => (await office.mailsThatAre('sent')).length === 2);

    expect(answer).toEqual(done(`${mail}: waits to be sent again`));
    expect(office.mail.mails[1]?.recipients).toEqual([refused]);
    expect(await idsOf(office.mail.mails.slice(1))).toEqual([mail]);
    expect(await run('mails')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('siklus resend refuses what has arrived', async () => {
    const [mail = ''] = await office.mailsThatAre('sent');

    expect(await run('resend', mail)).toEqual(
      not(
        2,
        `mail: ${mail}: no mail of that id is bounced or failed; \`siklus mails\` lists those that are`,
      ),
    );
  });
});

describe('without a running demonstration', () => {
  it('siklus clock says how to start one', async () => {
    await cleanUp();

    expect(await run('clock', 'next')).toEqual(
      not(
        2,
        `http://127.0.0.1:${office.environment['PORT']}/demonstrasi/jam: no demonstration answers there: ` +
          'start it with `npm start`, or set HOST and PORT',
      ),
    );
  });
});
