import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { during } from '../api/small-city.js';
import { submit } from '../api/work.js';
import { Assault, rowsBut } from './assault.js';
import { Rotation } from './attacks.js';
import { Scene } from './scene.js';
import { deskTargets, gentleFirst } from './targets.js';

let scene: Scene;
const rotation = new Rotation(30);

beforeAll(async () => {
  scene = await Scene.open();
});

afterAll(() => scene.close());

describe.each(['writing', 'reviewing'] as const)('the desks, while units are %s', (when) => {
  beforeAll(async () => {
    if (when === 'writing') return;
    await submit(scene.office, 'DINKES', { 2: 1 });
    await scene.office.moveTo(during.review);
  });

  it('give whoever may not nothing, and change nothing for them', async () => {
    const assault = new Assault(scene);
    const before = await rowsBut(scene);

    for (const target of deskTargets(scene.office, when)) {
      await assault.by('mayNot', target, rotation.attacksOn(target).slice(0, 12));
    }

    expect(assault.faults).toEqual([]);
    expect(await rowsBut(scene)).toEqual(before);
    console.log(assault.requests);
  });

  it('answer whoever may, whatever they send', async () => {
    const assault = new Assault(scene);
    for (const target of gentleFirst(deskTargets(scene.office, when))) {
      await assault.by('may', target, rotation.attacksOn(target));
    }
    console.log(assault.requests);
    expect(assault.faults).toEqual([]);
  });
});
