import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CycleService } from '../../../src/cycle/cycle.service.js';
import { person } from '../../domain/people.js';
import { untilTrue } from '../../engine/until.js';
import { answered, type Row, type Scene } from '../answers/scene.js';
import { apiRoutesOf } from '../api-routes.js';
import { asked } from '../extending.js';
import { Office } from '../office.js';
import { coordinator, during, smallCity } from '../small-city.js';
import { changingNothing } from '../tables.js';
import { pdf, upload } from '../uploading.js';
import { lead, link, sheet, submit } from '../work.js';
import { whileReviewing, whileWriting, type AccessRoute } from './routes.js';
import { roles, rules, stranger, type Role } from './rules.js';

let scene: Scene;

const everyRole = Object.keys(roles) as Role[];
const named = (routes: readonly AccessRoute[]) =>
  routes.map((route) => ({ name: `${route.request} ${route.path}`, route }));
const all = named([...whileWriting, ...whileReviewing]);
const withIds = all.filter(({ route }) => route.path.includes('{'));

/** DINKES leads 1, has a file for it, and asks for more time; another city has a year of its own. */
beforeAll(async () => {
  const office = await Office.open(smallCity(), during.beginning);
  const others = smallCity({ coordinators: [person(stranger)] }, 'kota-lain');
  await office.site.app.get(CycleService, { strict: false }).load(others, 'uji');
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DLH' });
  const known = await coordinated(office);
  await office.moveTo(during.selfAssessment);
  const file = { name: 'bukti.pdf', content: await pdf('akses') };
  const evidence = (await upload(office, { unit: 'DINKES', no: 1, level: 2, ...file })).body.id;
  const place = { unit: 'DINKES', no: 1, level: 2 };
  const ids = { link: await link(office, place), other: await link(office, place) };
  scene = { office, known: { ...known, ...ids, evidence, request: await asked(office) } };
});

afterAll(() => scene.office.close());

/** What only coordinators have to do with. */
async function coordinated(office: Office): Promise<Record<string, string>> {
  const made = async (path: string, body: object): Promise<string> =>
    (await office.done<{ id: string }>(coordinator, 'POST', path, body)).id;
  const url = 'https://dasbor.kota.example/siklus';
  const webhook = await made('/webhooks', { url, events: ['phase.opened'] });
  const variant = await made('/variants', {
    name: 'a',
    basis: 'klaim',
    levels: [{ indicator: 1, level: '2' }],
  });
  const report = await made('/reports', { format: 'pdf' });
  await office.moveTo(during.selfAssessment);
  await untilTrue('the report to be made', async () => {
    const { status } = await office.send(coordinator, 'GET', `/reports/${report}/file`);
    return status === 200;
  });
  const told = `/webhooks/${webhook}/deliveries`;
  const { deliveries } = await office.done<{ deliveries: readonly { id: string }[] }>(
    coordinator,
    'GET',
    told,
  );
  return { webhook, variant, report, delivery: deliveries[0]?.id ?? '' };
}

function rowOf({ request, path, body }: AccessRoute, by: string, cycle = 'kota-kecil'): Row {
  const asking = `${request.toLowerCase()} @${cycle}${path || '/'}`;
  return body === undefined ? [by, asking, ''] : [by, asking, '', body];
}

/** `y`, `n` or `-`, as a rule says it. */
function letterOf(answer: string): string {
  if (answer === '403 not_allowed') return 'n';
  if (answer === '404 not_found' || answer === '404') return '-';
  return /^(?:2|409|422)/.test(answer) ? 'y' : answer;
}

/** Those that are refused ask first: they may find nothing changed. */
async function lettersOf(route: AccessRoute): Promise<string> {
  const letters = new Map<Role, string>();
  const ask = async (role: Role): Promise<void> => {
    letters.set(role, letterOf(await answered(scene, rowOf(route, roles[role]))));
  };
  const may = (role: Role): boolean => rules[route.rule][everyRole.indexOf(role)] === 'y';
  await changingNothing(scene.office, async () => {
    for (const role of everyRole.filter((each) => !may(each))) await ask(role);
  });
  for (const role of everyRole.filter(may)) await ask(role);
  return everyRole.map((role) => letters.get(role)).join('');
}

describe('the API of the running server', () => {
  it('has no route without a rule of who may, and no rule without a route', () => {
    const shape = (path: string): string => path.replaceAll(/:\w+/g, ':');
    const routes = apiRoutesOf(scene.office.site.app).filter((each) => !each.includes('openapi'));
    const matched = all.map(({ route: { request, path } }) => {
      const asks = [request, `/api/v1/cycles/kota-kecil${path}`].join(' ');
      const pattern = (route: string): RegExp =>
        new RegExp(`^${shape(route).replaceAll(':', '[^/]+')}$`);
      // What is written out goes before what stands for anything.
      return routes
        .filter((route) => pattern(route).test(asks))
        .sort((a, b) => shape(b).length - shape(a).length)[0];
    });

    expect([...new Set(matched)].sort()).toEqual(routes);
  });
});

describe('whoever is not signed in', () => {
  it.each(all)('is told nothing: $name', async ({ route }) => {
    const filled = route.path.replaceAll(/\{(\w+)\}/g, (_, id: string) => scene.known[id] ?? '');
    const response = await changingNothing(scene.office, () =>
      scene.office.site.fetch(`/api/v1/cycles/kota-kecil${filled}`, { method: route.request }),
    );

    expect(response.status).toBe(401);
  });
});

describe('what belongs to another city', () => {
  it.each(withIds)('is not to be had under an own address: $name', async ({ route }) => {
    const answer = await changingNothing(scene.office, () =>
      answered(scene, rowOf(route, stranger, 'kota-lain')),
    );

    expect(answer).toMatch(/^404/);
  });
});

describe.each([
  { when: 'while units write', routes: whileWriting },
  { when: 'while assessors review', routes: whileReviewing },
])('everybody may do what is theirs, and nothing else, $when', ({ routes }) => {
  beforeAll(async () => {
    if (routes !== whileReviewing) return;
    const { office, known } = scene;
    await submit(office, 'DINKES', { 1: 1, 2: 1 });
    await office.moveTo(during.review);
    const { evidence } = await sheet(office, coordinator, 1);
    known['evidence'] =
      evidence.find(({ attachment, removedAt }) => attachment.kind === 'file' && removedAt === null)
        ?.id ?? '';
  });

  it.each(named(routes))('$name', async ({ route }) => {
    expect(await lettersOf(route)).toBe(rules[route.rule]);
  });
});
