import { head } from '../extending.js';
import { Office } from '../office.js';
import { coordinator, dinkes, during, smallCity } from '../small-city.js';
import { provesAnswersOf } from './proof.js';
import type { Row } from './scene.js';

const tried = (indicator: number, level: string) => ({ levels: [{ indicator, level }] });
// prettier-ignore
const rows: readonly Row[] = [
  [head,        'post /what-if',        '200', tried(1, '3')],
  [dinkes,      'post /what-if',        '403 not_allowed', tried(1, '3')],
  [coordinator, 'post /what-if',        '404 unknown_indicator', tried(48, '3')],
  [coordinator, 'post /what-if',        '422 level_not_allowed', tried(1, '9')],
  [coordinator, 'post /what-if',        '422 wrong_input', { ...tried(1, '3'), basis: 'lain' }],
  [head,        'post /ways-to-target', '200', { goal: 'predikat' }],
  [dinkes,      'post /ways-to-target', '403 not_allowed', { goal: 'predikat' }],
  [coordinator, 'post /ways-to-target', '422 wrong_input', { goal: 'sasaran' }],
];

provesAnswersOf('target', () => Office.open(smallCity(), during.beginning), [
  { when: 'before anybody has claimed anything', rows },
]);
