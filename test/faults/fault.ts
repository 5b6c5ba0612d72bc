import type { Random } from './random.js';
import type { World } from './world.js';

/** What is due while something breaks. */
export interface Round {
  readonly world: World;
  readonly random: Random;
  /** Mails that had been taken when it began. */
  readonly before: number;
  /** Mails that will be due. */
  readonly mails: number;
}

/** One way to break something. Whatever it broke is whole again when it has resolved. */
export interface Fault {
  readonly name: string;
  /** Whether it takes place while mails are sent, or in whatever is due. */
  readonly needs: 'mails' | 'anything';
  /** Can come together with others that can. */
  readonly combines: boolean;
  /** Before anything is due. */
  prepare?(round: Round): Promise<void>;
  /** From the moment at which it is. */
  run(round: Round): Promise<void>;
}

/** Somewhere in the middle of the mails. */
export async function midway({ world, random, before, mails }: Round): Promise<void> {
  await world.untilTaken(random.between(1, Math.max(1, mails - 20)), before);
}
