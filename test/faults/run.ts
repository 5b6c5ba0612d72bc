import { within } from '../../src/platform/within.js';
import { audit, type Audit } from './auditor.js';
import type { Fault, Round } from './fault.js';
import { instants, mailInstants, unitCount } from './month.js';
import { kills, longStop, processFaults } from './process-faults.js';
import { serverFaults } from './server-faults.js';
import type { Parts } from './parts.js';
import { World } from './world.js';
import type { Random } from './random.js';

/** Milliseconds, for one fault. */
const longest = 180_000;

/** How often each is to be survived. */
export interface Counts {
  /** SIGKILL, of all kinds together. */
  readonly kills: number;
  /** Every other fault, each. */
  readonly others: number;
  /** Two at once. */
  readonly pairs: number;
  /** Processes that stand still for longer than any time-out. */
  readonly longStops: number;
  /** No month begins after that. */
  readonly minutes: number;
  /** Part of the name of those that are wanted alone, to look for what is wrong. */
  readonly only: string;
}

export interface Survived {
  readonly fault: string;
  /** Milliseconds from its end until everything was done and sent. */
  readonly recovery: number;
  /** Mails that came again. */
  readonly repeats: number;
}

export interface Outcome {
  readonly survived: readonly Survived[];
  readonly months: readonly Audit[];
  /** Faults that there was no time for. */
  readonly left: number;
}

const jump: Fault = {
  name: 'the clock jumps forward a day',
  needs: 'mails',
  combines: false,
  run: () => Promise.resolve(),
};

const others: readonly Fault[] = [...processFaults, ...serverFaults, jump];
export const allFaults: readonly Fault[] = [...kills, ...others];

/** In random order, those of one kind as often as the others. */
export function planned(counts: Counts, random: Random): Fault[] {
  const combining = allFaults.filter(({ combines }) => combines);
  const all = random.shuffled([
    ...times(counts.kills, (index) => kills[index % kills.length]),
    ...times(counts.others, () => others).flat(),
    ...times(counts.pairs, () => pair(random.shuffled(combining))),
    ...times(counts.longStops, () => longStop),
  ]);
  return all.filter(({ name }) => name.includes(counts.only));
}

function pair([one, other]: readonly Fault[]): Fault | undefined {
  if (!one || !other) return undefined;
  return {
    name: `${one.name} + ${other.name}`,
    needs: 'mails',
    combines: false,
    run: async (round) => {
      await Promise.all([one.run(round), other.run(round)]);
    },
  };
}

function times<T>(count: number, make: (index: number) => T | undefined): T[] {
  const all = Array.from({ length: count }, (_, index) => make(index));
  return all.filter((each) => each !== undefined);
}

/** Month after month until every fault has been there, each month on its own. */
export async function run(
  parts: Parts,
  counts: Counts,
  random: Random,
  tell: (line: object) => void,
): Promise<Outcome> {
  const waiting = planned(counts, random);
  const survived: Survived[] = [];
  const months: Audit[] = [];
  const end = Date.now() + counts.minutes * 60_000;
  while (waiting.length > 0 && Date.now() < end) {
    const world = await World.open(parts, random.between(1, 2));
    try {
      for await (const each of month(world, waiting, random)) {
        tell(each);
        survived.push(each);
      }
      const found = await audit(world);
      tell({ month: months.length + 1, ...found });
      months.push(found);
    } finally {
      await world.close();
      await parts.postgres.drop(world.database);
    }
  }
  return { survived, months, left: waiting.length };
}

async function* month(world: World, waiting: Fault[], random: Random): AsyncGenerator<Survived> {
  for (let index = 0; index < instants.length && waiting.length > 0; index += 1) {
    const isMailed = mailInstants.has(instants[index] ?? 0);
    const next = waiting.findIndex(({ needs }) => isMailed || needs === 'anything');
    const [fault] = next < 0 ? [] : waiting.splice(next, 1);
    if (fault === jump) index = Math.min(dayAfter(index), instants.length - 1);
    const due = instants[index] ?? 0;
    const mails = mailInstants.has(due) || isMailed ? unitCount : 0;
    const round = { world, random, before: world.taken.length, mails };
    if (fault) yield await breakIt(fault, round, due);
    else await pass(round, due);
  }
}

/** The index of the first instant with mails that is a day later or more. */
function dayAfter(index: number): number {
  const at = (instants[index] ?? 0) + 86_400_000;
  const later = instants.findIndex((each) => each >= at && mailInstants.has(each));
  return later < 0 ? index : later;
}

async function pass({ world }: Round, due: number): Promise<void> {
  await world.jumpTo(due);
  await world.untilSettled();
}

async function breakIt(fault: Fault, round: Round, due: number): Promise<Survived> {
  const { world, before } = round;
  try {
    await fault.prepare?.(round);
    await world.jumpTo(due);
    await within(longest, fault.run(round));
    // As a supervisor does, who is quick only when nobody else takes over.
    if (world.senders.length === 0) await world.restartAll();
    const ended = Date.now();
    await world.untilSettled();
    const recovery = Date.now() - ended;
    await world.restartAll();
    const repeats = world.taken.length - before - round.mails;
    return { fault: fault.name, recovery, repeats: Math.max(0, repeats) };
  } catch (error) {
    const said = world.roles.map(({ name, program }) => `${name}: ${program?.stderr.slice(-3000)}`);
    const mails = await world.ask(
      `SELECT state, attempts, claimed_by, max(last_error), count(*), min(next_attempt_at), max(dispatched_at)
       FROM mail GROUP BY 1, 2, 3`,
    );
    const about = [...said, JSON.stringify(mails)].join('\n');
    throw new Error(`${fault.name}, due ${new Date(due).toISOString()}\n${about}`, {
      cause: error,
    });
  }
}
