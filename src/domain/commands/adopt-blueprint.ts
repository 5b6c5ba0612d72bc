import type { CyclePlan, PhasePlan } from '../cycle.js';
import type { Draft } from '../draft.js';
import type { People } from '../people.js';
import { adoptPeople } from './adopt-people.js';
import { adoptPlan } from './adopt-plan.js';

/** What the files of a cycle and of its people describe. */
export interface Blueprint {
  readonly plan: CyclePlan;
  readonly phases: readonly PhasePlan[];
  readonly people: People;
}

/**
 * Takes over what the files changed since they were loaded last, by the rules that a person's commands
 * follow. What they say as before is left alone: it may have been decided otherwise by hand since.
 * @throws Refusal
 */
export function adoptBlueprint(draft: Draft, before: Blueprint, after: Blueprint): void {
  adoptPlan(draft, before, after);
  adoptPeople(draft, before.people, after.people);
}
