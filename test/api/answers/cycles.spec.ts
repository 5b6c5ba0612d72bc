import 'reflect-metadata';
import { CycleService } from '../../../src/cycle/cycle.service.js';
import { Office } from '../office.js';
import { a3, coordinator, dinkes, during, endOf, smallCity } from '../small-city.js';
import { lead, write } from '../work.js';
import { provesAnswersOf } from './proof.js';
import type { Row, Scene } from './scene.js';

/** Beside last year's cycle, which DINKES answered, and one of another instrument. */
async function open(): Promise<Office> {
  const office = await Office.open(smallCity(), during.beginning);
  const cycles = office.site.app.get(CycleService, { strict: false });
  await cycles.load(smallCity({}, 'tahun-lalu'), 'uji');
  const { plan, ...others } = smallCity({}, 'pemdi');
  await cycles.load({ ...others, plan: { ...plan, instrument: 'pemdi-2026' } }, 'uji');
  return office;
}

async function assigned({ office }: Scene): Promise<void> {
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES' });
  await lead(office.about('tahun-lalu'), { 1: 'DINKES', 2: 'DINKES' });
}

async function late({ office }: Scene): Promise<void> {
  await office.moveTo(during.selfAssessment);
  await write(office.about('tahun-lalu'), { unit: 'DINKES', no: 1, level: 2 });
  await write(office.about('tahun-lalu'), { unit: 'DINKES', no: 2, level: 2 });
  office.setClock(endOf.selfAssessment);
}

async function reviewed({ office }: Scene): Promise<void> {
  await lead(office, { 2: 'DINKES' });
  await office.moveTo(during.review);
}

const everybody = { units: ['DINKES', 'DLH', 'DINSOS'] };
const lastYear = { from: 'tahun-lalu' };
const briefing = { phase: 'sosialisasi', unit: 'DINKES' };
const own = { phase: 'mandiri', unit: 'DINKES' };
// prettier-ignore
const assigning: readonly Row[] = [
  [coordinator, 'get /',                     '200'],
  [coordinator, 'get /figures',              '200'],
  [coordinator, 'get /result',               '200'],
  [coordinator, 'post /finish',              '404 unknown_phase', { phase: 'xyz' }],
  [coordinator, 'post /finish',              '404 unknown_unit', { phase: 'mandiri' }],
  [coordinator, 'post /finish',              '422 incomplete', { phase: 'penetapan' }],
  [dinkes,      'post /finish',              '409 not_open', own],
  [dinkes,      'post /finish',              '204', briefing],
  [dinkes,      'post /finish',              '409 already_finished', briefing],
  [dinkes,      'put /lokus',                '403 not_allowed', everybody],
  [coordinator, 'put /lokus',                '404 unknown_unit', { units: ['XYZ'] }],
  [coordinator, 'put /lokus',                '204', everybody],
  [dinkes,      'put /phases/dokumen/units', '403 not_allowed', everybody],
  [coordinator, 'put /phases/xyz/units',     '404 unknown_phase', everybody],
  [coordinator, 'put /phases/dokumen/units', '404 unknown_unit', { units: ['XYZ'] }],
  [coordinator, 'put /phases/dokumen/units', '204', everybody],
  [dinkes,      'post /units/DINKES/copy',   '409 instruments_differ', { from: 'pemdi' }],
];
// prettier-ignore
const published: readonly Row[] = [
  [coordinator, 'post /finish',              '204', { phase: 'laporan' }],
  [coordinator, 'get /result',               '200'],
  [coordinator, 'put /lokus',                '409 already_finished', everybody],
  [coordinator, 'put /phases/dokumen/units', '409 already_finished', everybody],
  [dinkes,      'post /units/DINKES/copy',   '409 already_finished', lastYear],
];

provesAnswersOf('cycles', open, [
  { when: 'while the work is shared out', before: assigned, rows: assigning },
  {
    when: 'when the self-assessment is over',
    before: late,
    rows: [[dinkes, 'post /units/DINKES/copy', '409 not_open', lastYear]],
  },
  {
    when: 'while units assess themselves',
    before: ({ office }) => office.setClock(during.selfAssessment),
    rows: [[dinkes, 'post /units/DINKES/copy', '200', lastYear]],
  },
  {
    when: 'while assessors review',
    before: reviewed,
    rows: [[a3, 'post /finish', '409 not_assigned', { phase: 'dokumen', unit: 'DINKES' }]],
  },
  {
    when: 'when the result is to be out',
    before: ({ office }) => office.moveTo(during.report),
    rows: published,
  },
]);
