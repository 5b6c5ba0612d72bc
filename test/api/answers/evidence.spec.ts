import 'reflect-metadata';
import { afterAll, beforeAll } from '@jest/globals';
import { Office } from '../office.js';
import { a1, coordinator, dinkes, dlh, during, endOf, smallCity } from '../small-city.js';
import { pdf, upload } from '../uploading.js';
import { judge, lead, link, submit } from '../work.js';
import { provesAnswersOf } from './proof.js';
import { fileRows, Scanned } from './scanned.js';
import { form, type Row, type Scene } from './scene.js';

let scanned: Scanned;

beforeAll(async () => {
  scanned = await Scanned.start();
});

afterAll(() => scanned.stop());

async function attached({ office, known }: Scene): Promise<void> {
  await office.moveTo(during.assignment);
  const supported = { lead: 'DINKES', supports: ['DLH'] };
  await office.done(coordinator, 'PUT', '/indicators/1', supported);
  await lead(office, { 2: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  const where = { unit: 'DINKES', no: 1, level: 2 };
  const file = { ...where, name: 'bukti.pdf', content: await pdf('bukti') };
  known['proof'] = (await upload(office, file)).body.id;
  known['link'] = await link(office, where);
  known['gone'] = await link(office, where);
  await office.done(dinkes, 'DELETE', `/evidence/${known['gone']}`);
}

async function submitted({ office, known }: Scene): Promise<void> {
  office.setClock(during.selfAssessment);
  const where = { unit: 'DINKES', no: 1, level: 2 };
  known['proof'] = await link(office, where);
  await submit(office, 'DINKES', { 1: 2, 2: 1 });
}

async function reviewed({ office }: Scene): Promise<void> {
  await office.moveTo(during.review);
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 2 });
  await judge(office, { by: a1, unit: 'DINKES', no: 2, level: 1 });
  await office.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
}

const own = { unit: 'DINKES', level: '2' };
const file =
  (fields: Readonly<Record<string, string>> = {}) =>
  async () =>
    form(await pdf('bukti'), fields);
const address = { url: 'https://berkas.test/sk.pdf', name: 'SK Wali Kota' };
const linked = (more: object = {}) => ({ unit: 'DINKES', level: 2, ...address, ...more });
const script = { url: 'javascript:alert(1)' };

/** The unit writes, but may not just now. */
// prettier-ignore
const locked = (answer: string): readonly Row[] => [
  [dinkes, 'post /indicators/1/files',   answer, file(own)],
  [dinkes, 'post /indicators/1/links',   answer, linked()],
  [dinkes, 'put /evidence/{proof}/file', answer, file()],
  [dinkes, 'put /evidence/{proof}/link', answer, address],
  [dinkes, 'delete /evidence/{proof}',   answer],
];
// prettier-ignore
const attaching: readonly Row[] = [
  [dinkes, 'post /indicators/1/files',   '201', file(own)],
  [dlh,    'post /indicators/1/files',   '403 not_allowed', file(own)],
  [dinkes, 'post /indicators/1/files',   '422 level_not_allowed', file({ ...own, level: '6' })],
  ...fileRows(dinkes, 'post /indicators/1/files', own),
  [dinkes, 'post /indicators/1/links',   '201', linked()],
  [dlh,    'post /indicators/1/links',   '403 not_allowed', linked()],
  [dinkes, 'post /indicators/99/links',  '404 unknown_indicator', linked()],
  [dinkes, 'post /indicators/1/links',   '422 level_not_allowed', linked({ level: 6 })],
  [dinkes, 'post /indicators/1/links',   '422 link_not_allowed', linked(script)],
  [coordinator, 'get /evidence/{proof}/file', '200'],
  [coordinator, 'get /evidence/{link}/file',  '404 not_found'],
  [dlh,    'put /evidence/{proof}/file', '403 not_allowed', file()],
  [dinkes, 'put /evidence/{gone}/file',  '404 unknown_evidence', file()],
  ...fileRows(dinkes, 'put /evidence/{proof}/file'),
  [dlh,    'put /evidence/{link}/link',  '403 not_allowed', address],
  [dinkes, 'put /evidence/{gone}/link',  '404 unknown_evidence', address],
  [dinkes, 'put /evidence/{link}/link',  '422 link_not_allowed', { ...address, ...script }],
  [dlh,    'delete /evidence/{link}',    '403 not_allowed'],
  [dinkes, 'delete /evidence/{gone}',    '404 unknown_evidence'],
];
// prettier-ignore
const changing: readonly Row[] = [
  [dinkes, 'put /evidence/{proof}/file', '200', file()],
  [dinkes, 'put /evidence/{link}/link',  '200', address],
  [dinkes, 'delete /evidence/{last}',    '204'],
];

async function last({ office, known }: Scene): Promise<void> {
  office.setClock(during.selfAssessment);
  known['last'] = await link(office, { unit: 'DINKES', no: 1, level: 3 });
}

provesAnswersOf('evidence', () => Office.open(smallCity(), during.beginning, scanned.settings), [
  { when: 'while units assess themselves', before: attached, rows: attaching },
  {
    when: 'when the self-assessment is over',
    before: ({ office }) => office.setClock(endOf.selfAssessment),
    rows: locked('409 not_open'),
  },
  { when: 'while it lasts', before: last, rows: changing },
  {
    when: 'when the unit has sent its answers',
    before: submitted,
    rows: locked('409 already_finished'),
  },
  { when: 'when they were verified', before: reviewed, rows: locked('409 not_returned') },
]);
