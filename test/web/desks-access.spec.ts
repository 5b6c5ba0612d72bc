import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asked } from '../api/extending.js';
import { Office } from '../api/office.js';
import { during, smallCity } from '../api/small-city.js';
import { allRows, changingNothing } from '../api/tables.js';
import { pdf, upload } from '../api/uploading.js';
import { lead, link, submit } from '../api/work.js';
import { mailTo } from '../engine/stage.js';
import { Browser, redirect } from './browser.js';
import {
  deskRoutesOf,
  openToAll,
  roles,
  whileReviewing,
  whileWriting,
  type DeskRoute,
  type Role,
} from './desk-routes.js';

let office: Office;
let content: Buffer;
const browsers = new Map<Role, Browser>();
const proofs = new Map<Role, string>();
const ids = { FILE: '', LINK: '', MAIL: '', REQUEST: '' };

const everyRole = Object.keys(roles) as Role[];
const named = (routes: readonly DeskRoute[]) =>
  routes.map((route) => ({ name: `${route.method} ${route.route}`, route }));
const posts = (routes: readonly DeskRoute[]) =>
  named(routes).filter(({ route }) => route.method === 'POST');

/** DINKES leads 1 and 2, and has a file and a link for the first. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  content = await pdf('akses');
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DLH' });
  await office.moveTo(during.selfAssessment);
  const place = { unit: 'DINKES', no: 1, level: 2 };
  ids.FILE = (await upload(office, { ...place, name: 'bukti.pdf', content })).body.id;
  ids.LINK = await link(office, place);
  ids.REQUEST = await asked(office);
  ids.MAIL = await mailTo(office.site.app, roles['an admin of the unit']);
  for (const role of everyRole) {
    const browser = new Browser(office.site);
    await browser.signInByLink(roles[role]);
    browsers.set(role, browser);
    proofs.set(role, await browser.proof());
  }
});

afterAll(() => office.close());

function browserOf(role: Role): Browser {
  return browsers.get(role) ?? new Browser(office.site);
}

function pathOf({ path }: DeskRoute): string {
  return Object.entries(ids).reduce((whole, [name, id]) => whole.replace(name, id), path);
}

/** As its form is sent; one with a file has its proof in the address. */
function ask(
  browser: Browser,
  route: DeskRoute,
  proof: Readonly<Record<string, string>>,
  origin = office.site.url,
): Promise<Response> {
  const headers = { origin, referer: `${office.site.url}/` };
  const path = pathOf(route);
  if (route.method === 'GET') return browser.get(path);
  if (!route.uploads) return browser.post(path, { ...route.fields, ...proof }, headers);
  const body = new FormData();
  for (const [name, value] of Object.entries({ level: '2', ...route.fields }))
    body.set(name, value);
  body.set('file', new Blob([new Uint8Array(content)]), 'bukti.pdf');
  const query = new URLSearchParams(proof).toString();
  return browser.request(`${path}?${query}`, { method: 'POST', body, headers });
}

/** It was done, or the form came back with what is missing. */
function mayDo(status = 404): boolean {
  return status < 400 || status === 422;
}

async function statusFor(role: Role, route: DeskRoute): Promise<number> {
  const answer = await ask(browserOf(role), route, { _csrf: proofs.get(role) ?? '' });
  await answer.arrayBuffer();
  return answer.status;
}

/** Those that are refused ask first: they may find nothing changed. */
async function statuses(route: DeskRoute): Promise<number[]> {
  const known = new Map<Role, number>();
  const isRefused = (role: Role): boolean => !mayDo(route.answers[everyRole.indexOf(role)]);
  await changingNothing(office, async () => {
    for (const role of everyRole.filter(isRefused)) known.set(role, await statusFor(role, route));
  });
  for (const role of everyRole.filter((each) => !isRefused(each))) {
    known.set(role, await statusFor(role, route));
  }
  return everyRole.map((role) => known.get(role) ?? 0);
}

/** Who may, with something of the proof amiss. */
async function forged(route: DeskRoute): Promise<number[]> {
  const role = everyRole.findLast((_, index) => mayDo(route.answers[index])) ?? 'the coordinator';
  const browser = browserOf(role);
  const right = { _csrf: proofs.get(role) ?? '' };
  const others = everyRole.filter((each) => each !== role).map((each) => proofs.get(each) ?? '');
  const wrongs = [{}, { _csrf: '' }, { _csrf: 'A'.repeat(43) }, { _csrf: others[0] ?? '' }];
  const answers = [
    ...wrongs.map((proof) => () => ask(browser, route, proof)),
    ...['https://jahat.test', 'null'].map((origin) => () => ask(browser, route, right, origin)),
  ];
  const all: number[] = [];
  for (const answer of answers) all.push((await answer()).status);
  return all;
}

describe('the desks of the running server', () => {
  it('have no route that the tables do not know, and all that they know', () => {
    const known = [...whileWriting, ...whileReviewing].map(({ method, route }) =>
      [method, route].join(' '),
    );

    expect(deskRoutesOf(office.site.app)).toEqual([...known, ...openToAll].sort());
  });
});

describe('whoever is not signed in', () => {
  it.each(named([...whileWriting, ...whileReviewing]))(
    'is led to the sign-in and back: $name',
    async ({ route }) => {
      const answer = await changingNothing(office, () => ask(new Browser(office.site), route, {}));

      const next = route.method === 'GET' ? pathOf(route) : '/';
      expect(redirect(answer)).toEqual([303, `/masuk?next=${encodeURIComponent(next)}`]);
    },
  );

  it('may choose a language', async () => {
    const answer = await new Browser(office.site).get('/bahasa/en?kembali=/');

    expect(redirect(answer)).toEqual([303, '/']);
  });
});

describe.each([
  { when: 'while units write', routes: whileWriting },
  { when: 'while assessors review', routes: whileReviewing },
])('$when', ({ routes }) => {
  beforeAll(async () => {
    if (routes !== whileReviewing) return;
    await submit(office, 'DINKES', { 2: 1 });
    await office.moveTo(during.review);
  });

  it.each(posts(routes))(
    'a form that nobody was given changes nothing: $name',
    async ({ route }) => {
      const before = await allRows(office.site.app);

      expect(await forged(route)).toEqual([403, 403, 403, 403, 403, 403]);
      expect(await allRows(office.site.app)).toEqual(before);
    },
  );

  it.each(named(routes))('everybody gets what is theirs: $name', async ({ route }) => {
    expect(await statuses(route)).toEqual(route.answers);
  });
});
