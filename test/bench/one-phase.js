// A cycle of one phase, the self-assessment, in which every unit has a task.
import { Temporal } from 'temporal-polyfill';
import { loadCycle } from '../../dist/src/cycle/cycle-file.js';
import { loadPeople } from '../../dist/src/people/people-file.js';
import { ConfigFolder } from '../../dist/src/platform/config-folder.js';
import { unitsOf } from './mail/city.js';

export const cycle = 'spbe-2025';
export const before = Temporal.Instant.from('2025-08-31T07:00:00+07:00');
/** The phase opens, and its notices are due. */
export const opening = Temporal.Instant.from('2025-09-01T00:00:00+07:00');

export function onePhase({ configFolder }, units) {
  const folder = new ConfigFolder(configFolder);
  const { plan, phases } = loadCycle(folder, cycle);
  return {
    // At the very instant of the opening: one tick does both, and nothing is late.
    plan: { ...plan, sendAt: '00:00' },
    phases: phases.filter(({ kind }) => kind === 'self-assessment'),
    people: { ...loadPeople(folder, 'pekalongan'), ...unitsOf(units) },
  };
}
