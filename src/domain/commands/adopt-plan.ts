import type { CyclePlan, Phase, PhasePlan } from '../cycle.js';
import type { Draft } from '../draft.js';
import { isBefore } from '../instants.js';
import { picked } from '../picked.js';
import { Refusal } from '../refusal.js';
import { sameJson } from '../same-json.js';
import { opensAt } from '../timeline.js';
import type { Blueprint } from './adopt-blueprint.js';
import { chooseUnits } from './choose-units.js';
import { setCalendar } from './set-calendar.js';
import { reschedulePhase } from './reschedule-phase.js';

type Plan = Pick<Blueprint, 'plan' | 'phases'>;

/** What a phase is before anything has happened to it. */
export function scheduledPhase(plan: PhasePlan): Phase {
  return { ...plan, state: 'scheduled', openedAt: null };
}

/**
 * What a cycle file changed: dates go by rule 15, the rest holds from now on. What has begun stays: a
 * phase that opened can neither go nor change its kind.
 */
export function adoptPlan(draft: Draft, before: Plan, after: Plan): void {
  adoptSettings(draft, before.plan, after.plan);
  adoptOrder(draft, before.phases, after.phases);
  const known = new Map(before.phases.map((phase) => [phase.code, phase]));
  for (const phase of after.phases) {
    const previous = known.get(phase.code);
    if (previous) adoptPhase(draft, previous, phase);
  }
}

function adoptSettings(draft: Draft, before: CyclePlan, after: CyclePlan): void {
  const names = Object.keys(after) as (keyof CyclePlan)[];
  const changed = names.filter(
    (name) => !sameJson(after[name], before[name]) && !sameJson(after[name], draft.cycle[name]),
  );
  if (changed.length === 0) return;
  // Deadlines that people were told are instants of the old zone.
  if (changed.includes('zone')) throw new Refusal('already_open', { timezone: after.zone });
  // What was answered are indicators of the old instrument.
  const hasAsked = draft.phases.some(
    ({ kind, state }) => kind === 'self-assessment' && (state === 'open' || state === 'closed'),
  );
  if (changed.includes('instrument') && hasAsked) {
    throw new Refusal('already_open', { instrument: after.instrument });
  }
  const {
    sendAt = null,
    holidays = null,
    ...others
  } = picked(after, changed) as Partial<CyclePlan>;
  const from = picked(draft.cycle, changed);
  draft.setCycle({ ...draft.cycle, ...others });
  if (sendAt !== null || holidays !== null) {
    setCalendar(draft, { ...(sendAt && { sendAt }), ...(holidays && { holidays }) });
  }
  const facts = { from, to: picked(after, changed) };
  draft.record({ what: 'settings', facts });
}

/** New phases come in, phases that the file no longer has go, and the order is the file's. */
function adoptOrder(draft: Draft, before: readonly PhasePlan[], after: readonly PhasePlan[]): void {
  const codes = codesOf(after);
  if (sameJson(codes, codesOf(before))) return;
  for (const phase of draft.phases.filter(({ code }) => !codes.includes(code))) {
    if (phase.state !== 'scheduled') throw begun(phase);
    // As it was: calendars that have it are told that it is cancelled.
    const facts = { from: picked(phase, wholePlan), to: { removed: true } };
    draft.record({ what: 'settings', phase: phase.code, facts });
  }
  const known = new Map(draft.phases.map((phase) => [phase.code, phase]));
  draft.setPhases(after.map((plan) => known.get(plan.code) ?? added(draft, plan)));
}

function added(draft: Draft, plan: PhasePlan): Phase {
  const phase = scheduledPhase(plan);
  if (isBefore(opensAt(phase, draft.cycle), draft.now)) {
    throw new Refusal('opens_in_past', { phase: plan.code, opens: plan.opens });
  }
  draft.record({ what: 'settings', phase: plan.code, facts: { added: true } });
  return phase;
}

const wholePlan = [
  'code',
  'title',
  'kind',
  'opens',
  'closes',
  'reminders',
  'requires',
  'units',
] as const satisfies readonly (keyof PhasePlan)[];

const adoptable = ['title', 'kind', 'reminders', 'requires'] as const;

function adoptPhase(draft: Draft, before: PhasePlan, after: PhasePlan): void {
  const phase = draft.phase(after.code);
  // What was decided by hand to the same end needs no more doing.
  const changed = adoptable.filter(
    (name) => !sameJson(after[name], before[name]) && !sameJson(after[name], phase[name]),
  );
  if (changed.includes('kind') && phase.state !== 'scheduled') throw begun(phase);
  if (changed.length > 0) {
    draft.setPhase({ ...phase, ...picked(after, changed) });
    const facts = { from: picked(phase, changed), to: picked(after, changed) };
    draft.record({ what: 'settings', phase: after.code, facts });
  }
  if (!sameJson(after.units, before.units)) chooseUnits(draft, after.code, after.units);
  const opens = after.opens === before.opens ? null : after.opens;
  const closes = after.closes === before.closes ? null : after.closes;
  if (opens === null && closes === null) return;
  reschedulePhase(draft, { do: 'reschedule', phase: after.code, opens, closes });
}

function codesOf(phases: readonly PhasePlan[]): string[] {
  return phases.map(({ code }) => code);
}

function begun({ code, state }: Phase): Refusal {
  return new Refusal(state === 'closed' ? 'already_closed' : 'already_open', { phase: code });
}
