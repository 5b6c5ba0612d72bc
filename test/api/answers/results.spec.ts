import { DataSource } from 'typeorm';
import { loadInstrument } from '../../../src/assessment/instrument-file.js';
import { csvOf } from '../../assessment/levels.js';
import { shipped } from '../../config/office.js';
import { untilTrue } from '../../engine/until.js';
import { head } from '../extending.js';
import { Office } from '../office.js';
import { coordinator, dinkes, during, smallCity } from '../small-city.js';
import { finish } from '../work.js';
import { provesAnswersOf } from './proof.js';
import { form, type Row, type Scene } from './scene.js';

const spbe = loadInstrument(shipped, 'spbe-2020');
const levels = csvOf(spbe, () => '3');
const said = { year: '2024', instrument: 'spbe-2020', index: '3.00', predikat: 'Baik' };
const table = (more: Readonly<Record<string, string>> = {}, content: Buffer | string = levels) => {
  return () => form(content, { ...said, ...more }, 'hasil.csv');
};
const tooLarge = Buffer.alloc(2 * 1024 * 1024 + 1, 'x');

async function shownBefore({ office, known }: Scene): Promise<void> {
  const file = { name: 'hasil.csv', content: levels };
  const { body } = await office.upload(coordinator, '/earlier-results/preview', file, said);
  known['shown'] = (body as unknown as { readonly shown: string }).shown;
}

async function madeBefore({ office, known }: Scene): Promise<void> {
  const { id } = await office.done<{ id: string }>(coordinator, 'POST', '/reports', {
    format: 'xlsx',
  });
  known['report'] = id;
  await untilTrue('the document', async () => {
    const { reports } = await office.done<{ reports: { id: string; state: string }[] }>(
      coordinator,
      'GET',
      '/reports',
    );
    return reports.some((each) => each.id === id && each.state === 'done');
  });
}

async function publishedAndChanged(office: Office): Promise<void> {
  await office.moveTo(during.report);
  await finish(office, coordinator, 'laporan');
  const db = office.site.app.get(DataSource);
  await db.query('ALTER TABLE result DISABLE TRIGGER result_frozen');
  await db.query(`UPDATE result SET frozen = jsonb_set(frozen, '{published,index}', '"4.90"')`);
}

const asShown = ({ known }: Scene): FormData => {
  return form(levels, { ...said, shown: known['shown'] ?? '' }, 'hasil.csv');
};

const imported = (path: string): readonly Row[] => [
  [dinkes, `post ${path}`, '403 not_allowed', table()],
  [coordinator, `post ${path}`, '422 wrong_input', table({ index: 'x' })],
  [coordinator, `post ${path}`, '422 wrong_input', table({}, '')],
  [coordinator, `post ${path}`, '413 file_too_large', table({}, tooLarge)],
];
// prettier-ignore
const rows: readonly Row[] = [
  [head,        'get /trend',                '200'],
  [dinkes,      'get /trend',                '403 not_allowed'],
  [coordinator, 'get /progress',             '200'],
  [dinkes,      'get /progress',             '403 not_allowed'],
  [coordinator, 'get /earlier-results',      '200'],
  [dinkes,      'get /earlier-results',      '403 not_allowed'],
  ...imported('/earlier-results/preview'),
  [coordinator, 'post /earlier-results/preview', '200', table()],
  ...imported('/earlier-results'),
  [coordinator, 'post /earlier-results',     '409 changed_meanwhile', table({ shown: '0'.repeat(64) })],
  [coordinator, 'post /earlier-results',     '200', asShown],
  [coordinator, 'get /reports',              '200'],
  [dinkes,      'get /reports',              '403 not_allowed'],
  [coordinator, 'post /reports',             '202', { format: 'pdf' }],
  [dinkes,      'post /reports',             '403 not_allowed', { format: 'pdf' }],
  [coordinator, 'get /reports/{report}/file', '200'],
  [dinkes,      'get /reports/{report}/file', '404 not_found'],
  [coordinator, 'get /portal',               '200'],
  [dinkes,      'get /portal',               '403 not_allowed'],
  [coordinator, 'get /portal-pack',          '200'],
  [dinkes,      'get /portal-pack',          '403 not_allowed'],
  [coordinator, 'get /minutes/penetapan',    '200'],
  [coordinator, 'get /minutes/penetapan?date=besok', '422 wrong_input'],
  [coordinator, 'get /minutes/entah',        '404 unknown_phase'],
  [coordinator, 'get /minutes/mandiri',      '409 not_closed'],
  [dinkes,      'get /minutes/penetapan',    '403 not_allowed'],
];

provesAnswersOf('results', () => Office.open(smallCity(), during.beginning), [
  {
    when: 'while units assess themselves',
    before: async (scene) => {
      await scene.office.moveTo(during.selfAssessment);
      await shownBefore(scene);
      await madeBefore(scene);
    },
    rows,
  },
  {
    when: 'when somebody has changed the result in the database',
    before: ({ office }) => publishedAndChanged(office),
    rows: [[coordinator, 'post /reports', '409 result_altered', { format: 'pdf' }]],
  },
]);
