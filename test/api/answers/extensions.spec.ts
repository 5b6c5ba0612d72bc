import 'reflect-metadata';
import { afterAll, beforeAll } from '@jest/globals';
import { person, unit } from '../../domain/people.js';
import { asked, both, head } from '../extending.js';
import { Office } from '../office.js';
import { coordinator, dinkes, dinsos, dlh, during, smallCity } from '../small-city.js';
import { pdf } from '../uploading.js';
import { adminOf } from '../work.js';
import { provesAnswersOf } from './proof.js';
import { fileRows, Scanned } from './scanned.js';
import { form, type Row, type Scene } from './scene.js';

/** What becomes of their requests: it was done, is had anyway, is nobody's task any more, or nobody's at all. */
const passed = { finished: 'BPKAD', given: 'DISHUB', out: 'DPMD', retired: 'DISPAR' } as const;

const city = smallCity({
  coordinators: [person(coordinator), person(both)],
  units: [
    unit('DINKES'),
    unit('DLH', { admins: [person(dlh), person(both)] }),
    ...['DINSOS', ...Object.values(passed)].map((code) => unit(code)),
  ],
});

let scanned: Scanned;

beforeAll(async () => {
  scanned = await Scanned.start();
});

afterAll(() => scanned.stop());

async function briefed({ office }: Scene): Promise<void> {
  await office.moveTo(during.assignment);
  await office.done(dinkes, 'POST', '/finish', { phase: 'sosialisasi', unit: 'DINKES' });
  await office.moveTo(during.selfAssessment);
}

const closes = '2025-09-17';
const wish = { phase: 'mandiri', closes, reason: 'Kebakaran', letter: '060/040/IX/2025' };
const ask =
  (more: object = {}) =>
  async () =>
    form(await pdf('surat'), { ...wish, ...more });

interface Shown {
  readonly shown: string;
}

async function waiting({ office, known }: Scene): Promise<void> {
  for (const code of ['DINKES', 'DLH', ...Object.values(passed)]) {
    known[code] = await asked(office, { by: adminOf(code), unit: code });
  }
  const path = `/extension-requests/${known['DINKES']}/preview`;
  const { shown } = await office.done<Shown>(coordinator, 'POST', path, { closes });
  Object.assign(known, { shown });
}

async function overtaken({ office }: Scene): Promise<void> {
  const { finished, given, out, retired } = passed;
  const all = ['DINKES', 'DLH', 'DINSOS', finished, given];
  const admin = adminOf(finished);
  await office.done(admin, 'POST', '/finish', { phase: 'mandiri', unit: finished });
  const more = { do: 'extend', phase: 'mandiri', unit: given, closes, reason: 'Banjir' };
  const body = { commands: [more] };
  const { shown } = await office.done<Shown>(coordinator, 'POST', '/changes/preview', body);
  await office.done(coordinator, 'POST', '/changes', { ...body, shown });
  await office.done(coordinator, 'PUT', '/phases/mandiri/units', { units: [...all, retired] });
  await office.done(coordinator, 'PUT', '/lokus', { units: [...all, out] });
}

const [unseen, reason] = ['0'.repeat(64), { reason: 'Belum cukup.' }];
const granting = (until: string) => ({ closes: until, shown: unseen });
const bodies = { preview: (until: string) => ({ closes: until }), grant: granting };
const path = '/units/DINKES/extension-requests';
// prettier-ignore
const asking: readonly Row[] = [
  [head,        `post ${path}`, '403 not_allowed', ask()],
  [dinkes,      `post ${path}`, '422 wrong_input', ask({ closes: 'besok' })],
  [dinkes,      `post ${path}`, '404 unknown_phase', ask({ phase: 'xyz' })],
  [dinkes,      `post ${path}`, '409 not_open', ask({ phase: 'revisi' })],
  [dinkes,      `post ${path}`, '409 already_finished', ask({ phase: 'sosialisasi' })],
  [dinkes,      `post ${path}`, '409 not_later', ask({ closes: '2025-09-10' })],
  ...fileRows(dinkes, `post ${path}`, wish),
  [dinsos,      'post /units/DINSOS/extension-requests', '201', ask()],
  [dinsos,      'post /units/DINSOS/extension-requests', '409 already_asked', ask()],
];
// prettier-ignore
const deciding: readonly Row[] = [
  [coordinator, 'get /extension-requests',                  '200'],
  [coordinator, 'get /extension-requests/{DINKES}/letter',  '200'],
  ...Object.entries(bodies).flatMap(([what, until]): Row[] => [
    [head,        `post /extension-requests/{DINKES}/${what}`, '403 not_allowed', until(closes)],
    [both,        `post /extension-requests/{DLH}/${what}`,    '403 own_request', until(closes)],
    [coordinator, `post /extension-requests/{DINKES}/${what}`, '409 not_shorter', until('2025-09-18')],
    [coordinator, `post /extension-requests/{DINKES}/${what}`, '409 not_later',   until('2025-09-10')],
  ]),
  [coordinator, 'post /extension-requests/{DINKES}/preview', '200', { closes }],
  [coordinator, 'post /extension-requests/{DINKES}/grant',   '409 changed_meanwhile', granting(closes)],
  [coordinator, 'post /extension-requests/{DINKES}/grant',   '200', ({ known }: Scene) => ({ closes, shown: known['shown'] })],
  [coordinator, 'post /extension-requests/{DINKES}/preview', '409 already_decided', { closes }],
  [coordinator, 'post /extension-requests/{DINKES}/grant',   '409 already_decided', granting(closes)],
  [coordinator, 'post /extension-requests/{DINKES}/refuse',  '409 already_decided', reason],
  [dinkes,      'delete /extension-requests/{DINKES}',       '409 already_decided'],
  [head,        'delete /extension-requests/{DINKES}',       '403 not_allowed'],
];
// prettier-ignore
const answersLater = { finished: '409 already_finished', given: '409 not_later', out: '409 not_open', retired: '404 unknown_unit' };
// prettier-ignore
const late: readonly Row[] = [
  ...Object.entries(passed).flatMap(([what, code]): Row[] => {
    const answer = answersLater[what as keyof typeof passed];
    return [
      [coordinator, `post /extension-requests/{${code}}/preview`, answer, { closes }],
      [coordinator, `post /extension-requests/{${code}}/grant`,   answer, granting(closes)],
      [coordinator, `post /extension-requests/{${code}}/refuse`,  answer, reason],
    ];
  }),
  [head,        'post /extension-requests/{DINKES}/refuse', '403 not_allowed', reason],
  [both,        'post /extension-requests/{DLH}/refuse',    '403 own_request', reason],
  [coordinator, 'post /extension-requests/{DLH}/refuse',    '204', reason],
  [adminOf(passed.given), `delete /extension-requests/{${passed.given}}`, '204'],
];

provesAnswersOf('extensions', () => Office.open(city, during.beginning, scanned.settings), [
  { when: 'while units assess themselves', before: briefed, rows: asking },
  { when: 'while requests wait', before: waiting, rows: deciding },
  { when: 'when they no longer ask for anything', before: overtaken, rows: late },
]);
