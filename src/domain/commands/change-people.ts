import type { Draft } from '../draft.js';
import { isSameAddress } from '../recipients.js';
import { Refusal } from '../refusal.js';
import { sameJson } from '../same-json.js';
import type { Assessor, Person } from '../people.js';
import type { ChangeUnit } from './command.js';

/** Its name, its head and its secretary: nobody gets a mail for that. */
export function changeUnit(draft: Draft, { unit: code, name, head, secretary }: ChangeUnit): void {
  const unit = draft.unit(code);
  const said = { name, head, ...(secretary !== undefined && { secretary }) };
  draft.setUnit({ ...unit, ...said });
  draft.record({ what: 'people', unit: code, facts: said });
}

/**
 * Somebody new who assesses, another name, address or home unit of somebody known, or somebody who was
 * retired and comes back.
 */
export function putAssessor(draft: Draft, assessor: Omit<Assessor, 'retired'>): void {
  const { assessors, assignments } = draft.facts.people;
  const { code, name, email, unit } = assessor;
  const others = assessors.filter((each) => each.code !== code && !each.retired);
  // Whoever signs in under an address is one assessor: the other one's reviews would be nobody's.
  const twin = others.find((each) => isSameAddress(each, assessor));
  if (twin) throw new Refusal('duplicate_assessor', { assessor: twin.code, email });
  if (assignments.some((each) => each.assessor === code && each.unit === unit)) {
    throw new Refusal('conflict_of_interest', { assessor: code, unit: unit ?? '' });
  }
  draft.setAssessor({ code, name, email, unit, retired: false });
  draft.record({ what: 'people', assessor: code, facts: { name, email, unit } });
}

/** Only who assesses nobody any more: what they have begun is handed over, not lost. */
export function retireAssessor(draft: Draft, code: string): void {
  const { assessors, assignments } = draft.facts.people;
  const assessor = assessors.find((each) => each.code === code && !each.retired);
  if (!assessor) throw new Refusal('unknown_assessor', { assessor: code });
  const units = assignments.filter((each) => each.assessor === code).map(({ unit }) => unit);
  if (units.length > 0) {
    throw new Refusal('still_assigned', { assessor: code, units: units.join(', ') });
  }
  draft.setAssessor({ ...assessor, retired: true });
  draft.record({ what: 'people', assessor: code, facts: { retired: true } });
}

/** All of them, of whom there must be one: somebody has to be able to put things right. */
export function replaceCoordinators(draft: Draft, coordinators: readonly Person[]): void {
  if (coordinators.length === 0) throw new Refusal('last_coordinator');
  if (sameJson(coordinators, draft.facts.people.coordinators)) return;
  draft.setCoordinators(coordinators);
  draft.record({ what: 'people', facts: { coordinators } });
}

export function replaceSekda(draft: Draft, sekda: Person | null): void {
  if (sameJson(sekda, draft.facts.people.sekda)) return;
  draft.setSekda(sekda);
  draft.record({ what: 'people', facts: { sekda } });
}
