import { setTimeout as sleep } from 'node:timers/promises';
import { midway, type Fault, type Round } from './fault.js';
import { units } from './month.js';
import type { Manners } from '../notice/rude-server.js';

const minute = 60_000;

/** In milliseconds, for what lasts a moment. */
function aMoment({ random }: Round): number {
  return random.between(300, 2500);
}

async function maybeMidway(round: Round): Promise<void> {
  if (round.mails > 0 && round.random.next() < 0.6) await midway(round);
  else await sleep(round.random.between(0, 900));
}

const database: readonly Fault[] = [
  {
    name: 'PostgreSQL starts again',
    needs: 'anything',
    combines: false,
    run: async (round) => {
      const { world } = round;
      await maybeMidway(round);
      await world.parts.postgres.restart(() => sleep(aMoment(round)));
      await world.reconnect();
    },
  },
  {
    name: 'every connection to PostgreSQL is cut',
    needs: 'anything',
    combines: true,
    run: async (round) => {
      const { world } = round;
      await maybeMidway(round);
      await world.parts.postgres.cutConnections(world.database);
    },
  },
  {
    name: 'the disk of PostgreSQL is full',
    needs: 'anything',
    combines: true,
    run: async (round) => {
      const { world } = round;
      await maybeMidway(round);
      await world.ask('UPDATE faults SET disk_is_full = true');
      await sleep(aMoment(round));
      await world.ask('UPDATE faults SET disk_is_full = false');
    },
  },
  {
    name: 'a poison row among the notices',
    needs: 'mails',
    combines: false,
    prepare: async ({ world, random }) => {
      const { admin } = random.of(units);
      await world.ask('UPDATE faults SET poisoned = $1', [admin]);
    },
    run: async (round) => {
      const { world, before, mails } = round;
      // All the others go all the same.
      await world.untilTaken(mails - 1, before, 30_000);
      if (world.taken.length - before < mails - 1) throw new Error('the poison holds up others');
      await world.ask('UPDATE faults SET poisoned = NULL');
      await world.ask(
        `UPDATE notice n SET recipient = m."to" FROM mail m WHERE m.id = n.mail AND n.recipient = 'null'`,
      );
    },
  },
];

const redis: readonly Fault[] = [
  {
    name: 'Redis starts again, without its data',
    needs: 'mails',
    combines: true,
    run: async (round) => {
      await maybeMidway(round);
      await round.world.parts.redis.restart(() => sleep(aMoment(round)));
    },
  },
  {
    name: 'FLUSHALL of Redis',
    needs: 'mails',
    combines: true,
    run: async (round) => {
      await maybeMidway(round);
      await round.world.parts.redis.flush();
    },
  },
  {
    name: 'Redis down for an hour of the cycle',
    needs: 'mails',
    combines: false,
    prepare: (round) => round.world.parts.redis.takeAway(),
    run: async ({ world }) => {
      await sleep(1500);
      await world.pass(60 * minute);
      await sleep(1500);
      await world.parts.redis.bringBack();
    },
  },
  {
    name: 'the memory of Redis is full',
    needs: 'mails',
    combines: true,
    run: async (round) => {
      const { redis: server } = round.world.parts;
      if (round.random.next() < 0.5) await midway(round);
      await server.fill(true);
      await sleep(aMoment(round));
      await server.fill(false);
    },
  },
];

/** For a moment in the middle, or from the start. */
function rude(name: string, manners: Manners): Fault {
  return {
    name,
    needs: 'mails',
    combines: true,
    run: async (round) => {
      const { post } = round.world.parts;
      if (round.random.next() < 0.7) await midway(round);
      post.manners = manners;
      await sleep(aMoment(round));
      post.manners = {};
    },
  };
}

const mail: readonly Fault[] = [
  {
    name: 'the mail server refuses connections',
    needs: 'mails',
    combines: false,
    run: async (round) => {
      const { post } = round.world.parts;
      await maybeMidway(round);
      await post.stop();
      await sleep(aMoment(round));
      await post.comeBack();
    },
  },
  rude('the mail server answers 4xx', { from: '451 later' }),
  rude('the mail server answers 4xx after the text', { end: '451 later' }),
  rude('the mail server cuts after DATA', { end: 'hang up' }),
  {
    name: 'the mail server answers 5xx for one recipient',
    needs: 'mails',
    combines: false,
    prepare: ({ world, random }) => {
      const { admin } = random.of(units);
      world.parts.post.manners = { to: { [admin]: '550 nobody here' } };
      world.refuseFrom(admin);
      return Promise.resolve();
    },
    run: async ({ world, before, mails }) => {
      await world.untilTaken(mails - 1, before);
      world.parts.post.manners = {};
    },
  },
  {
    name: 'the mail server hangs',
    needs: 'mails',
    combines: false,
    run: async (round) => {
      const { post } = round.world.parts;
      await midway(round);
      post.manners = { end: 'silence' };
      await sleep(aMoment(round));
      post.manners = {};
      post.hangUp();
    },
  },
  {
    name: 'the mail server is slow',
    needs: 'mails',
    combines: true,
    run: async (round) => {
      const { post } = round.world.parts;
      await maybeMidway(round);
      post.pace = () => sleep(40);
      await sleep(2 * aMoment(round));
      post.pace = null;
    },
  },
];

export const serverFaults: readonly Fault[] = [...database, ...redis, ...mail];
