import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import { everybody, unit } from '../domain/people.js';
import { report, selfAssessment, september } from '../engine/city.js';

const script = (name: string): string => `<script>alert("${name}")</script>`;
const image = (name: string): string => `'"><img src=x onerror="${name}()"> & kawan`;

/** A cycle whose files were written by somebody who means harm, or who is only careless. */
export function hostileCycle(): Blueprint {
  const { plan } = september(1);
  const admins = [{ name: image('person'), email: 'admin@opd-1.test' }];
  const people = everybody({
    units: [unit('OPD-1', { name: script('unit'), admins })],
    assignments: [],
  });
  const phases = [
    { ...selfAssessment, title: image('phase') },
    { ...report, title: `${image('phase')} 2` },
  ];
  return { plan: { ...plan, title: script('cycle') }, phases, people };
}
