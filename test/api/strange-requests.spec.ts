import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from './office.js';
import { routes, type Route } from './routes.js';
import { a1, coordinator, dinkes, during, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';
import { lead, link, sheet, write } from './work.js';

let office: Office;
let evidence: string;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  evidence = await link(office, { unit: 'DINKES', no: 1, level: 2 });
});

afterAll(() => office.close());

async function statusOf({ by, method, path }: Route, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const whole = path.replace('EVIDENCE', evidence);
  return (await office.send(by, method, whole, { body, headers })).status;
}

/** The body with one of its fields changed, for each of them. */
function spoiled(body: object, change: (value: unknown) => unknown): object[] {
  return Object.keys(body).map((field) => {
    const value = (body as Record<string, unknown>)[field];
    return { ...body, [field]: change(value) };
  });
}

const deep = (value: unknown, text: string): unknown => {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((each) => deep(each, text));
  if (typeof value !== 'object' || value === null) return { text };
  return Object.fromEntries(Object.keys(value).map((key) => [key, text]));
};

const kinds: readonly { what: string; bodiesLike: (body: object) => unknown[] }[] = [
  {
    what: 'a field that nobody asks for',
    bodiesLike: (body) => [
      { ...body, extra: 1 },
      { ...body, id: evidence },
    ],
  },
  {
    what: 'a value of another type',
    bodiesLike: (body) => [
      ...spoiled(body, () => ({})),
      ...spoiled(body, () => [{}]),
      ...spoiled(body, () => [null]),
      ...spoiled(body, (value) => (typeof value === 'string' ? 1 : 'satu')),
      [],
      [body],
    ],
  },
  {
    what: 'a text that is too long',
    bodiesLike: (body) => spoiled(body, (value) => deep(value, 'x'.repeat(20_001))),
  },
  {
    what: 'a text with what is no character',
    bodiesLike: (body) => [
      ...spoiled(body, (value) => deep(value, 'a\u0000b')),
      ...spoiled(body, (value) => deep(value, 'a\ud800b')),
    ],
  },
];

async function statuses(bodiesOf: (route: Route) => string[]): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const route of routes) {
    const found = await Promise.all(bodiesOf(route).map((body) => statusOf(route, body)));
    all.push([route.path, [...new Set(found)]]);
  }
  return all;
}

describe('a body of any route', () => {
  const refused = routes.map(({ path }) => [path, [400]]);

  it.each(kinds)('is refused with $what, and changes nothing', async ({ bodiesLike }) => {
    const found = await changingNothing(office, () =>
      statuses(({ body }) => bodiesLike(body).map((each) => JSON.stringify(each))),
    );

    expect(found).toEqual(refused);
  });

  it('is refused when it is no JSON, and changes nothing', async () => {
    const bodies = ['{', '{"version": 0', 'null', '1', '"x"', '', '{"a": 1}}', '\u0000'];

    const found = await changingNothing(office, () => statuses(() => bodies));

    expect(found).toEqual(refused);
  });
});

describe('a body that goes down without an end', () => {
  it('is refused before anybody walks through it, and changes nothing', async () => {
    const bodies = ['[]', '{"a":}'].map((pair) => {
      const open = pair.slice(0, -1).repeat(30_000);
      return `${open}1${pair.slice(-1).repeat(30_000)}`;
    });

    const found = await changingNothing(office, () => statuses(() => bodies));

    expect(found).toEqual(routes.map(({ path }) => [path, [400]]));
  });
});

describe('a path', () => {
  const strange = [
    'x',
    '1.5',
    '-1',
    '0',
    '1e400',
    'NaN',
    '%00',
    '%E0%A4%A',
    '%F0',
    "1'--",
    '1%2F2',
  ];
  const long = 'x'.repeat(5000);

  it('like that is never an error of ours', async () => {
    const paths = [...strange, long].flatMap((text) => [
      `/indicators/${text}`,
      `/indicators/1/${text}`,
      `/evidence/${text}/file`,
      `/phases/${text}/units`,
    ]);

    const answers = await Promise.all(paths.map((path) => office.ask(coordinator, 'GET', path)));

    expect(answers.map(({ status }) => status).filter(isExpected)).toHaveLength(paths.length);
  });

  it.each([...strange, long].map((text) => ({ text, called: text.slice(0, 10) })))(
    'with $called in it changes nothing',
    async ({ text }) => {
      const link_ = { url: 'https://a.test', name: 'x' };
      const answer = { version: 0, level: '1', fact: '', analysis: '' };
      const requests: [string, string, string, object][] = [
        [dinkes, 'PUT', `/indicators/${text}/answer`, answer],
        [dinkes, 'PUT', `/evidence/${text}/link`, link_],
        [dinkes, 'POST', `/units/${text}/copy`, { from: 'tahun-lalu' }],
        [a1, 'POST', `/reviews/${text}/DINKES/agree`, { indicators: [1] }],
        [a1, 'POST', `/reviews/dokumen/${text}/agree`, { indicators: [1] }],
        [coordinator, 'PUT', `/settlements/${text}/1`, { level: '1', note: '' }],
        [coordinator, 'PUT', `/phases/${text}/units`, { units: null }],
        [coordinator, 'POST', `/assignments/DINKES/A1/hand-over/${text}`, {}],
        [coordinator, 'POST', `/assignments/${text}/A1/hand-over/A2`, {}],
      ];

      const answers = await changingNothing(office, () =>
        Promise.all(requests.map((request) => office.ask(...request))),
      );
      const elsewhere = await office.about(text).ask(coordinator, 'GET', '/figures');

      const statuses = [...answers, elsewhere].map(({ status }) => status);
      expect(statuses.filter(isExpected)).toHaveLength(requests.length + 1);
    },
  );
});

const isExpected = (status: number) => status === 400 || status === 404;

describe('a text', () => {
  it('may be in any script, over several lines, and as long as a page', async () => {
    const fact = `Satu\nDua\tꦥꦼꦏꦭꦺꦴꦔꦤ꧀ 👩🏽‍⚕️ ${'ꦏ'.repeat(19_900)}`;
    await write(office, { unit: 'DINKES', no: 2, level: 1 });

    await office.done(dinkes, 'PUT', '/indicators/2/answer', {
      version: 1,
      level: '1',
      fact,
      analysis: fact,
    });

    expect((await sheet(office, dinkes, 2)).answer).toMatchObject({ fact, analysis: fact });
  });
});
