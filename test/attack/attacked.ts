import { expect, it } from '@jest/globals';
import { Assault, rowsBut } from './assault.js';
import { Rotation, type Attack, type Side } from './attacks.js';
import type { Sort } from './inputs/all.js';
import type { Scene } from './scene.js';
import { gentleFirst, type Target } from './targets.js';

/** How many each route meets at least: more of them are told by `ATTACK_INPUTS`. */
const least = Number(process.env['ATTACK_INPUTS'] ?? 30);

const rotation = new Rotation(least);

/** That nothing which is sent to these routes does harm, neither for whoever may nor for whoever may not. */
export function standsFirm(scene: () => Scene, targets: () => readonly Target[]): void {
  const attacks = new Map<string, Record<Side, readonly Attack[]>>();
  const attacksOn = (target: Target): Record<Side, readonly Attack[]> => {
    const known = attacks.get(target.name) ?? rotation.attacksOn(target);
    attacks.set(target.name, known);
    return known;
  };

  it('gives whoever may not nothing, and changes nothing for them', async () => {
    const assault = new Assault(scene());
    const before = await rowsBut(scene());

    for (const target of targets()) {
      await assault.by('mayNot', target, attacksOn(target).mayNot);
    }

    expect(assault.faults).toEqual([]);
    expect(await rowsBut(scene())).toEqual(before);
  });

  it('answers whoever may, and changes nothing when it refuses', async () => {
    const assault = new Assault(scene());

    for (const target of gentleFirst(targets())) {
      await assault.by('may', target, attacksOn(target).may);
    }

    expect(assault.faults).toEqual([]);
  });

  it('has met at least so many inputs a route', () => {
    const counts = [...attacks.values()].map(({ may, mayNot }) => may.length + mayNot.length);

    expect([counts.length, Math.min(...counts) >= least]).toEqual([targets().length, true]);
  });
}

/** That the routes of a spec together met all that there is for these sorts of places; it asks last. */
export function meetsAllOf(...sorts: Sort[]): void {
  it('is met with every input, somewhere, by whoever may', () => {
    expect(rotation.unmet(sorts)).toEqual([]);
  });
}
