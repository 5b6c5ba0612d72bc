import type { Facts, Phase } from '../../domain/cycle.js';
import type { Letterhead } from '../../platform/letterhead-settings.js';
import type { Signer } from './minutes.js';
import { words } from './words.js';

/** Who answers for what is recorded: the coordinators, and in a review whoever reviewed. */
export function signersOf({ people, tasks }: Facts, { code, kind }: Phase): Signer[] {
  const reviewed = new Set(
    tasks
      .filter((task) => task.phase === code && task.state !== 'cancelled')
      .map(({ assessor }) => assessor),
  );
  const assessors =
    kind === 'review' ? people.assessors.filter((each) => reviewed.has(each.code)) : [];
  return [
    ...people.coordinators.map(({ name }) => ({ office: words.coordinator, name, nip: '' })),
    ...assessors.map(({ name }) => ({ office: words.assessor, name, nip: '' })),
  ];
}

/** Who takes note of it: the office that signs letters, and the Sekda; there is always one of them. */
export function witnessesOf({ people }: Facts, { office, signer }: Letterhead): Signer[] {
  const own = signer.office !== '' || signer.name !== '';
  const head = { ...signer, office: signer.office || office || words.head };
  const sekda = people.sekda && { office: words.sekda, name: people.sekda.name, nip: '' };
  return [...(own || !sekda ? [head] : []), ...(sekda ? [sekda] : [])];
}
