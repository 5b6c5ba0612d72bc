import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ShiftedClock } from '../../src/domain/clock.js';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { routesOf } from '../api/api-routes.js';
import { smallCity } from '../api/small-city.js';
import { Site } from '../web/site.js';
import { Assault } from './assault.js';
import { Rotation } from './attacks.js';
import { declaredIn } from './declared.js';
import { headersOfAPage, type Ground } from './scene.js';
import { pageTarget, type Target } from './targets.js';

let site: Site;
let ground: Ground;

beforeAll(async () => {
  site = await Site.open(false, new ShiftedClock(), smallCity());
  // What the server does by itself as it starts is done before.
  await site.app.get(TickService, { strict: false }).tickAll();
  await site.app.get(Stepper, { strict: false }).settle();
  const headers = () => headersOfAPage(site);
  ground = {
    ...{ office: { site }, ids: {}, secrets: [] },
    ...{ headersOf: headers, headersOfNew: () => Promise.resolve(headers()) },
  };
});

afterAll(() => site.close());

function targets(): Target[] {
  const declared = declaredIn(site.app);
  const names = routesOf(site.app).filter((name) => name.includes(' /demonstrasi'));
  return names.map((name) => pageTarget(name, declared));
}

describe('every route of the demonstration', () => {
  it('is there: its clock, its inbox and its roles', () => {
    const paths = targets().map(({ path }) => path);

    expect([...new Set(paths)].sort()).toEqual([
      '/demonstrasi/jam',
      '/demonstrasi/jam/tanggal',
      '/demonstrasi/peran',
      '/demonstrasi/surat',
      '/demonstrasi/surat/:id',
      '/demonstrasi/surat/:id/isi',
    ]);
  });

  it('answers whoever comes, and changes nothing when it refuses', async () => {
    const assault = new Assault(ground);
    const rotation = new Rotation(60);

    for (const target of targets()) await assault.by('may', target, rotation.attacksOn(target).may);

    expect(assault.faults).toEqual([]);
  });
});
