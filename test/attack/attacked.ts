import { expect, it } from '@jest/globals';
import { Assault, rowsBut } from './assault.js';
import { Rotation, type Attack } from './attacks.js';
import type { Scene } from './scene.js';
import { gentleFirst, type Target } from './targets.js';

/** How many each route meets at least: more of them are told by `ATTACK_INPUTS`. */
const least = Number(process.env['ATTACK_INPUTS'] ?? 30);
/** Every fourth is for whoever may not: most are turned away before anybody reads what they sent. */
const isForStranger = (_: Attack, at: number): boolean => at % 4 === 3;

const rotation = new Rotation(least);

/** That nothing which is sent to these routes does harm, neither for whoever may nor for whoever may not. */
export function standsFirm(scene: () => Scene, targets: () => readonly Target[]): void {
  const attacks = new Map<string, readonly Attack[]>();
  const attacksOn = (target: Target): readonly Attack[] => {
    const known = attacks.get(target.name) ?? rotation.attacksOn(target);
    attacks.set(target.name, known);
    return known;
  };

  it('gives whoever may not nothing, and changes nothing for them', async () => {
    const assault = new Assault(scene());
    const before = await rowsBut(scene());

    for (const target of targets()) {
      await assault.by('mayNot', target, attacksOn(target).filter(isForStranger));
    }

    expect(assault.faults).toEqual([]);
    expect(await rowsBut(scene())).toEqual(before);
  });

  it('answers whoever may, and changes nothing when it refuses', async () => {
    const assault = new Assault(scene());

    for (const target of gentleFirst(targets())) {
      const own = attacksOn(target).filter((attack, at) => !isForStranger(attack, at));
      await assault.by('may', target, own);
    }

    expect(assault.faults).toEqual([]);
  });

  it('has met at least thirty inputs a route', () => {
    const counts = [...attacks.values()].map(({ length }) => length);

    expect([counts.length, Math.min(...counts) >= 30]).toEqual([targets().length, true]);
  });
}
