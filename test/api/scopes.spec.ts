import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { scopes, type Scope } from '../../src/people/scope.js';
import { TokenStore } from '../../src/people/token.store.js';
import { apiRoutesOf } from './api-routes.js';
import { Office } from './office.js';
import { a1, coordinator, dinkes, during, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';

const cycle = '/api/v1/cycles/:cycle';

/** Which scope opens what: one of them is enough. */
// prettier-ignore
const needed: Readonly<Record<string, readonly Scope[]>> = {
  [`GET ${cycle}`]:                                                ['read'],
  [`GET ${cycle}/figures`]:                                        ['read'],
  [`GET ${cycle}/result`]:                                         ['read'],
  [`GET ${cycle}/trend`]:                                          ['read'],
  [`GET ${cycle}/earlier-results`]:                                ['read'],
  [`POST ${cycle}/earlier-results/preview`]:                       ['read'],
  [`POST ${cycle}/earlier-results`]:                               ['coordinate'],
  [`POST ${cycle}/reports`]:                                       ['coordinate'],
  [`GET ${cycle}/progress`]:                                       ['read'],
  [`GET ${cycle}/versions`]:                                       ['read'],
  [`GET ${cycle}/indicators`]:                                     ['read'],
  [`GET ${cycle}/indicators/:indicator`]:                          ['read'],
  [`GET ${cycle}/evidence/:evidence/file`]:                        ['read'],
  [`GET ${cycle}/reviews`]:                                        ['read'],
  [`GET ${cycle}/assignments/proposal`]:                           ['read'],
  [`GET ${cycle}/assignments/export`]:                             ['read'],
  [`GET ${cycle}/file`]:                                           ['read'],
  [`GET ${cycle}/extension-requests`]:                             ['read'],
  [`GET ${cycle}/extension-requests/:request/letter`]:             ['read'],
  [`GET ${cycle}/minutes/:phase`]:                                 ['read'],
  [`GET ${cycle}/reports`]:                                        ['read'],
  [`GET ${cycle}/reports/:report/file`]:                           ['read'],
  [`GET ${cycle}/portal`]:                                         ['read'],
  [`GET ${cycle}/portal-pack`]:                                    ['read'],
  [`GET ${cycle}/webhooks`]:                                       ['read'],
  [`GET ${cycle}/webhooks/:webhook/deliveries`]:                   ['read'],
  [`GET ${cycle}/efforts`]:                                        ['read'],
  [`GET ${cycle}/variants`]:                                       ['read'],
  // They show what would be, and change nothing.
  [`POST ${cycle}/what-if`]:                                       ['read'],
  [`POST ${cycle}/ways-to-target`]:                                ['read'],
  [`POST ${cycle}/variants/compare`]:                              ['read'],
  [`POST ${cycle}/changes/preview`]:                               ['read'],
  [`POST ${cycle}/assignments/import/preview`]:                    ['read'],
  [`POST ${cycle}/file/preview`]:                                  ['read'],
  [`POST ${cycle}/extension-requests/:request/preview`]:           ['read'],
  [`POST ${cycle}/units/:unit/extension-requests`]:                ['answer'],
  [`DELETE ${cycle}/extension-requests/:request`]:                 ['answer'],
  [`PUT ${cycle}/indicators/:indicator/answer`]:                   ['answer'],
  [`PUT ${cycle}/indicators/:indicator/nihil`]:                    ['answer'],
  [`DELETE ${cycle}/indicators/:indicator/nihil`]:                 ['answer'],
  [`POST ${cycle}/indicators/:indicator/files`]:                   ['answer'],
  [`POST ${cycle}/indicators/:indicator/links`]:                   ['answer'],
  [`PUT ${cycle}/evidence/:evidence/file`]:                        ['answer'],
  [`PUT ${cycle}/evidence/:evidence/link`]:                        ['answer'],
  [`DELETE ${cycle}/evidence/:evidence`]:                          ['answer'],
  [`POST ${cycle}/units/:unit/copy`]:                              ['answer'],
  [`PUT ${cycle}/reviews/:phase/:unit/evidence/:evidence`]:        ['review'],
  [`PUT ${cycle}/reviews/:phase/:unit/indicators/:indicator`]:     ['review'],
  [`POST ${cycle}/reviews/:phase/:unit/agree`]:                    ['review'],
  [`PUT ${cycle}/settlements/:phase/:indicator`]:                  ['coordinate'],
  [`PUT ${cycle}/indicators/:indicator`]:                          ['coordinate'],
  [`PUT ${cycle}/indicators/:indicator/external`]:                 ['coordinate'],
  [`PUT ${cycle}/indicators/:indicator/nihil/decision`]:           ['coordinate'],
  [`PUT ${cycle}/efforts`]:                                        ['coordinate'],
  [`POST ${cycle}/variants`]:                                      ['coordinate'],
  [`DELETE ${cycle}/variants/:variant`]:                           ['coordinate'],
  [`PUT ${cycle}/lokus`]:                                          ['coordinate'],
  [`PUT ${cycle}/phases/:phase/units`]:                            ['coordinate'],
  [`POST ${cycle}/file`]:                                          ['coordinate'],
  [`POST ${cycle}/extension-requests/:request/grant`]:             ['coordinate'],
  [`POST ${cycle}/extension-requests/:request/refuse`]:            ['coordinate'],
  [`POST ${cycle}/changes`]:                                       ['coordinate'],
  [`POST ${cycle}/assignments`]:                                   ['coordinate'],
  [`POST ${cycle}/assignments/import`]:                            ['coordinate'],
  [`DELETE ${cycle}/assignments/:unit/:assessor`]:                 ['coordinate'],
  [`POST ${cycle}/assignments/:unit/:assessor/hand-over/:to`]:     ['coordinate'],
  [`POST ${cycle}/webhooks`]:                                      ['coordinate'],
  [`DELETE ${cycle}/webhooks/:webhook`]:                           ['coordinate'],
  [`POST ${cycle}/webhooks/:webhook/secret`]:                      ['coordinate'],
  [`POST ${cycle}/webhooks/:webhook/deliveries/:delivery/send-again`]: ['coordinate'],
  // Whoever has the task, or a side in the talk: which scope finishes what is told below.
  [`POST ${cycle}/finish`]:                                        ['answer', 'review', 'coordinate'],
  [`POST ${cycle}/indicators/:indicator/comments`]:                ['answer', 'review', 'coordinate'],
};

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
});

afterAll(() => office.close());

function tokenOf(email: string, ...of: Scope[]): Promise<string> {
  const store = office.site.app.get(TokenStore, { strict: false });
  return store.issue(email, 400, { name: 'uji', scopes: of });
}

async function ask(token: string, route: string, body: object | null = null) {
  const [method = '', path = ''] = route.split(' ');
  const filled = path
    .replace(':cycle', 'kota-kecil')
    .replace(':indicator', '1')
    .replaceAll(/:evidence|:request|:webhook|:delivery/g, '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77')
    .replaceAll(/:\w+/g, 'DINKES');
  const response = await office.site.fetch(filled, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const said = isJson ? (JSON.parse(text) as { code?: string; detail?: unknown }) : {};
  return { status: response.status, code: said.code, detail: said.detail };
}

describe('a token', () => {
  it('opens exactly what its scope is for, and every route has one', async () => {
    // The document is for whoever comes.
    const routes = apiRoutesOf(office.site.app).filter((each) => !each.includes('openapi'));

    const opened: Record<string, Scope[]> = {};
    for (const scope of scopes) {
      // Nobody's: what it opens is refused for another reason.
      const token = await tokenOf('orang@lain.test', scope);
      for (const route of routes) {
        const { code } = await ask(token, route);
        if (code !== 'scope_missing') (opened[route] ??= []).push(scope);
      }
    }

    expect(opened).toEqual(needed);
    expect(routes).toHaveLength(Object.keys(needed).length);
  });

  it('without the scope says which one it lacks, and changes nothing', async () => {
    const token = await tokenOf(coordinator, 'read', 'answer', 'review');

    const answer = await changingNothing(office, () =>
      ask(token, `PUT ${cycle}/lokus`, { units: ['DINKES'] }),
    );

    expect(answer).toEqual({ status: 403, code: 'scope_missing', detail: { scope: 'coordinate' } });
  });

  it('with every scope may do no more than its person', async () => {
    const token = await tokenOf(dinkes, ...scopes);

    const answer = await ask(token, `PUT ${cycle}/lokus`, { units: ['DINKES'] });

    expect([answer.status, answer.code]).toEqual([403, 'not_allowed']);
  });

  it.each([
    { by: coordinator, phase: 'penetapan', unit: null, scope: 'coordinate' },
    { by: dinkes, phase: 'sosialisasi', unit: 'DINKES', scope: 'answer' },
    { by: dinkes, phase: 'mandiri', unit: 'DINKES', scope: 'answer' },
    { by: a1, phase: 'dokumen', unit: 'DINKES', scope: 'review' },
    { by: dinkes, phase: 'revisi', unit: 'DINKES', scope: 'answer' },
    { by: coordinator, phase: 'laporan', unit: null, scope: 'coordinate' },
  ] as const)('needs $scope to finish $phase', async ({ by, phase, unit, scope }) => {
    const others = scopes.filter((each) => each !== scope);
    const lacking = await tokenOf(by, ...others);

    const answer = await ask(lacking, `POST ${cycle}/finish`, { phase, unit });
    const right = await ask(await tokenOf(by, scope), `POST ${cycle}/finish`, { phase, unit });

    expect(answer).toEqual({ status: 403, code: 'scope_missing', detail: { scope } });
    expect(right.code).not.toBe('scope_missing');
  });
});

describe('the record of tokens', () => {
  async function rows(table: string): Promise<Record<string, unknown>[]> {
    return office.site.app
      .get(DataSource)
      .query(`SELECT * FROM ${table} WHERE email = 'catat@kota.test' ORDER BY 1`);
  }

  it('says what came and went, holds no secret, and outlives the token', async () => {
    const store = office.site.app.get(TokenStore, { strict: false });
    const token = await store.issue('Catat@kota.test', 5, { name: 'laporan', scopes: ['read'] });
    const issued = JSON.stringify([await rows('api_token'), await rows('token_event')]);

    expect(await store.revoke('catat@kota.test')).toBe(1);

    expect(issued).not.toContain(token);
    expect(await rows('api_token')).toEqual([]);
    expect(await rows('token_event')).toMatchObject([
      { name: 'laporan', scopes: ['read'], what: 'issued' },
      { name: 'laporan', scopes: ['read'], what: 'revoked' },
    ]);
  });

  it('says when it was last used', async () => {
    const store = office.site.app.get(TokenStore, { strict: false });
    const token = await store.issue('catat@kota.test', 5, { name: 'baru', scopes: ['read'] });
    const [before] = await rows('api_token');

    await ask(token, `GET ${cycle}`);

    const [after] = await rows('api_token');
    expect([before?.['last_used_at'], after?.['last_used_at']]).toEqual([
      null,
      new Date(office.now.epochMilliseconds),
    ]);
  });
});
