import 'reflect-metadata';
import { assessor, person, unit } from '../../domain/people.js';
import { both } from '../extending.js';
import { Office } from '../office.js';
import { a1, coordinator, dinkes, dlh, during, endOf, smallCity } from '../small-city.js';
import { accepted, judge, lead, link, refused, setLevel, sheet, submit, words } from '../work.js';
import { provesAnswersOf } from './proof.js';
import type { Row, Scene } from './scene.js';

/** A1 and A4 review DINKES. A4 coordinates too, and is an admin of DLH, which is nobody's to review for her. */
const city = smallCity({
  coordinators: [person(coordinator), person(both)],
  units: [unit('DINKES'), unit('DLH', { admins: [person(dlh), person(both)] }), unit('DINSOS')],
  assessors: [
    assessor('A1', 'DLH'),
    assessor('A2', null),
    { ...assessor('A4', 'DLH'), email: both },
  ],
  assignments: [
    { assessor: 'A1', unit: 'DINKES' },
    { assessor: 'A4', unit: 'DINKES' },
    { assessor: 'A2', unit: 'DLH' },
    { assessor: 'A2', unit: 'DINSOS' },
  ],
});

async function submitted({ office, known }: Scene): Promise<void> {
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 6: 'DLH' });
  await office.moveTo(during.selfAssessment);
  known['foreign'] = await link(office, { unit: 'DLH', no: 6, level: 2 });
  await submit(office, 'DLH', { 6: 2 });
  await submit(office, 'DINKES', { 1: 3, 2: 2 });
  const [one, two] = [await sheet(office, dinkes, 1), await sheet(office, dinkes, 2)];
  known['one'] = one.evidence.find(({ level }) => level === 2)?.id ?? '';
  known['three'] = one.evidence.find(({ level }) => level === 3)?.id ?? '';
  known['two'] = two.evidence[0]?.id ?? '';
  await office.moveTo(during.review);
}

async function finished({ office }: Scene): Promise<void> {
  office.setClock(during.review);
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 2, finding: true });
  await judge(office, { by: a1, unit: 'DINKES', no: 2, level: 2 });
  await office.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
}

/** The unit takes away what it has been told is worth nothing, while A4 has been given more time. */
async function revising({ office, known }: Scene): Promise<void> {
  const more = { do: 'extend', phase: 'dokumen', unit: 'DINKES', closes: '2025-09-26' };
  const body = { commands: [{ ...more, reason: 'Sakit' }] };
  const path = '/changes/preview';
  const { shown } = await office.done<{ shown: string }>(coordinator, 'POST', path, body);
  await office.done(coordinator, 'POST', '/changes', { ...body, shown });
  await office.moveTo(during.revision);
  await office.done(dinkes, 'DELETE', `/evidence/${known['three']}`);
}

/** A1 has set a final level since, which rests on what was accepted. */
async function revised({ office }: Scene): Promise<void> {
  const { answer } = await sheet(office, dinkes, 1);
  const body = { version: answer?.version ?? 0, level: '2', ...words };
  await office.done(dinkes, 'PUT', '/indicators/1/answer', body);
  await office.done(dinkes, 'POST', '/finish', { phase: 'revisi', unit: 'DINKES' });
  const { status } = await setLevel(office, { by: a1, unit: 'DINKES', no: 1, level: 2 });
  if (status !== 200) throw new Error(`the recheck is answered ${status}`);
}

async function differing({ office }: Scene): Promise<void> {
  const path = '/reviews/dokumen/DINKES';
  await office.done(both, 'POST', `${path}/agree`, { indicators: [1, 2] });
  await office.done(both, 'PUT', `${path}/indicators/2`, { version: 1, level: '1' });
  await office.done(both, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
}

async function published({ office }: Scene): Promise<void> {
  await office.moveTo(during.report);
  await office.done(coordinator, 'POST', '/finish', { phase: 'laporan' });
}

const nothing = '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77';
const review = '/reviews/dokumen/DINKES';
const level = (of: string, version = 0) => ({ version, level: of });
const agreed = (...indicators: number[]) => ({ indicators });
// prettier-ignore
const reviewing: readonly Row[] = [
  [a1,   'get /reviews',                         '200'],
  [both, `put ${review}/evidence/{foreign}`,     '403 not_allowed', accepted],
  [a1,   `put ${review}/evidence/${nothing}`,    '404 unknown_evidence', accepted],
  [a1,   `put ${review}/evidence/{foreign}`,     '404 not_found', accepted],
  [both, `put ${review}/indicators/6`,           '403 not_allowed', level('1')],
  [a1,   `put ${review}/indicators/99`,          '404 unknown_indicator', level('1')],
  [a1,   `put ${review}/indicators/1`,           '422 level_not_allowed', level('9')],
  [a1,   `put ${review}/indicators/1`,           '422 level_not_reached', level('3')],
  [a1,   `put ${review}/indicators/1`,           '409 changed_meanwhile', level('1', 5)],
  [a1,   `put ${review}/evidence/{one}`,         '204', accepted],
  [a1,   `put ${review}/indicators/1`,           '200', level('2')],
  [both, `post ${review}/agree`,                 '403 not_allowed', agreed(6)],
  [a1,   `post ${review}/agree`,                 '404 unknown_indicator', agreed(1, 99)],
  [a1,   `post ${review}/agree`,                 '204', agreed(2)],
];
/** What a review is answered with that can no longer go on. */
// prettier-ignore
const closed = (answer: string): readonly Row[] => [
  [a1, `put ${review}/evidence/{two}`, answer, accepted],
  [a1, `put ${review}/indicators/2`,   answer, level('2', 1)],
  [a1, `post ${review}/agree`,         answer, agreed(2)],
];
// prettier-ignore
const settling: readonly Row[] = [
  [coordinator, 'put /settlements/dokumen/99', '404 unknown_indicator', { level: '2' }],
  [dinkes,      'put /settlements/dokumen/2',  '403 not_allowed', { level: '2' }],
  [coordinator, 'put /settlements/dokumen/2',  '422 level_not_allowed', { level: '5' }],
  [coordinator, 'put /settlements/dokumen/1',  '404 not_found', { level: '2' }],
  [coordinator, 'put /settlements/dokumen/2',  '200', { level: '2' }],
];

provesAnswersOf('reviews', () => Office.open(city, during.beginning), [
  { when: 'while assessors review', before: submitted, rows: reviewing },
  {
    when: 'when the review is over',
    before: ({ office }) => office.setClock(endOf.review),
    rows: closed('409 not_open'),
  },
  { when: 'when one has finished', before: finished, rows: closed('409 already_finished') },
  {
    when: 'when evidence was taken away since',
    before: revising,
    rows: [[both, `post ${review}/agree`, '422 level_not_reached', agreed(1)]],
  },
  {
    when: 'when a level is final',
    before: revised,
    rows: [[a1, `put ${review}/evidence/{one}`, '422 level_not_reached', refused]],
  },
  { when: 'when assessors differ', before: differing, rows: settling },
  {
    when: 'once the result is out',
    before: published,
    rows: [[coordinator, 'put /settlements/dokumen/2', '409 already_finished', { level: '2' }]],
  },
]);
