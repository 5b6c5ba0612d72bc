import 'reflect-metadata';
import { CycleService } from '../../../src/cycle/cycle.service.js';
import { Office } from '../office.js';
import { a1, coordinator, dinkes, dlh, during, smallCity } from '../small-city.js';
import { judge, lead, submit, words } from '../work.js';
import { provesAnswersOf } from './proof.js';
import type { Row, Scene } from './scene.js';

/** Beside a cycle of an instrument in which other agencies find some of the levels. */
async function open(): Promise<Office> {
  const office = await Office.open(smallCity(), during.beginning);
  const cycles = office.site.app.get(CycleService, { strict: false });
  const { plan, ...others } = smallCity({}, 'pemdi');
  await cycles.load({ ...others, plan: { ...plan, instrument: 'pemdi-2026' } }, 'uji');
  return office;
}

async function assigned({ office }: Scene): Promise<void> {
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DINKES', 4: 'DLH' });
  const supported = { lead: 'DINKES', supports: ['DLH'] };
  await office.done(coordinator, 'PUT', '/indicators/1', supported);
}

async function submitted({ office }: Scene): Promise<void> {
  const decline = { approved: false };
  await office.done(dinkes, 'PUT', '/indicators/3/nihil', { reason: 'Tidak ada.' });
  await office.done(coordinator, 'PUT', '/indicators/3/nihil/decision', decline);
  await submit(office, 'DINKES', { 1: 2, 2: 1, 3: 1 });
}

async function reviewed({ office }: Scene): Promise<void> {
  await office.moveTo(during.review);
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 2 });
  await judge(office, { by: a1, unit: 'DINKES', no: 2, level: 1 });
  await judge(office, { by: a1, unit: 'DINKES', no: 3, level: 1 });
  await office.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
}

async function published({ office }: Scene): Promise<void> {
  await office.moveTo(during.report);
  await office.done(coordinator, 'POST', '/finish', { phase: 'laporan' });
}

const draft = { version: 0, level: '2', ...words };
const reason = { reason: 'Tidak ada layanan ini.' };
const [approve, decline] = [{ approved: true }, { approved: false }];
const [question, objection] = [{ text: 'Mengapa?' }, { text: 'Keberatan.', objection: true }];
const level = { level: '3', note: 'Surat Nomor 12.' };
// prettier-ignore
const assigning: readonly Row[] = [
  [coordinator, 'get /indicators',                      '200'],
  [coordinator, 'get /indicators/1',                    '200'],
  [coordinator, 'put /indicators/5',                    '200', { lead: 'DINSOS' }],
  [coordinator, 'put /indicators/99',                   '404 unknown_indicator', { lead: null }],
  [dinkes,      'put /indicators/1',                    '403 not_allowed', { lead: null }],
  [coordinator, 'put /indicators/1',                    '404 unknown_unit', { lead: 'XYZ' }],
  [coordinator, 'put /indicators/1',                    '422 title_not_allowed', { lead: 'DINKES', title: 'Judul' }],
  [coordinator, 'put @pemdi/indicators/5',              '422 external_value', { lead: 'DINKES' }],
  [coordinator, 'put @pemdi/indicators/5/external',     '200', level],
  [coordinator, 'put @pemdi/indicators/5/external',     '422 level_not_allowed', { level: '9' }],
  [coordinator, 'put /indicators/1/external',           '422 not_external', level],
  [coordinator, 'put /indicators/99/external',          '404 unknown_indicator', level],
  [dinkes,      'put /indicators/1/external',           '403 not_allowed', level],
  [dinkes,      'put /indicators/1/answer',             '409 not_open', draft],
  [dinkes,      'put /indicators/1/nihil',              '409 not_open', reason],
];
// prettier-ignore
const answering: readonly Row[] = [
  [dinkes,      'put /indicators/1/answer',             '200', draft],
  [dinkes,      'put /indicators/1/answer',             '409 changed_meanwhile', draft],
  [dinkes,      'put /indicators/2/answer',             '422 level_not_allowed', { ...draft, level: '9' }],
  [dinkes,      'put /indicators/99/answer',            '404 unknown_indicator', draft],
  [dlh,         'put /indicators/1/answer',             '403 not_allowed', draft],
  [dinkes,      'put /indicators/99/nihil',             '404 unknown_indicator', reason],
  [dlh,         'put /indicators/1/nihil',              '403 not_allowed', reason],
  [dinkes,      'put /indicators/2/nihil',              '200', reason],
  [coordinator, 'put /indicators/2/nihil/decision',     '200', approve],
  [coordinator, 'put /indicators/2/nihil/decision',     '409 already_decided', approve],
  [coordinator, 'put /indicators/99/nihil/decision',    '404 unknown_indicator', approve],
  [dinkes,      'put /indicators/2/nihil/decision',     '403 not_allowed', decline],
  [dinkes,      'put /indicators/2/nihil',              '409 already_decided', reason],
  [dlh,         'delete /indicators/1/nihil',           '403 not_allowed'],
  [dinkes,      'delete /indicators/99/nihil',          '404 unknown_indicator'],
  [dinkes,      'delete /indicators/2/nihil',           '200'],
  [dinkes,      'delete /indicators/2/nihil',           '409 already_decided'],
  [dinkes,      'post /indicators/1/comments',          '201', question],
  [dinkes,      'post /indicators/1/comments',          '409 not_open', objection],
  [dinkes,      'post /indicators/99/comments',         '404 unknown_indicator', question],
  [coordinator, 'post /indicators/1/comments',          '403 not_allowed', objection],
];
// prettier-ignore
const sent: readonly Row[] = [
  [dinkes,      'put /indicators/1/answer',             '409 already_finished', draft],
  [dinkes,      'put /indicators/1/nihil',              '409 already_finished', reason],
];
// prettier-ignore
const verified: readonly Row[] = [
  [dinkes,      'put /indicators/1/answer',             '409 not_returned', draft],
  [dinkes,      'put /indicators/1/nihil',              '409 not_returned', reason],
];
// prettier-ignore
const out: readonly Row[] = [
  [coordinator, 'put /indicators/1',                    '409 already_finished', { lead: null }],
  [coordinator, 'put /indicators/1/external',           '409 already_finished', level],
  [dinkes,      'delete /indicators/3/nihil',           '409 already_finished'],
  [coordinator, 'put /indicators/3/nihil/decision',     '409 already_finished', approve],
  [dinkes,      'post /indicators/1/comments',          '409 already_finished', question],
];

provesAnswersOf('indicators', open, [
  { when: 'while indicators are assigned', before: assigned, rows: assigning },
  {
    when: 'while units assess themselves',
    before: ({ office }) => office.moveTo(during.selfAssessment),
    rows: answering,
  },
  { when: 'when the unit has sent its answers', before: submitted, rows: sent },
  { when: 'when they were verified', before: reviewed, rows: verified },
  { when: 'once the result is out', before: published, rows: out },
]);
