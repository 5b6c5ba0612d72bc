// The cycles of a nation: one an institution, each with people of its own.
import { loadCycle } from '../../../dist/src/cycle/cycle-file.js';
import { ConfigFolder } from '../../../dist/src/platform/config-folder.js';
import { unitsOf } from '../mail/city.js';

const cycle = 'spbe-2025';

export function* cities({ configFolder }, { institutions, units }) {
  const { plan, phases } = loadCycle(new ConfigFolder(configFolder), cycle);
  for (let number = 1; number <= institutions; number += 1) {
    const code = `${cycle}-${String(number).padStart(4, '0')}`;
    yield { plan: { ...plan, code }, phases, people: peopleOf(`i${number}.example.test`, units) };
  }
}

function peopleOf(domain, count) {
  const { units } = unitsOf(count, domain);
  // As in the real city: five units an assessor.
  const assessors = Array.from({ length: Math.ceil(count / 5) }, (_, index) => ({
    code: `A${index + 1}`,
    name: `Asesor ${index + 1}`,
    email: `asesor${index + 1}@${domain}`,
    unit: null,
    retired: false,
  }));
  const assignments = units.map(({ code }, index) => ({
    unit: code,
    assessor: assessors[Math.floor(index / 5)].code,
  }));
  const coordinators = [{ name: 'Koordinator', email: `koordinator@${domain}` }];
  return { coordinators, units, assessors, assignments };
}
