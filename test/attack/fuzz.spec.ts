import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TokenStore } from '../../src/people/token.store.js';
import { form } from '../api/answers/scene.js';
import { roles } from '../web/desk-routes.js';
import { faultsOf } from './faults.js';
import { operationsIn, type FuzzedRequest } from './fuzzed.js';
import { Scene } from './scene.js';

/** Of each operation and each of those who ask. */
const runs = Number(process.env['ATTACK_RUNS'] ?? 1);
/** Another one each time; the one of a failure finds it again. */
const seed = Number(process.env['ATTACK_SEED'] ?? randomInt(2 ** 31));
/** Each with requests of their own. */
const asking = Object.entries({ ...roles, 'whoever has no token': null }).map(
  ([who, email], number) => ({ who, email, number }),
);
const phases = ['writing', 'reviewing'] as const;

describe.each(phases)(
  `the API, asked by its document (ATTACK_SEED=${seed}) while units are %s`,
  (when) => {
    let scene: Scene;

    beforeAll(async () => {
      scene = await Scene.open(when);
    });

    afterAll(() => scene.close());

    /** @returns what is wrong with the answer */
    async function faultOf(request: FuzzedRequest, token: string | null): Promise<string> {
      const { office } = scene;
      const { method, path } = request;
      try {
        const response = await office.met(path, { method, ...initOf(request, token) });
        const met = { status: response.status, head: '', body: await response.text() };
        return faultsOf(met, '', []).join(', ');
      } catch (error) {
        return String(error);
      }
    }

    it.each(asking)('answers as it says there: $who', async ({ email, number }) => {
      const { office } = scene;
      const store = office.site.app.get(TokenStore, { strict: false });
      const token = email && (await store.issue(email, 400));
      const faults: string[] = [];

      const params = paramsIn(scene, when);
      for (const { name, requests } of operationsIn(office.documented.document, params)) {
        for (const request of fc.sample(requests, { seed: seed + number, numRuns: runs })) {
          const fault = await faultOf(request, token);
          if (fault !== '')
            faults.push(`${name}: ${fault}: ${JSON.stringify(request).slice(0, 500)}`);
        }
      }

      expect(faults).toEqual([]);
    });
  },
);

function paramsIn({ ids }: Scene, when: (typeof phases)[number]): Record<string, string> {
  return {
    ...{ cycle: 'kota-kecil', indicator: '1', unit: 'DINKES', assessor: 'A1', to: 'A3' },
    ...{ evidence: ids['FILE'] ?? '', request: ids['REQUEST'] ?? '' },
    phase: when === 'writing' ? 'mandiri' : 'dokumen',
  };
}

function initOf({ type, body }: FuzzedRequest, token: string | null): RequestInit {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  if (type === null) return { headers };
  if (type !== 'multipart/form-data') {
    return { headers: { ...headers, 'content-type': type }, body: JSON.stringify(body) };
  }
  const texts = Object.entries(Object(body) as object).map(([name, value]) => [
    name,
    String(value),
  ]);
  const { file = '', ...fields } = Object.fromEntries(texts) as Record<string, string>;
  return { headers, body: form(file, fields, file.startsWith('%') ? 'a.pdf' : 'a.csv') };
}
