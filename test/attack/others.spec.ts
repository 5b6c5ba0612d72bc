import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dinkes } from '../api/small-city.js';
import { deskRoutesOf, openToAll } from '../web/desk-routes.js';
import { apiRoutesOf, routesOf } from '../api/api-routes.js';
import { standsFirm } from './attacked.js';
import { declaredIn } from './declared.js';
import { Scene } from './scene.js';
import { pageTarget, type Target } from './targets.js';

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.open();
});

afterAll(() => scene.close());

/** What is neither a desk nor the API, the few files that pages load among it. */
function otherNames(): string[] {
  const { app } = scene.office.site;
  const desks = deskRoutesOf(app).filter((name) => !openToAll.includes(name));
  const known = [...desks, ...apiRoutesOf(app).filter((name) => !name.includes('openapi'))];
  return [...routesOf(app).filter((name) => !known.includes(name)), 'GET /assets/:file'];
}

/** Everybody may knock at all of them; what is one's own is asked for by an admin. */
function targets(): Target[] {
  const declared = declaredIn(scene.office.site.app);
  return otherNames().map((name) => ({ ...pageTarget(name, declared), may: dinkes }));
}

describe('every other route', () => {
  it('is there: of the sign-in, of what is personal, of the public and of whoever watches', () => {
    const first = new Set(otherNames().map((name) => name.split(/[/ .]/)[2] ?? ''));

    expect([...first].sort()).toEqual([
      ...['', 'akun', 'api', 'assets', 'bahasa', 'hasil', 'health', 'kalender', 'keluar'],
      ...['masuk', 'metrics'],
    ]);
  });

  standsFirm(() => scene, targets);
});
