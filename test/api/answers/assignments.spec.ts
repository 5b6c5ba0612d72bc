import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { limits } from '../../../src/assessment/import/sheet.js';
import { CycleStore } from '../../../src/cycle/cycle.store.js';
import { untilTrue } from '../../engine/until.js';
import { Office } from '../office.js';
import { coordinator, dinkes, during, smallCity } from '../small-city.js';
import { provesAnswersOf } from './proof.js';
import { form, type Row, type Scene } from './scene.js';

const open = (): Promise<Office> => Office.open(smallCity(), during.beginning);

const assign = (assessor: string, unit: string) => ({ assignments: [{ assessor, unit }] });
const table = (row: string) => () => form(`OPD,Asesor\n${row}\n`, {}, 'penugasan.csv');
const tooLarge = () => form(Buffer.alloc(limits.bytes + 1, 'x'), {}, 'penugasan.csv');
const damaged = async () => {
  const whole = await new Response(table('DLH,A2')()).blob();
  return whole.slice(0, whole.size - 20, whole.type);
};
const nothing = () => new FormData();

/** A table that was read before, of a city that has changed by the time that it is its turn. */
const meanwhile =
  (change: string, row: string) =>
  async ({ office: { site, cycle } }: Scene) => {
    const db = site.app.get(DataSource);
    const waits = async () => {
      const [{ count } = { count: '0' }] = await db.query<{ count: string }[]>(
        `SELECT count(*) FROM pg_locks WHERE NOT granted
         AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
      );
      return count !== '0';
    };
    await new Promise<void>((begun, failed) => {
      const changing = site.app.get(CycleStore, { strict: false }).locked(cycle, async ({ tx }) => {
        begun();
        await untilTrue('the import', waits);
        await tx.query(change);
      });
      changing.catch(failed);
    });
    return table(row)();
  };

// prettier-ignore
const assigning: readonly Row[] = [
  [coordinator, 'get /assignments/proposal',            '200'],
  [dinkes,      'get /assignments/proposal',            '403 not_allowed'],
  [coordinator, 'get /assignments/export',              '200'],
  [dinkes,      'get /assignments/export',              '403 not_allowed'],
  [dinkes,      'post /assignments',                    '403 not_allowed', assign('A3', 'DLH')],
  [coordinator, 'post /assignments',                    '404 unknown_unit', assign('A3', 'XYZ')],
  [coordinator, 'post /assignments',                    '404 unknown_assessor', assign('A9', 'DLH')],
  [coordinator, 'post /assignments',                    '409 already_assigned', assign('A1', 'DINKES')],
  [coordinator, 'post /assignments',                    '422 conflict_of_interest', assign('A3', 'DINKES')],
  [coordinator, 'post /assignments',                    '204', assign('A3', 'DLH')],
  [dinkes,      'delete /assignments/DLH/A3',           '403 not_allowed'],
  [coordinator, 'delete /assignments/XYZ/A3',           '404 unknown_unit'],
  [coordinator, 'delete /assignments/DLH/A9',           '404 unknown_assessor'],
  [coordinator, 'delete /assignments/DLH/A3',           '204'],
  [coordinator, 'delete /assignments/DLH/A3',           '409 not_assigned'],
  [dinkes,      'post /assignments/DLH/A2/hand-over/A3',    '403 not_allowed'],
  [coordinator, 'post /assignments/XYZ/A2/hand-over/A3',    '404 unknown_unit'],
  [coordinator, 'post /assignments/DLH/A2/hand-over/A9',    '404 unknown_assessor'],
  [coordinator, 'post /assignments/DLH/A1/hand-over/A3',    '409 not_assigned'],
  [coordinator, 'post /assignments/DLH/A2/hand-over/A2',    '409 already_assigned'],
  [coordinator, 'post /assignments/DINKES/A1/hand-over/A3', '422 conflict_of_interest'],
  [coordinator, 'post /assignments/DLH/A2/hand-over/A3',    '204'],
];

// prettier-ignore
const importing: readonly Row[] = ['/assignments/import/preview', '/assignments/import'].flatMap((path): Row[] => [
  [dinkes,      `post ${path}`, '403 not_allowed', table('DLH,A2')],
  [coordinator, `post ${path}`, '422 wrong_input', table('ENTAH,A2')],
  [coordinator, `post ${path}`, '422 wrong_input', damaged],
  [coordinator, `post ${path}`, '422 wrong_input', nothing],
  [coordinator, `post ${path}`, '413 file_too_large', tooLarge],
  [coordinator, `post ${path}`, '200', table('DLH,A2')],
]);

// prettier-ignore
const overtaken: readonly Row[] = [
  [coordinator, 'post /assignments/import', '404 unknown_assessor',     meanwhile(`UPDATE assessor SET retired = true WHERE code = 'A3'`, 'DLH,A3')],
  [coordinator, 'post /assignments/import', '404 unknown_unit',         meanwhile(`UPDATE unit SET retired = true WHERE code = 'DINSOS'`, 'DINSOS,A1')],
  [coordinator, 'post /assignments/import', '422 conflict_of_interest', meanwhile(`UPDATE assessor SET unit = 'DINKES' WHERE code = 'A2'`, 'DINKES,A2')],
];

// prettier-ignore
const published: readonly Row[] = [
  [coordinator, 'post /assignments',                     '409 already_finished', assign('A1', 'DLH')],
  [coordinator, 'post /assignments/import',              '409 already_finished', table('DLH,A2')],
  [coordinator, 'delete /assignments/DLH/A2',            '409 already_finished'],
  [coordinator, 'post /assignments/DLH/A2/hand-over/A1', '409 already_finished'],
];

async function publish({ office }: Scene): Promise<void> {
  await office.moveTo(during.report);
  await office.done(coordinator, 'POST', '/finish', { phase: 'laporan' });
}

provesAnswersOf('assignments', open, [
  { when: 'while assessors are assigned', rows: assigning },
  { when: 'while a table is imported', rows: importing },
  { when: 'while the city changes under a table', rows: overtaken },
  { when: 'once the result is out', before: publish, rows: published },
]);
