import { head } from '../extending.js';
import { Office } from '../office.js';
import { coordinator, dinkes, during, smallCity } from '../small-city.js';
import { provesAnswersOf } from './proof.js';
import type { Row, Scene } from './scene.js';

const nothing = '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77';
const tried = (indicator: number, level: string) => ({ levels: [{ indicator, level }] });
const variant = (name: string, indicator = 1, level = '3') => ({
  ...{ name, basis: 'klaim' },
  ...tried(indicator, level),
});
const effort = (indicator: number) => ({ efforts: [{ indicator, effort: 3, highest: 4 }] });
const both = ({ known }: Scene) => ({ variants: [known['first'], known['second']] });

/** Two are kept. */
async function kept({ office, known }: Scene): Promise<void> {
  for (const name of ['first', 'second']) {
    const body = variant(name, 2);
    const { id } = await office.done<{ id: string }>(coordinator, 'POST', '/variants', body);
    Object.assign(known, { [name]: id });
  }
}

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
  [head,        'get /efforts',         '200'],
  [dinkes,      'get /efforts',         '403 not_allowed'],
  [coordinator, 'put /efforts',         '204', effort(1)],
  [head,        'put /efforts',         '403 not_allowed', effort(1)],
  [coordinator, 'put /efforts',         '404 unknown_indicator', effort(48)],
  [coordinator, 'post /variants',       '201', variant('a')],
  [coordinator, 'post /variants',       '422 wrong_input', variant('a')],
  [coordinator, 'post /variants',       '404 unknown_indicator', variant('b', 48)],
  [coordinator, 'post /variants',       '422 level_not_allowed', variant('b', 1, '9')],
  [head,        'post /variants',       '403 not_allowed', variant('b')],
  [head,        'get /variants',        '200'],
  [dinkes,      'get /variants',        '403 not_allowed'],
  [head,        'post /variants/compare', '200', both],
  [dinkes,      'post /variants/compare', '403 not_allowed', both],
  [head,        'post /variants/compare', '404 not_found', { variants: [nothing, nothing.replace('3', '4')] }],
  [head,        'post /variants/compare', '422 wrong_input', { variants: [nothing] }],
  [head,        'delete /variants/{first}', '403 not_allowed'],
  [coordinator, 'delete /variants/{first}', '204'],
  [coordinator, 'delete /variants/{first}', '404 not_found'],
];

provesAnswersOf('target', () => Office.open(smallCity(), during.beginning), [
  { when: 'before anybody has claimed anything', before: kept, rows },
]);
