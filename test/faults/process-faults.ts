import { setTimeout as sleep } from 'node:timers/promises';
import { midway, type Fault, type Round } from './fault.js';
import { tickSeconds } from './parts.js';
import type { Role, World } from './world.js';

const hour = 3_600_000;

async function killOne({ world, random }: Round, roles: readonly Role[]): Promise<void> {
  if (roles.length > 0) await world.kill(random.of(roles));
}

/** SIGKILL, as a machine that goes down. */
export const kills: readonly Fault[] = [
  {
    name: 'SIGKILL of a worker while it sends',
    needs: 'mails',
    combines: true,
    run: async (round) => {
      await midway(round);
      await killOne(round, round.world.senders);
    },
  },
  {
    name: "SIGKILL of a worker between the server's 250 and the mark",
    needs: 'mails',
    combines: false,
    run: async (round) => {
      const { world, random, before, mails } = round;
      const { post } = world.parts;
      const { onTaken } = post;
      const when = before + random.between(1, mails - 20);
      const died = new Promise<void>((resolve, reject) => {
        post.onTaken = (mail) => {
          onTaken(mail);
          if (world.taken.length !== when) return;
          // The 250 is on its way, and nothing of it can have been marked.
          killOne(round, world.senders).then(resolve, reject);
        };
      });
      await died;
      post.onTaken = onTaken;
    },
  },
  {
    name: 'SIGKILL of the ticking process before its commit',
    needs: 'anything',
    combines: false,
    prepare: async (round) => {
      locks.set(round.world, await locked(round.world));
    },
    run: async ({ world }) => {
      const ticking = await waitingFor(world);
      await world.kill(ticking);
      await unlock(world);
    },
  },
  {
    name: 'SIGKILL of every process right after the commit of a tick',
    needs: 'anything',
    combines: false,
    run: async ({ world }) => {
      const before = await ticked(world);
      const patience = Date.now() + 5000;
      while ((await ticked(world)) === before && Date.now() < patience) await sleep(1);
      await Promise.all(world.up.map((role) => world.kill(role)));
      await world.restartAll();
    },
  },
];

/** Everything else that may happen to a process. */
export const processFaults: readonly Fault[] = [
  {
    name: 'SIGTERM of a worker while it sends',
    needs: 'mails',
    combines: true,
    run: async (round) => {
      await midway(round);
      const { world, random } = round;
      const [role] = random.shuffled(world.senders);
      if (!role?.program) return;
      const started = Date.now();
      const end = await role.program.stop('SIGTERM');
      const took = Date.now() - started;
      role.program = null;
      // In a pair the other fault may kill what was asked to end.
      if (end === 'SIGKILL') return;
      if (end !== 0 || took > 10_000)
        throw new Error(`after SIGTERM: status ${end} after ${took} ms`);
    },
  },
  {
    name: 'SIGSTOP of a process for a while, and SIGCONT',
    needs: 'anything',
    combines: true,
    run: async (round) => {
      const { world, random } = round;
      if (random.next() < 0.5) await midway(round);
      const role = random.of(world.up);
      role.program?.signal('SIGSTOP');
      await sleep(random.between(1000, 4000));
      role.program?.signal('SIGCONT');
    },
  },
  {
    name: 'two and three replicas tick at once',
    needs: 'anything',
    combines: false,
    // Every world has that many: here nothing else is wrong.
    run: () => Promise.resolve(),
  },
  {
    name: 'the clock of processes an hour back',
    needs: 'mails',
    combines: false,
    run: async (round) => {
      const { world, random } = round;
      if (random.next() < 0.5) await midway(round);
      else await world.untilSettled();
      await world.setBack(hour);
      const few = random.shuffled(world.up).slice(0, random.between(1, world.up.length));
      await Promise.all(few.map((role) => world.terminate(role)));
      await world.restartAll();
      // Two ticks by the wrong clock.
      await sleep(2000 * tickSeconds);
      await world.setRight();
    },
  },
];

const locks = new WeakMap<World, Awaited<ReturnType<World['session']>>>();

/** Whoever ticks gets no further than the first row that it writes. */
async function locked(world: World) {
  const session = await world.session();
  await session.query('BEGIN; LOCK TABLE journal, notice IN SHARE MODE');
  return session;
}

async function unlock(world: World): Promise<void> {
  const session = locks.get(world);
  await session?.query('ROLLBACK');
  await session?.end();
}

async function waitingFor(world: World): Promise<Role> {
  const patience = Date.now() + 10_000;
  while (Date.now() < patience) {
    const rows = await world.ask<{ name: string }>(
      `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE NOT l.granted AND l.relation IN ('journal'::regclass, 'notice'::regclass)`,
    );
    const role = world.up.find(({ name }) => rows.some((row) => row.name === name));
    if (role) return role;
    await sleep(5);
  }
  throw new Error('nobody ticks');
}

async function ticked(world: World): Promise<string> {
  const [row] = await world.ask<{ rows: string }>(
    'SELECT concat((SELECT count(*) FROM mail), (SELECT max(id) FROM journal)) AS rows',
  );
  return row?.rows ?? '';
}

/** Over every time-out of a connection to a mail server, which says meanwhile that it has taken a mail. */
export const longStop: Fault = {
  name: 'SIGSTOP of a worker for over two minutes while it sends, and SIGCONT',
  needs: 'mails',
  combines: false,
  run: async (round) => {
    await midway(round);
    const role = round.random.of(round.world.senders);
    role.program?.signal('SIGSTOP');
    await sleep(130_000);
    role.program?.signal('SIGCONT');
  },
};
