import {
  addUnit,
  assign,
  finish,
  pause,
  reassign,
  replaceAdmins,
  result,
  resume,
  retireUnit,
  unassign,
} from './commands.js';
import { refused } from './refused.js';

const finishIsi = finish('isi', { unit: 'DINKES' });

refused('finishing', [
  { code: 'already_finished', because: 'it is done', first: [finishIsi], act: finishIsi },
  { code: 'not_open', because: 'its deadline is over', act: finish('tutup', { unit: 'DINKES' }) },
  {
    code: 'not_open',
    because: 'the phase has not opened',
    act: finish('nanti', { unit: 'DINKES' }),
  },
  { code: 'not_open', because: 'the report has not opened', act: finish('lapor', { result }) },
  {
    code: 'not_open',
    because: 'the review is blocked',
    act: finish('tertahan', { unit: 'DINKES' }),
  },
  {
    code: 'not_assigned',
    because: 'nobody reviews that unit',
    act: finish('reviu', { unit: 'DLH' }),
  },
  {
    code: 'not_assigned',
    because: 'it is another’s',
    act: finish('reviu', { unit: 'DINKES', assessor: 'A3' }),
  },
  {
    code: 'not_assigned',
    because: 'the assessor was taken off',
    first: [unassign('A1', 'DINKES')],
    act: finish('reviu', { unit: 'DINKES', assessor: 'A1' }),
  },
  {
    code: 'unknown_assessor',
    because: 'no such assessor',
    act: finish('reviu', { unit: 'DINKES', assessor: 'A9' }),
  },
  { code: 'unknown_unit', because: 'no such unit', act: finish('isi', { unit: 'BAPPEDA' }) },
  { code: 'unknown_unit', because: 'no unit given', act: finish('isi') },
  { code: 'unknown_unit', because: 'it is retired', first: [retireUnit('DINKES')], act: finishIsi },
  { code: 'unknown_phase', because: 'no such phase', act: finish('wisuda', { unit: 'DLH' }) },
]);

refused('a change of assessors', [
  { code: 'conflict_of_interest', because: 'that is the home unit', act: assign('A1', 'DLH') },
  {
    code: 'conflict_of_interest',
    because: 'that is the home unit',
    act: reassign('DINKES', 'A1', 'A2'),
  },
  { code: 'already_assigned', because: 'it is theirs already', act: assign('A1', 'DINKES') },
  {
    code: 'already_assigned',
    because: 'it is theirs already',
    act: reassign('DINKES', 'A1', 'A1'),
  },
  { code: 'not_assigned', because: 'it is not theirs', act: unassign('A3', 'DINKES') },
  { code: 'not_assigned', because: 'it is not theirs', act: reassign('DINKES', 'A3', 'A1') },
  { code: 'unknown_assessor', because: 'no such assessor', act: assign('A9', 'DINKES') },
  { code: 'unknown_assessor', because: 'no such assessor', act: unassign('A9', 'DINKES') },
  {
    code: 'unknown_assessor',
    because: 'nobody to give it to',
    act: reassign('DINKES', 'A1', 'A9'),
  },
  { code: 'unknown_unit', because: 'no such unit', act: assign('A1', 'BAPPEDA') },
  { code: 'unknown_unit', because: 'no such unit', act: unassign('A1', 'BAPPEDA') },
  {
    code: 'unknown_unit',
    because: 'it is retired',
    first: [retireUnit('DLH')],
    act: assign('A3', 'DLH'),
  },
]);

refused('a change of units', [
  { code: 'duplicate_unit', because: 'it takes part already', act: addUnit('DLH') },
  { code: 'unknown_unit', because: 'no such unit', act: retireUnit('BAPPEDA') },
  {
    code: 'unknown_unit',
    because: 'it is retired already',
    first: [retireUnit('DLH')],
    act: retireUnit('DLH'),
  },
  { code: 'unknown_unit', because: 'no such unit', act: replaceAdmins('BAPPEDA', ['baru@x.test']) },
]);

refused('a pause or its end', [
  { code: 'not_paused', because: 'it runs', act: resume },
  { code: 'already_paused', because: 'it is paused', first: [pause], act: pause },
  { code: 'already_open', because: 'it runs', act: { do: 'activate' } },
]);
