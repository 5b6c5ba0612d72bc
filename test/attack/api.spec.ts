import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiRoutesOf } from '../api/api-routes.js';
import { meetsAllOf, standsFirm } from './attacked.js';
import { Scene } from './scene.js';
import { apiTargets } from './targets.js';

const isOfReviews = /\/(reviews|settlements|minutes)\b/;

describe('every route of the API, while units are writing', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.open();
  });

  afterAll(() => scene.close());

  it('is attacked', () => {
    const names = apiTargets(scene.office).map(({ name }) => name);

    expect([...names, 'GET /api/v1/openapi.json'].sort()).toEqual(
      apiRoutesOf(scene.office.site.app),
    );
  });

  standsFirm(
    () => scene,
    () => apiTargets(scene.office).filter(({ name }) => !isOfReviews.test(name)),
  );
});

describe('every route of the API that is for reviews', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.open('reviewing');
  });

  afterAll(() => scene.close());

  standsFirm(
    () => scene,
    () => apiTargets(scene.office).filter(({ name }) => isOfReviews.test(name)),
  );
});

describe('every sort of place in the API', () =>
  meetsAllOf('param', 'query', 'json', 'body', 'form', 'file name', 'file', 'header'));
