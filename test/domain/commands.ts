import type { Temporal } from 'temporal-polyfill';
import type { Command, FinishTask } from '../../src/domain/commands/command.js';
import { person, unit as newUnit } from './people.js';

/** A command, or one that has to know when it is given. */
export type Act = Command | ((at: Temporal.Instant) => Command);

type Finish = Partial<Omit<FinishTask, 'do' | 'phase' | 'acceptedAt'>>;

export function finish(phase: string, more: Finish = {}): Act {
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
