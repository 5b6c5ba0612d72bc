import type { CyclePlan, Phase, PhasePlan } from '../cycle.js';
import type { Draft } from '../draft.js';
import { isBefore } from '../instants.js';
import { Refusal } from '../refusal.js';
import { opensAt } from '../timeline.js';
import { reschedulePhase } from './reschedule-phase.js';

/** What a phase is before anything has happened to it. */
export function scheduledPhase(plan: PhasePlan): Phase {
  return { ...plan, state: 'scheduled', openedAt: null };
}

/**
 * Takes over a cycle file that was changed: dates go by rule 15, the rest holds from now on. What has
 * begun stays: a phase that opened can neither go nor change its kind.
 */
export function adoptPlan(draft: Draft, plan: CyclePlan, phases: readonly PhasePlan[]): void {
  adoptSettings(draft, plan);
  adoptOrder(draft, phases);
  for (const phase of phases) adoptPhase(draft, phase);
}

function adoptSettings(draft: Draft, plan: CyclePlan): void {
  const { cycle } = draft;
  const names = Object.keys(plan) as (keyof CyclePlan)[];
  const changed = names.filter((name) => text(plan[name]) !== text(cycle[name]));
  if (changed.length === 0) return;
  // Deadlines that people were told are instants of the old zone.
  if (changed.includes('zone')) throw new Refusal('already_open', { timezone: plan.zone });
  draft.setCycle({ ...cycle, ...plan });
  const facts = Object.fromEntries(
    changed.map((name) => [name, { from: cycle[name], to: plan[name] }]),
  );
  draft.record({ what: 'settings', facts });
}

/** New phases come in, phases that the file no longer has go, and the order is the file's. */
function adoptOrder(draft: Draft, phases: readonly PhasePlan[]): void {
  const known = new Map(draft.phases.map((phase) => [phase.code, phase]));
  const wanted = new Set(phases.map(({ code }) => code));
  for (const phase of draft.phases.filter(({ code }) => !wanted.has(code))) {
    if (phase.state !== 'scheduled') throw begun(phase);
    draft.record({ what: 'settings', phase: phase.code, facts: { removed: true } });
  }
  const order = draft.phases.map(({ code }) => code);
  if (order.join() === phases.map(({ code }) => code).join()) return;
  draft.setPhases(phases.map((plan) => known.get(plan.code) ?? added(draft, plan)));
}

function added(draft: Draft, plan: PhasePlan): Phase {
  const phase = scheduledPhase(plan);
  if (isBefore(opensAt(phase, draft.cycle), draft.now)) {
    throw new Refusal('opens_in_past', { phase: plan.code, opens: plan.opens });
  }
  draft.record({ what: 'settings', phase: plan.code, facts: { added: true } });
  return phase;
}

function adoptPhase(draft: Draft, plan: PhasePlan): void {
  const phase = draft.phase(plan.code);
  const { title, kind, reminders, requires } = plan;
  if (kind !== phase.kind && phase.state !== 'scheduled') throw begun(phase);
  const before = {
    title: phase.title,
    kind: phase.kind,
    reminders: phase.reminders,
    requires: phase.requires,
  };
  const after = { title, kind, reminders, requires };
  if (text(before) !== text(after)) {
    draft.setPhase({ ...phase, ...after });
    draft.record({ what: 'settings', phase: plan.code, facts: { from: before, to: after } });
  }
  const { code, opens, closes } = plan;
  if (opens === phase.opens && closes === phase.closes) return;
  reschedulePhase(draft, { do: 'reschedule', phase: code, opens, closes });
}

function begun({ code, state }: Phase): Refusal {
  return new Refusal(state === 'closed' ? 'already_closed' : 'already_open', { phase: code });
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
