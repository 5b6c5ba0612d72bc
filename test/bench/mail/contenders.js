// Whoever sends the mails, each as the rest of the world would: `send` ends when all are sent and marked.
import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';
import nodemailer from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { connections, jobsAtOnce } from './sizes.js';
import { due, started } from './city.js';
import { SimulatedClock } from '../../../dist/src/domain/clock.js';
import { DISPATCHER } from '../../../dist/src/notice/dispatcher.js';
import { OutboxStore } from '../../../dist/src/notice/outbox.store.js';

const contentsOf = ({ contents }) => JSON.parse(readFileSync(contents, 'utf8'));

const poolOf = ({ smtpUrl }) =>
  nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
  });

/** Nothing but the mails: a loop over a pool. */
const bare = async (given) => {
  const contents = contentsOf(given);
  const pool = poolOf(given);
  return {
    send: async () => void (await Promise.all(contents.map((mail) => pool.sendMail(mail)))),
    stop: () => pool.close(),
  };
};

/** The same pool without the work of writing: what is left for it to do is the limit of any sender that uses it. */
const finished = async (given) => {
  const pool = poolOf(given);
  const mails = await Promise.all(
    contentsOf(given).map(async (mail) => ({
      envelope: {
        from: mail.from.address,
        to: [mail.to, ...mail.cc].map(({ address }) => address),
      },
      raw: await new MailComposer(mail).compile().build(),
    })),
  );
  return {
    send: async () => void (await Promise.all(mails.map((mail) => pool.sendMail(mail)))),
    stop: () => pool.close(),
  };
};

const siklusInline = async (given) => {
  const app = await started({ ...given.settings, redisUrl: null }, new SimulatedClock(due));
  return { send: () => app.get(DISPATCHER).dispatch(), stop: () => app.close() };
};

/** One process hands over and works: what more workers would share is in the figures of one. */
const siklusQueued = async (given) => {
  const app = await started(given.settings, new SimulatedClock(due));
  const outbox = app.get(OutboxStore);
  return {
    send: async () => {
      const now = due.add({ seconds: 1 });
      const dispatch = () => app.get(DISPATCHER).dispatch();
      await dispatch();
      // As often as a process that runs does it by itself.
      const beat = setInterval(() => void dispatch(), given.settings.tickSeconds * 1000);
      while (await outbox.isBusy(now)) await new Promise((next) => setTimeout(next, 50));
      clearInterval(beat);
    },
    stop: () => app.close(),
  };
};

const bullmqAlone = async (given) => {
  const { Queue, Worker } = await import('bullmq');
  const connection = { url: given.settings.redisUrl, maxRetriesPerRequest: null };
  const prefix = given.settings.queuePrefix;
  const queue = new Queue('mails', { connection, prefix });
  const contents = contentsOf(given);
  const options = { removeOnComplete: true };
  await queue.addBulk(contents.map((data) => ({ name: 'mail', data, opts: options })));
  const pool = poolOf(given);
  let worker = null;
  return {
    send: () =>
      new Promise((resolve) => {
        let left = contents.length;
        const send = async ({ data }) => void (await pool.sendMail(data));
        worker = new Worker('mails', send, { connection, prefix, concurrency: jobsAtOnce });
        worker.on('completed', () => {
          left -= 1;
          if (left === 0) resolve();
        });
      }),
    stop: async () => {
      await worker?.close();
      await queue.close();
      pool.close();
    },
  };
};

const pgBoss = async (given) => {
  const { default: PgBoss } = await import('pg-boss');
  const boss = new PgBoss(given.settings.databaseUrl);
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue('mails');
  const contents = contentsOf(given);
  await boss.insert(contents.map((data) => ({ name: 'mails', data })));
  const pool = poolOf(given);
  return {
    send: async () => {
      // Its own worker looks once in half a second: fetching in a loop is the best that it can do.
      for (;;) {
        const jobs = await boss.fetch('mails', { batchSize: jobsAtOnce });
        if (!jobs || jobs.length === 0) return;
        await Promise.all(jobs.map(({ data }) => pool.sendMail(data)));
        await boss.complete(
          'mails',
          jobs.map(({ id }) => id),
        );
      }
    },
    stop: async () => {
      await boss.stop({ graceful: false });
      pool.close();
    },
  };
};

const graphileWorker = async (given) => {
  const { Logger, makeWorkerUtils, runMigrations, runOnce } = await import('graphile-worker');
  const options = {
    connectionString: given.settings.databaseUrl,
    logger: new Logger(() => () => {}),
    concurrency: jobsAtOnce,
  };
  await runMigrations(options);
  const utils = await makeWorkerUtils(options);
  for (const part of chunks(contentsOf(given), 1000)) {
    await utils.addJobs(part.map((payload) => ({ identifier: 'mail', payload })));
  }
  await utils.release();
  const pool = poolOf(given);
  return {
    send: () =>
      runOnce({
        ...options,
        maxPoolSize: 10,
        preset: {
          worker: { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 },
        },
        taskList: { mail: async (mail) => void (await pool.sendMail(mail)) },
      }),
    stop: () => pool.close(),
  };
};

function chunks(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

export const contenders = {
  'bare nodemailer pool': bare,
  'the same pool with finished messages': finished,
  'siklus, inline': siklusInline,
  'siklus, through BullMQ': siklusQueued,
  'BullMQ alone': bullmqAlone,
  'pg-boss': pgBoss,
  'graphile-worker': graphileWorker,
};
