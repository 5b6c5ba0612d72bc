import 'reflect-metadata';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { meetsAllOf, standsFirm } from './attacked.js';
import { Scene } from './scene.js';
import { deskTargets } from './targets.js';

describe.each(['writing', 'reviewing'] as const)(
  'every route of the desks, while units are %s',
  (when) => {
    let scene: Scene;

    beforeAll(async () => {
      scene = await Scene.open(when);
    });

    afterAll(() => scene.close());

    standsFirm(
      () => scene,
      () => deskTargets(scene.office, when),
    );
  },
);

describe('every sort of place in the desks', () =>
  meetsAllOf('param', 'value', 'query', 'field', 'form', 'file name', 'file', 'header'));
