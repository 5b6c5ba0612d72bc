import { Temporal } from 'temporal-polyfill';
import { loadCycle } from '../cycle/cycle-file.js';
import { scheduledPhase } from '../domain/commands/adopt-plan.js';
import type { Facts } from '../domain/cycle.js';
import { isBefore } from '../domain/instants.js';
import { simulate } from '../domain/simulate.js';
import { loadPeople } from '../people/people-file.js';
import { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { inLogOrder } from './scenario/log.js';
import { plannedLine } from './scenario/planned-line.js';

export interface PlanRequest {
  readonly cycle: string;
  readonly people: string;
  /** Inclusive. */
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
}

/** The mail lines of the span if nobody finished anything and nothing changed. @throws InputError */
export function planCommand(configRoot: string, request: PlanRequest): string[] {
  const folder = new ConfigFolder(configRoot);
  const from = instantIn('--from', request.from);
  const to = instantIn('--to', request.to);
  const { plan, phases } = loadCycle(folder, request.cycle);
  const facts: Facts = {
    cycle: { ...plan, state: 'draft', version: 1, earlierCalendars: [] },
    phases: phases.map(scheduledPhase),
    tasks: [],
    people: loadPeople(folder, request.people),
  };
  const mails = simulate(facts, to).filter(({ at }) => !isBefore(at, from) && isBefore(at, to));
  const lines = mails.map((mail) => plannedLine(mail, plan.zone));
  return inLogOrder(lines, []).map((line) => JSON.stringify(line));
}

function instantIn(option: string, text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    const problem = `expected an instant with its offset, such as 2025-09-01T00:00:00+07:00; found ${text}`;
    throw new InputError({ file: option, line: null, field: null }, problem);
  }
}
