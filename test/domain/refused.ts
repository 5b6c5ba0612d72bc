import { describe, expect, it } from '@jest/globals';
import type { Act } from './commands.js';
import { everybody } from './people.js';
import { phase, World, type Plan } from './world.js';

/** On 10 September: `tutup` is closed, `isi` and `reviu` are open, `nanti` is scheduled, `tertahan` blocked. */
const plan: Plan = {
  phases: [
    phase('briefing', { code: 'tutup', closes: '2025-09-05' }),
    phase('self-assessment', { code: 'isi' }),
    phase('review', { code: 'reviu' }),
    phase('revision', { code: 'nanti', opens: '2025-10-06', closes: '2025-10-31' }),
    phase('review', { code: 'tertahan', requires: ['every-unit-has-an-assessor'] }),
    phase('report', { code: 'lapor', opens: '2025-12-01', closes: '2025-12-19' }),
  ],
  people: everybody({ assignments: [{ assessor: 'A1', unit: 'DINKES' }] }),
};

interface Case {
  readonly code: string;
  readonly because: string;
  readonly act: Act;
  readonly first?: readonly Act[];
}

/** Each of the acts, done on 10 September at ten, is refused with its code. */
export function refused(name: string, cases: readonly Case[]): void {
  describe(`rule 18: ${name} changes nothing`, () => {
    it.each(cases)('and is $code: $because', ({ code, act, first = [] }) => {
      const world = World.started('2025-08-31T07:00', plan).run('2025-09-10T09:00');
      world.happens('2025-09-10T09:30', ...first);

      expect(world.refusal('2025-09-10T10:00', act)).toBe(code);
    });
  });
}
