import 'reflect-metadata';
import { person, unit } from '../../domain/people.js';
import { both } from '../extending.js';
import { Office } from '../office.js';
import { coordinator, dinkes, dlh, during, smallCity } from '../small-city.js';
import { provesAnswersOf } from './proof.js';
import type { Row, Scene } from './scene.js';

const city = smallCity({
  coordinators: [person(coordinator), person(both)],
  units: [unit('DINKES'), unit('DLH', { admins: [person(dlh), person(both)] }), unit('DINSOS')],
});

interface Shown {
  readonly shown: string;
}

const unseen = '0'.repeat(64);
const extend = { do: 'extend', reason: 'Gangguan jaringan' };
const reschedule = { do: 'reschedule' };
const [later, pause] = [{ ...reschedule, phase: 'revisi', closes: '2025-09-23' }, { do: 'pause' }];
const dinkesUnit = { code: 'DINKES', name: 'Dinas', admins: [{ name: 'A', email: dinkes }] };

/** Why an order cannot be carried out. */
// prettier-ignore
const orders: readonly (readonly [by: string, answer: string, ...commands: object[]])[] = [
  [dinkes,      '403 not_allowed',         pause],
  [both,        '403 own_request',         { ...extend, phase: 'mandiri', unit: 'DLH', closes: '2025-09-17' }],
  [coordinator, '404 unknown_phase',       { ...reschedule, phase: 'xyz' }],
  [coordinator, '404 unknown_unit',        { do: 'retireUnit', unit: 'XYZ' }],
  [coordinator, '409 opens_in_past',       { ...reschedule, phase: 'dokumen', opens: '2025-09-01' }],
  [coordinator, '409 closes_in_past',      { ...reschedule, phase: 'mandiri', closes: '2025-09-08' }],
  [coordinator, '409 closes_before_opens', { ...reschedule, phase: 'dokumen', closes: '2025-09-14' }],
  [coordinator, '409 already_open',        { ...reschedule, phase: 'mandiri', opens: '2025-09-10' }],
  [coordinator, '409 already_closed',      { ...reschedule, phase: 'penetapan', closes: '2025-09-20' }],
  [coordinator, '409 already_finished',    { ...extend, phase: 'sosialisasi', unit: 'DINKES', closes: '2025-09-17' }],
  [coordinator, '409 not_open',            { do: 'override', phase: 'dokumen', reason: 'Rapat' }],
  [coordinator, '409 not_later',           { ...extend, phase: 'mandiri', unit: 'DINKES', closes: '2025-09-10' }],
  [coordinator, '409 already_paused',      pause, pause],
  [coordinator, '409 not_paused',          { do: 'resume' }],
  [coordinator, '409 duplicate_unit',      { do: 'addUnit', unit: dinkesUnit }],
];

/** Why a file cannot take the place of the present one. */
// prettier-ignore
const files: readonly (readonly [by: string, answer: string, change: (file: string) => string])[] = [
  [dinkes,      '403 not_allowed',         (file) => file],
  [coordinator, '422 wrong_input',         () => 'code: ['],
  [coordinator, '404 unknown_unit',        (file) => file.replace('  - code: revisi\n', '  - code: revisi\n    units: [XYZ]\n')],
  [coordinator, '409 opens_in_past',       (file) => file.replace('opens: 2025-09-15', 'opens: 2025-09-02')],
  [coordinator, '409 closes_in_past',      (file) => file.replace('closes: 2025-09-12', 'closes: 2025-09-08')],
  // Its closing was moved by hand since, and the file does not speak of it.
  [coordinator, '409 closes_before_opens', (file) => file.replace('opens: 2025-09-22', 'opens: 2025-09-24')],
  [coordinator, '409 already_open',        (file) => file.replace('opens: 2025-09-08', 'opens: 2025-09-10')],
  [coordinator, '409 already_closed',      (file) => file.replace('closes: 2025-09-05', 'closes: 2025-09-20')],
];

const moved = (file: string): string => file.replace('closes: 2025-10-03', 'closes: 2025-10-06');

async function briefed({ office, known }: Scene): Promise<void> {
  await office.moveTo(during.assignment);
  await office.done(dinkes, 'POST', '/finish', { phase: 'sosialisasi', unit: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  const { file } = await office.done<{ file: string }>(coordinator, 'GET', '/file');
  const body = { commands: [later] };
  const { shown } = await office.done<Shown>(coordinator, 'POST', '/changes/preview', body);
  Object.assign(known, { file, shown });
}

async function seen({ office, known }: Scene): Promise<void> {
  const body = { file: moved(known['file'] ?? '') };
  const { shown } = await office.done<Shown>(coordinator, 'POST', '/file/preview', body);
  Object.assign(known, { shown });
}

const order = ({ known }: Scene) => ({ commands: [later], shown: known['shown'] });
const file =
  (change: (file: string) => string, shown: object = {}) =>
  ({ known }: Scene) => ({ file: change(known['file'] ?? ''), ...shown });

// prettier-ignore
const changes: readonly Row[] = [
  ...orders.flatMap(([by, answer, ...commands]): Row[] => [
    [by, 'post /changes/preview', answer, { commands }],
    [by, 'post /changes',         answer, { commands, shown: unseen }],
  ]),
  [dinkes,      'get /versions',         '403 not_allowed'],
  [coordinator, 'get /versions',         '200'],
  [coordinator, 'post /changes/preview', '200', { commands: [later] }],
  [coordinator, 'post /changes',         '409 changed_meanwhile', { commands: [later], shown: unseen }],
  [coordinator, 'post /changes',         '200', order],
];
// prettier-ignore
const loading: readonly Row[] = [
  ...files.flatMap(([by, answer, change]): Row[] => [
    [by, 'post /file/preview', answer, file(change)],
    [by, 'post /file',         answer, file(change, { shown: unseen })],
  ]),
  [dinkes,      'get /file',          '403 not_allowed'],
  [coordinator, 'get /file',          '200'],
  [coordinator, 'post /file/preview', '200', file(moved)],
  [coordinator, 'post /file',         '409 changed_meanwhile', file(moved, { shown: unseen })],
  [coordinator, 'post /file',         '204', (scene: Scene) => file(moved, { shown: scene.known['shown'] })(scene)],
];

provesAnswersOf('timeline', () => Office.open(city, during.beginning), [
  { when: 'while units assess themselves', before: briefed, rows: changes },
  { when: 'while a phase has been moved by hand', before: seen, rows: loading },
]);
