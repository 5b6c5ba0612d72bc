import type { Temporal } from 'temporal-polyfill';
import { adoptPlan } from '../../src/domain/commands/adopt-plan.js';
import type { Command, FinishTask } from '../../src/domain/commands/command.js';
import { decide } from '../../src/domain/commands/decide.js';
import type { CyclePlan, PhasePlan } from '../../src/domain/cycle.js';
import type { Draft } from '../../src/domain/draft.js';
import { person, unit as newUnit } from './people.js';

interface CycleFile {
  readonly plan: CyclePlan;
  readonly phases: readonly PhasePlan[];
}

/** A cycle file that is loaded again: what it says otherwise than the cycle is now. */
export interface LoadFile {
  readonly do: 'load';
  readonly edit: (file: CycleFile) => CycleFile;
}

/** Several at once, all or nothing, as the extensions of many units are. */
export interface Order {
  readonly do: 'order';
  readonly acts: readonly Act[];
}

/** A command, or one that has to know when it is given. */
export type Act = Command | LoadFile | Order | ((at: Temporal.Instant) => Command);

export function carryOut(draft: Draft, act: Act): void {
  if (typeof act === 'function') decide(draft, act(draft.now));
  else if (act.do === 'order') for (const each of act.acts) carryOut(draft, each);
  else if (act.do === 'load') {
    const present = { plan: draft.cycle, phases: draft.phases };
    adoptPlan(draft, present, act.edit(present));
  } else decide(draft, act);
}

export function loadFile(edit: LoadFile['edit']): LoadFile {
  return { do: 'load', edit };
}

type Finish = Partial<Omit<FinishTask, 'do' | 'phase' | 'acceptedAt'>>;

export function finish(phase: string, more: Finish = {}): (at: Temporal.Instant) => Command {
  return (at) => finishAccepted(phase, at, more);
}

export function finishAccepted(
  phase: string,
  acceptedAt: Temporal.Instant,
  more: Finish = {},
): Command {
  const empty = { unit: null, assessor: null, levels: {}, findings: [], result: null };
  return { do: 'finish', phase, ...empty, ...more, acceptedAt };
}

export const result = { index: '4.10', predikat: 'Sangat Baik', target: '4.00' };

export const pause: Command = { do: 'pause' };
export const resume: Command = { do: 'resume' };

export function reschedule(
  phase: string,
  { opens = null, closes = null }: { opens?: string | null; closes?: string | null },
): Command {
  return { do: 'reschedule', phase, opens, closes };
}

export function chooseUnits(phase: string, units: readonly string[] | null): Command {
  return { do: 'chooseUnits', phase, units };
}

export function setReminders(phase: string, ...reminders: readonly string[]): Command {
  return { do: 'setReminders', phase, reminders };
}

export function holidays(...days: readonly string[]): Command {
  return { do: 'setHolidays', holidays: days, jointLeave: null, decree: 'SKB 933/2025' };
}

export function extend(phase: string, unit: string | null, closes: string): Command {
  return { do: 'extend', phase, unit, closes, reason: 'gangguan jaringan' };
}

export function override(phase: string): Command {
  return { do: 'override', phase, reason: 'asesor menyusul' };
}

export function addUnit(code: string): Command {
  const { name, head, secretary, admins } = newUnit(code);
  return { do: 'addUnit', unit: { code, name, head, secretary, admins } };
}

export function retireUnit(unit: string): Command {
  return { do: 'retireUnit', unit };
}

export function replaceAdmins(unit: string, emails: readonly string[]): Command {
  return { do: 'replaceAdmins', unit, admins: emails.map(person) };
}

export function assign(assessor: string, unit: string): Command {
  return { do: 'assign', assessor, unit };
}

export function unassign(assessor: string, unit: string): Command {
  return { do: 'unassign', assessor, unit };
}

export function reassign(unit: string, from: string, to: string): Command {
  return { do: 'reassign', unit, from, to };
}
